import { basename, extname } from 'node:path';
import type { SourceCrs } from '#core/geo/source-crs.ts';
import type { SourceCell, SourceNote } from '#core/ledgers/source-table.ts';
import type { LooseGeometry } from './geometry-reader.ts';
import { ImportFileError } from './import-file-error.ts';
import { LayerCollector } from './layer-collector.ts';
import type { Archive } from './open-archive.ts';
import type { RawFile, RawLayer } from './raw-table.ts';
import { readXml, type XmlListener } from './read-xml.ts';
import type { Reading } from './reading.ts';

/** KML is in WGS 84, longitude first (OGC 12-007r2, 7.1). */
const KML_CRS: SourceCrs = { kind: 'wgs84', swapped: false };

/** Simple elements of a placemark that become columns under their own names. */
const PLAIN_COLUMNS = new Set(['name', 'description', 'address', 'phoneNumber', 'when', 'begin', 'end']);
const HOLDERS = new Set(['Placemark', 'TimeStamp', 'TimeSpan']);
const GEOMETRIES = new Set(['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry']);

/**
 * Reads KML: placemarks with their extended data, a table for each folder that holds any. Links to other files are counted and never followed, tracks
 * with times (gx:Track) are counted and left out.
 *
 * @throws {ImportFileError} document types, XML that is not well formed, nothing but links
 */
export function readKml(bytes: Buffer, reading: Reading): RawFile {
  const walker = new KmlWalker(basename(reading.file, extname(reading.file)), reading);
  readXml(bytes, { listener: walker, format: 'KML' }, reading);
  return walker.finish();
}

/** Reads the KML files of a KMZ. */
export function readKmz({ entries }: Archive, reading: Reading): RawFile {
  const files = entries.filter(({ path }) => /\.kml$/i.test(path)).map((entry) => readKml(entry.read(), reading));
  return { tables: files.flatMap(({ tables }) => tables), notes: files.flatMap(({ notes }) => notes) };
}

/** A container of placemarks: a document or folder. */
interface Container {
  name: string;
  layer: LayerCollector | null;
}

/** A placemark under way. */
interface Placemark {
  readonly values: Map<string, SourceCell>;
  dataName: string | null;
  hasTrack: boolean;
  geometry: LooseGeometry | null;
}

/** A geometry under way: its own positions, its rings, its parts. */
interface Shape {
  readonly type: string;
  positions: readonly (readonly number[])[];
  rings: (readonly (readonly number[])[])[];
  readonly parts: LooseGeometry[];
}

class KmlWalker implements XmlListener {
  readonly #reading: Reading;
  readonly #layers: LayerCollector[] = [];
  readonly #containers: Container[];
  readonly #path: string[] = [];
  readonly #shapes: Shape[] = [];
  #placemark: Placemark | null = null;
  #linkCount = 0;
  #trackCount = 0;

  constructor(name: string, reading: Reading) {
    this.#reading = reading;
    this.#containers = [{ name, layer: null }];
  }

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (name === 'Folder' || name === 'Document')
      this.#containers.push({ name: this.#containers.at(-1)?.name ?? '', layer: null });
    else if (name === 'NetworkLink') this.#linkCount += 1;
    else if (name === 'Placemark')
      this.#placemark = { values: new Map(), dataName: null, hasTrack: false, geometry: null };
    else if (this.#placemark === null) return;
    else if (name === 'Data' || name === 'SimpleData') this.#placemark.dataName = attributes.name ?? null;
    else if (name === 'Track' || name === 'MultiTrack') this.#placemark.hasTrack = true;
    else if (GEOMETRIES.has(name) && parent !== undefined)
      this.#shapes.push({ type: name, positions: [], rings: [], parts: [] });
  };

  readonly close = (name: string, text: string): void => {
    this.#path.pop();
    const parent = this.#path.at(-1);
    if (name === 'Folder' || name === 'Document') this.#containers.pop();
    else if (name === 'Placemark') this.#closePlacemark();
    else if (name === 'name' && (parent === 'Folder' || parent === 'Document')) this.#nameContainer(text);
    else if (this.#placemark !== null) this.#closeInPlacemark(this.#placemark, name, text);
  };

  finish(): RawFile {
    if (this.#layers.length === 0) {
      if (this.#linkCount > 0)
        throw new ImportFileError('import_kml_links_only', this.#reading.file, { got: this.#linkCount });
      throw new ImportFileError('import_file_nothing_in_it', this.#reading.file);
    }
    const notes: SourceNote[] = [];
    if (this.#linkCount > 0) notes.push({ kind: 'network_link', values: { count: this.#linkCount } });
    if (this.#trackCount > 0) notes.push({ kind: 'track_left_out', values: { count: this.#trackCount } });
    const tables: readonly RawLayer[] = this.#layers.map((layer) => layer.finish(KML_CRS));
    return { tables, notes };
  }

  #nameContainer(text: string): void {
    const container = this.#containers.at(-1);
    if (container !== undefined && text !== '') container.name = text;
  }

  #closeInPlacemark(placemark: Placemark, name: string, text: string): void {
    if (GEOMETRIES.has(name)) this.#closeShape(placemark);
    else if (name === 'coordinates') this.#readCoordinates(text);
    else if (name === 'Data' || name === 'SimpleData') {
      if (name === 'SimpleData' && placemark.dataName !== null) setValue(placemark, placemark.dataName, text);
      placemark.dataName = null;
    } else if (name === 'value' && placemark.dataName !== null) setValue(placemark, placemark.dataName, text);
    else if (PLAIN_COLUMNS.has(name) && HOLDERS.has(this.#path.at(-1) ?? '')) setValue(placemark, name, text);
  }

  #closePlacemark(): void {
    const placemark = this.#placemark;
    const container = this.#containers.at(-1);
    this.#placemark = null;
    if (placemark === null || container === undefined) return;
    if (placemark.hasTrack) this.#trackCount += 1;
    if (placemark.hasTrack && placemark.geometry === null) return;
    if (container.layer === null) {
      container.layer = new LayerCollector(container.name, this.#reading);
      this.#layers.push(container.layer);
    }
    container.layer.add(placemark.values, placemark.geometry);
  }

  #readCoordinates(text: string): void {
    const shape = this.#shapes.at(-1);
    if (shape === undefined) return;
    shape.positions = text
      .split(/\s+/)
      .filter((written) => written !== '')
      .map(readPosition);
  }

  #closeShape(placemark: Placemark): void {
    const shape = this.#shapes.pop();
    if (shape === undefined) return;
    const around = this.#shapes.at(-1);
    if (shape.type === 'LinearRing' && around?.type === 'Polygon') around.rings.push(shape.positions);
    else if (around?.type === 'MultiGeometry') around.parts.push(finishShape(shape));
    else placemark.geometry = finishShape(shape);
  }
}

function setValue({ values }: Placemark, column: string, text: string): void {
  values.set(column, text === '' ? null : text);
}

/** Numbers of a position; heights of 0, which most programs write for want of one, are none. */
function readPosition(written: string): readonly number[] {
  const [lon = Number.NaN, lat = Number.NaN, height = 0] = written.split(',').map(Number);
  return height === 0 ? [lon, lat] : [lon, lat, height];
}

function finishShape({ type, positions, rings, parts }: Shape): LooseGeometry {
  switch (type) {
    case 'Point':
      return { type, coordinates: positions[0] };
    case 'Polygon':
      return { type, coordinates: rings };
    case 'MultiGeometry':
      return joinParts(parts);
    default:
      return { type: 'LineString', coordinates: positions };
  }
}

/** Parts of one kind become one geometry of several parts. */
function joinParts(parts: readonly LooseGeometry[]): LooseGeometry {
  const [first] = parts;
  if (
    first !== undefined &&
    parts.every(({ type }) => type === first.type) &&
    /^(Point|LineString|Polygon)$/.test(String(first.type))
  )
    return parts.length === 1
      ? first
      : { type: `Multi${String(first.type)}`, coordinates: parts.map(({ coordinates }) => coordinates) };
  return { type: 'GeometryCollection', geometries: parts };
}
