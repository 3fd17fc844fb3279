import { OGC_DEFAULT_LIMIT, OGC_MOST_FEATURES, type OgcItemsQuery } from '#core/api/ogc.ts';
import type { County } from '#core/county/county.ts';
import { type IsoDate, isIsoDate } from '#core/county/dates.ts';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import { type Bbox, bboxesTouch, bboxOf } from '#core/geo/bbox.ts';
import type { Geometry } from '#core/geo/geometry.ts';
import { mapPositions } from '#core/geo/map-positions.ts';
import {
  COUNTY_LAYERS,
  type CountyLayer,
  canBeMixed,
  fieldsOfLayer,
  listLayerEntries,
} from '#core/ledgers/county-layers.ts';
import type { LedgerEntry, LedgerValue } from '#core/ledgers/ledger.ts';
import { boxToDegrees, CRS84_URI, listCrs, type OgcCrs } from './ogc-crs.ts';

/** Of a layer of points and surfaces only the one or the other: QGIS takes the kind of the first feature for all, and draws no other. */
export const LAYER_PARTS = ['points', 'surfaces'] as const;
export type LayerPart = (typeof LAYER_PARTS)[number];

/** A layer of a county, by its address. */
export interface OgcCollection {
  /** `529901-segments`, `529901-parks-points`. */
  readonly id: string;
  /** Null for the whole layer. */
  readonly part: LayerPart | null;
  readonly county: County;
  readonly layer: CountyLayer;
  readonly bbox: Bbox;
}

/** A feature in the reference system of its answer. */
export interface OgcFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, LedgerValue>>;
}

/** A page of features. */
export interface OgcPage {
  readonly features: readonly OgcFeature[];
  readonly matched: number;
  readonly offset: number;
  readonly limit: number;
  readonly crs: string;
}

/** Counties as collections of features, as they were recorded: plans are left out. */
export interface OgcService {
  listCollections(): Promise<readonly OgcCollection[]>;
  /** @throws {NotFoundError} `ogc_unknown_collection` */
  getCollection(id: string): Promise<OgcCollection>;
  /**
   * @param filters columns and the values that features must have
   * @throws {InvalidInputError} `ogc_unknown_crs`, `ogc_unknown_parameter`, `ogc_datetime`
   */
  listItems(collection: OgcCollection, query: OgcItemsQuery, filters: Readonly<Record<string, string>>): OgcPage;
  /** @throws {NotFoundError} `ogc_unknown_feature` */
  getItem(
    collection: OgcCollection,
    featureId: string,
    crs?: string,
  ): { readonly feature: OgcFeature; readonly crs: string };
}

/** An entry with its box; null for one that has no place. */
interface PlacedEntry {
  readonly code: string;
  readonly entry: LedgerEntry;
  readonly bbox: Bbox | null;
}

/** Layers at a date that are kept of one loaded county. */
const KEPT_LAYERS = 24;

/** Creates the service over the counties in memory. */
export function createOgcService(parts: {
  readonly listCountyCodes: () => Promise<readonly string[]>;
  readonly getCounty: (countyCode: string) => Promise<County>;
}): OgcService {
  const entriesOf = createEntryCache();
  const toCollection = (county: County, layer: CountyLayer, part: LayerPart | null = null): OgcCollection => ({
    id: [county.code, layer, ...(part === null ? [] : [part])].join('-'),
    county,
    layer,
    part,
    bbox: county.areas[0]?.bbox ?? [-180, -90, 180, 90],
  });
  return {
    async listCollections() {
      const codes = await parts.listCountyCodes();
      const counties = await Promise.all(codes.map((code) => parts.getCounty(code)));
      return counties.flatMap((county) =>
        COUNTY_LAYERS.flatMap((layer) => {
          const parts = LAYER_PARTS.map((part) => toCollection(county, layer, part));
          const isMixed = canBeMixed(layer) && parts.every((part) => entriesOf(part, county.dataDate).length > 0);
          return [toCollection(county, layer), ...(isMixed ? parts : [])];
        }),
      );
    },
    async getCollection(id) {
      const [, code = '', written = '', ofIt] = /^(\d{6})-(\w+)(?:-(\w+))?$/.exec(id) ?? [];
      const layer = COUNTY_LAYERS.find((candidate) => candidate === written);
      const part = LAYER_PARTS.find((candidate) => candidate === ofIt) ?? null;
      const isPart = ofIt === undefined || (part !== null && layer !== undefined && canBeMixed(layer));
      if (layer === undefined || !isPart || !(await parts.listCountyCodes()).includes(code)) {
        throw new NotFoundError('ogc_unknown_collection', `No collection ${id}`, { id });
      }
      return toCollection(await parts.getCounty(code), layer, part);
    },
    listItems(collection, query, filters) {
      const systems = listCrs(collection.bbox);
      const crs = findCrs(systems, query.crs);
      const boxCrs = findCrs(systems, query['bbox-crs']);
      const box = query.bbox && boxToDegrees(query.bbox, boxCrs);
      const accepts = createFilter(collection.layer, filters);
      const entries = entriesOf(collection, readDay(query.datetime, collection.county.dataDate));
      const matching = entries.filter(
        ({ entry, bbox }) => (!box || (bbox !== null && bboxesTouch(bbox, box))) && accepts(entry),
      );
      const limit = Math.min(query.limit ?? OGC_DEFAULT_LIMIT, OGC_MOST_FEATURES);
      const offset = query.offset ?? 0;
      const features = matching.slice(offset, offset + limit).map((placed) => toFeature(placed, crs));
      return { features, matched: matching.length, offset, limit, crs: crs.uri };
    },
    getItem(collection, featureId, asked) {
      const crs = findCrs(listCrs(collection.bbox), asked);
      const placed = entriesOf(collection, collection.county.dataDate).find(({ code }) => code === featureId);
      if (placed === undefined) {
        const details = { id: featureId, collection: collection.id };
        throw new NotFoundError('ogc_unknown_feature', `No feature ${featureId} in ${collection.id}`, details);
      }
      return { feature: toFeature(placed, crs), crs: crs.uri };
    },
  };
}

/** Entries of a layer at a day, kept with the loaded county. */
function createEntryCache(): (collection: OgcCollection, day: IsoDate) => readonly PlacedEntry[] {
  const kept = new WeakMap<County, Map<string, readonly PlacedEntry[]>>();
  return ({ county, layer, part }, day) => {
    const layers = kept.get(county) ?? new Map<string, readonly PlacedEntry[]>();
    kept.set(county, layers);
    const key = `${layer} ${day}`;
    const known = layers.get(key);
    if (known !== undefined) return takePart(known, part);
    const placed = listLayerEntries(county, layer, { asOf: day }).map((entry) => ({
      code: String(entry.values.code),
      entry,
      bbox: entry.geometry === null ? null : bboxOf(entry.geometry),
    }));
    const [oldest] = layers.keys();
    if (layers.size >= KEPT_LAYERS && oldest !== undefined) layers.delete(oldest);
    layers.set(key, placed);
    return takePart(placed, part);
  };
}

const takePart = (placed: readonly PlacedEntry[], part: LayerPart | null): readonly PlacedEntry[] =>
  part === null
    ? placed
    : placed.filter(
        ({ entry }) => entry.geometry !== null && (entry.geometry.type === 'Point') === (part === 'points'),
      );

const toFeature = ({ code, entry }: PlacedEntry, crs: OgcCrs): OgcFeature => ({
  type: 'Feature',
  id: code,
  geometry:
    entry.geometry === null || crs.uri === CRS84_URI ? entry.geometry : mapPositions(entry.geometry, crs.forward),
  properties: entry.values,
});

function findCrs(systems: readonly OgcCrs[], uri: string = CRS84_URI): OgcCrs {
  const found = systems.find((crs) => crs.uri === uri);
  if (found !== undefined) return found;
  const expected = systems.map((crs) => crs.uri).join(' | ');
  throw new InvalidInputError('ogc_unknown_crs', `Got ${uri}, expected one of ${expected}`, { got: uri, expected });
}

/** Whether an entry has the values that were asked for; of a list one of them is enough. */
function createFilter(layer: CountyLayer, filters: Readonly<Record<string, string>>): (entry: LedgerEntry) => boolean {
  const names = fieldsOfLayer(layer).map(({ name }) => name);
  const wanted = Object.entries(filters);
  const unknown = wanted.find(([name]) => !names.includes(name));
  if (unknown !== undefined) {
    const details = { got: unknown[0], expected: names.join(', ') };
    throw new InvalidInputError('ogc_unknown_parameter', `Got parameter ${unknown[0]}`, details);
  }
  return ({ values }) =>
    wanted.every(([name, value]) => {
      const held = values[name];
      return Array.isArray(held) ? held.includes(value) : held !== null && held !== undefined && String(held) === value;
    });
}

/** The day of which features are asked: an instant, or the end of an interval; open ends mean the data date. */
function readDay(datetime: string | undefined, dataDate: IsoDate): IsoDate {
  if (datetime === undefined) return dataDate;
  const end = datetime.includes('/') ? (datetime.split('/')[1] ?? '') : datetime;
  if (end === '' || end === '..') return dataDate;
  const day = end.includes('T') ? toShanghaiDay(end) : end;
  if (!isIsoDate(day)) throw new InvalidInputError('ogc_datetime', `Got ${datetime}`, { got: datetime });
  return day > dataDate ? dataDate : day;
}

/** The day in Asia/Shanghai of an instant. */
function toShanghaiDay(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
}
