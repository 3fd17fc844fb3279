import type { Geometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { SourceNote } from '#core/ledgers/source-table.ts';

/** Rows named in a note. */
const NAMED_ROWS = 10;

/** Geometry in the shape of GeoJSON, before anything about it is believed. */
export interface LooseGeometry {
  readonly type?: unknown;
  readonly coordinates?: unknown;
  readonly geometries?: unknown;
}

/** Collects, feature by feature, what of its geometry could not be taken over, and tells it in notes. */
export class GeometryReader {
  #third = 0;
  readonly #unsupported = new Map<string, number[]>();
  readonly #damaged: number[] = [];

  /**
   * Takes over a geometry as it stands: rings may be open and lines short, which checks find later. A third number of positions goes; several points
   * of which there is one become a point, a collection of one geometry that geometry.
   *
   * @param row number of the feature, for the notes
   * @returns null where there is none, where its kind is not stored, or where its coordinates are not numbers
   */
  read(loose: LooseGeometry | null | undefined, row: number): Geometry | null {
    if (loose === null || loose === undefined) return null;
    const geometry = this.#readKind(loose, row);
    if (geometry === 'unsupported') {
      const type = String(loose.type);
      const rows = this.#unsupported.get(type);
      if (rows === undefined) this.#unsupported.set(type, [row]);
      else rows.push(row);
      return null;
    }
    if (geometry === null) this.#damaged.push(row);
    return geometry;
  }

  /** A feature that is none at all. */
  markDamaged(row: number): void {
    this.#damaged.push(row);
  }

  /** A third number that was dropped by whoever read the positions. */
  markThird(): void {
    this.#third += 1;
  }

  get notes(): readonly SourceNote[] {
    const notes: SourceNote[] = [];
    if (this.#third > 0) notes.push({ kind: 'third_dimension', values: { count: this.#third } });
    for (const [type, rows] of this.#unsupported)
      notes.push({ kind: 'unsupported_geometry', values: { type, count: rows.length, rows: nameRows(rows) } });
    if (this.#damaged.length > 0)
      notes.push({
        kind: 'damaged_feature',
        values: { count: this.#damaged.length, rows: nameRows(this.#damaged) },
      });
    return notes;
  }

  #readKind(loose: LooseGeometry, row: number): Geometry | null | 'unsupported' {
    const { type, coordinates } = loose;
    switch (type) {
      case 'Point': {
        const position = readPosition(coordinates);
        return position === null ? null : this.#noteThird(coordinates, { type, coordinates: position });
      }
      case 'LineString': {
        const line = readLine(coordinates);
        return line === null ? null : this.#noteThird(coordinates, { type, coordinates: line });
      }
      case 'MultiLineString':
      case 'Polygon': {
        const lines = readList(coordinates, readLine);
        return lines === null ? null : this.#noteThird(coordinates, { type, coordinates: lines });
      }
      case 'MultiPolygon': {
        const polygons = readList(coordinates, (polygon) => readList(polygon, readLine));
        return polygons === null ? null : this.#noteThird(coordinates, { type, coordinates: polygons });
      }
      case 'MultiPoint': {
        const points = readLine(coordinates);
        if (points === null) return null;
        const [only] = points;
        if (points.length !== 1 || only === undefined) return 'unsupported';
        return this.#noteThird(coordinates, { type: 'Point', coordinates: only });
      }
      case 'GeometryCollection': {
        const parts: readonly LooseGeometry[] = Array.isArray(loose.geometries) ? loose.geometries : [];
        const [only] = parts;
        if (parts.length !== 1 || only === undefined || only === null || typeof only !== 'object') return 'unsupported';
        return this.#readKind(only, row);
      }
      default:
        return typeof type === 'string' ? 'unsupported' : null;
    }
  }

  #noteThird(coordinates: unknown, geometry: Geometry): Geometry {
    let first = coordinates;
    while (Array.isArray(first) && Array.isArray(first[0])) first = first[0];
    if (Array.isArray(first) && first.length > 2) this.#third += 1;
    return geometry;
  }
}

/** The first rows of a list, and an ellipsis for the others. */
export const nameRows = (rows: readonly number[]): string =>
  rows.slice(0, NAMED_ROWS).join(', ') + (rows.length > NAMED_ROWS ? ', …' : '');

function readPosition(value: unknown): LonLat | null {
  if (!Array.isArray(value)) return null;
  const [x, y]: readonly unknown[] = value;
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  return [x, y];
}

const readLine = (value: unknown): readonly LonLat[] | null => readList(value, readPosition);

function readList<T>(value: unknown, read: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items: T[] = [];
  for (const item of value) {
    const one = read(item);
    if (one === null) return null;
    items.push(one);
  }
  return items;
}
