import type { SourceCrs } from '#core/geo/source-crs.ts';
import type { SourceCell, SourceNote } from '#core/ledgers/source-table.ts';
import { GeometryReader, type LooseGeometry } from './geometry-reader.ts';
import type { RawLayer } from './raw-table.ts';
import { checkColumnCount, checkRowCount, type Reading } from './reading.ts';

const ROWS_PER_TICK = 500;

/** A layer whose columns are only known when its last feature is. */
export class LayerCollector {
  readonly #name: string;
  readonly #reading: Reading;
  readonly #columns = new Map<string, number>();
  readonly #rows: { readonly cells: SourceCell[]; readonly geometry: RawLayer['features'][number]['geometry'] }[] = [];
  readonly #geometries = new GeometryReader();

  constructor(name: string, reading: Reading) {
    this.#name = name;
    this.#reading = reading;
  }

  get count(): number {
    return this.#rows.length;
  }

  /** Adds a feature; columns come in the order in which they first appear. */
  add(values: Iterable<readonly [string, SourceCell]>, geometry: LooseGeometry | null): void {
    const cells: SourceCell[] = [];
    for (const [column, value] of values) cells[this.#placeOf(column)] = value;
    const row = this.#rows.length + 1;
    if (row % ROWS_PER_TICK === 0) this.#reading.tick(row);
    checkRowCount(this.#reading, this.#name, row);
    this.#rows.push({ cells, geometry: this.#geometries.read(geometry, row) });
  }

  finish(crs: SourceCrs | null, notes: readonly SourceNote[] = []): RawLayer {
    const columns = [...this.#columns.keys()];
    const features = this.#rows.map(({ cells, geometry }) => ({
      cells: columns.map((_, index) => cells[index] ?? null),
      geometry,
    }));
    return { kind: 'layer', name: this.#name, columns, features, crs, notes: [...notes, ...this.#geometries.notes] };
  }

  #placeOf(column: string): number {
    const known = this.#columns.get(column);
    if (known !== undefined) return known;
    const place = this.#columns.size;
    this.#columns.set(column, place);
    checkColumnCount(this.#reading, this.#name, this.#columns.size);
    return place;
  }
}
