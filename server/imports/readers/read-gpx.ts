import type { SourceCrs } from '#core/geo/source-crs.ts';
import type { SourceCell } from '#core/ledgers/source-table.ts';
import { ImportFileError } from './import-file-error.ts';
import { LayerCollector } from './layer-collector.ts';
import type { RawFile } from './raw-table.ts';
import { readXml, type XmlListener } from './read-xml.ts';
import type { Reading } from './reading.ts';

/** GPX 1.1: WGS 84, latitude and longitude as attributes of their own. */
const GPX_CRS: SourceCrs = { kind: 'wgs84', swapped: false };

const COLUMNS = new Set(['name', 'cmt', 'desc', 'src', 'number', 'type', 'sym', 'time', 'ele']);
const THINGS = { wpt: 'waypoints', rte: 'routes', trk: 'tracks' } as const;
type ThingName = keyof typeof THINGS;

const isThing = (name: string): name is ThingName => Object.hasOwn(THINGS, name);

/**
 * Reads GPX: a table each for waypoints, routes and tracks. Times and heights of the points of a track are not read.
 *
 * @throws {ImportFileError} document types, XML that is not well formed, nothing in it
 */
export function readGpx(bytes: Buffer, reading: Reading): RawFile {
  const walker = new GpxWalker(reading);
  readXml(bytes, { listener: walker, format: 'GPX' }, reading);
  return walker.finish();
}

class GpxWalker implements XmlListener {
  readonly #reading: Reading;
  readonly #layers: Readonly<Record<ThingName, LayerCollector>>;
  readonly #path: string[] = [];
  #values = new Map<string, SourceCell>();
  #lines: (readonly number[])[][] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#layers = {
      wpt: new LayerCollector(THINGS.wpt, reading),
      rte: new LayerCollector(THINGS.rte, reading),
      trk: new LayerCollector(THINGS.trk, reading),
    };
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    this.#path.push(name);
    if (isThing(name)) {
      this.#values = new Map();
      this.#lines = [[]];
    } else if (name === 'trkseg') this.#lines.push([]);
    if (name === 'wpt' || name === 'rtept' || name === 'trkpt')
      this.#lines.at(-1)?.push([readNumber(attributes.lon), readNumber(attributes.lat)]);
  };

  readonly close = (name: string, text: string): void => {
    this.#path.pop();
    const parent = this.#path.at(-1) ?? '';
    if (COLUMNS.has(name) && isThing(parent)) this.#values.set(name, readText(name, text));
    if (!isThing(name)) return;
    const lines = this.#lines.filter((line) => line.length > 0);
    const [first] = lines;
    if (name === 'wpt') this.#layers.wpt.add(this.#values, { type: 'Point', coordinates: first?.[0] });
    else if (first === undefined) this.#layers[name].add(this.#values, null);
    else if (lines.length === 1) this.#layers[name].add(this.#values, { type: 'LineString', coordinates: first });
    else this.#layers[name].add(this.#values, { type: 'MultiLineString', coordinates: lines });
  };

  finish(): RawFile {
    const filled = Object.values(this.#layers).filter(({ count }) => count > 0);
    if (filled.length === 0) throw new ImportFileError('import_file_nothing_in_it', this.#reading.file);
    return { tables: filled.map((layer) => layer.finish(GPX_CRS)), notes: [] };
  }
}

const readNumber = (written: string | undefined): number => (written === undefined ? Number.NaN : Number(written));

/** A time becomes its date, a height a number. */
function readText(name: string, text: string): SourceCell {
  if (text === '') return null;
  if (name === 'time' && /^\d{4}-\d\d-\d\d/.test(text)) return text.slice(0, 10);
  return name === 'ele' && Number.isFinite(Number(text)) ? Number(text) : text;
}
