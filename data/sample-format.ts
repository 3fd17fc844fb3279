import type { CountyRows, Dem } from '#core/county/county-rows.ts';

/** Lists that have a geometry and become GeoJSON: list and name of the geometry's field. */
export const GEOJSON_LISTS = {
  areas: 'boundary',
  segments: 'line',
  constraints: 'boundary',
  rivers: 'line',
} as const;

/** Lists kept as one JSON object per line. */
export const NDJSON_LISTS = [
  'settlements',
  'sites',
  'homesteads',
  'hazards',
  'parks',
  'services',
  'projects',
  'tasks',
  'items',
  'responsibilities',
  'benchmarks',
  'calendarStops',
  'ledgerRows',
] as const;

/** One file of `data/sample` as the manifest names it. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: number;
  /** Of the file as it lies in the folder. */
  readonly sha256: string;
  /** Of the unpacked content: the same on every version of zlib. */
  readonly contentSha256: string;
  readonly rows: number | null;
}

/** `manifest.json`: what is neither a list nor the elevation grid, and the checksums of all files. */
export interface SampleManifest {
  readonly seed: number;
  readonly county: Pick<CountyRows, 'code' | 'dataDate' | 'origin' | 'campaign' | 'settings'>;
  readonly dem: Omit<Dem, 'elevations'>;
  readonly files: readonly SampleFile[];
}

/** Files above this size, and all of the households, are packed with gzip. */
export const PACK_FROM_BYTES = 420_000;
