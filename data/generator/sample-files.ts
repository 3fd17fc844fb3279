import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { CountyRows } from '#core/county/county-rows.ts';
import { formatHouseholds } from '../household-csv.ts';
import {
  GEOJSON_LISTS,
  NDJSON_LISTS,
  PACK_FROM_BYTES,
  type SampleFile,
  type SampleManifest,
} from '../sample-format.ts';
import { groupRows } from './group-rows.ts';
import { encodeElevationPng } from './png16.ts';

/** A file before packing. */
export interface SampleContent {
  readonly name: string;
  readonly content: Uint8Array;
  readonly rows: number | null;
}

const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The county as files, not yet packed; names without `.gz`. */
export function createSampleContents(rows: CountyRows): SampleContent[] {
  const contents: SampleContent[] = [];
  for (const [list, geometryField] of Object.entries(GEOJSON_LISTS)) {
    const things = rows[list as keyof typeof GEOJSON_LISTS];
    contents.push({ name: `${list}.geojson`, content: toBytes(toGeoJson(things, geometryField)), rows: things.length });
  }
  for (const list of NDJSON_LISTS) {
    const text = rows[list].map((row) => `${JSON.stringify(row)}\n`).join('');
    contents.push({ name: `${list}.ndjson`, content: toBytes(text), rows: rows[list].length });
  }
  for (const [town, households] of groupRows(rows.households, ({ code }) => code.slice(0, 9))) {
    contents.push({
      name: `households-${town}.csv`,
      content: toBytes(formatHouseholds(households)),
      rows: households.length,
    });
  }
  contents.push({ name: 'plans.json', content: toBytes(`${JSON.stringify(rows.plans)}\n`), rows: rows.plans.length });
  if (rows.dem) contents.push({ name: 'dem.png', content: encodeElevationPng(rows.dem), rows: null });
  return contents;
}

/** One feature per line, the geometry taken out of the properties. */
function toGeoJson(things: readonly object[], geometryField: string): string {
  const features = things.map((thing) => {
    const { [geometryField]: geometry, ...properties } = thing as Record<string, unknown>;
    return JSON.stringify({ type: 'Feature', properties, geometry });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

/** Packs large texts and describes every file. */
export function packSample(
  seed: number,
  rows: CountyRows,
): { files: { name: string; bytes: Uint8Array }[]; manifest: SampleManifest } {
  if (!rows.dem) throw new Error('The sample county has an elevation grid.');
  const { elevations: _elevations, ...dem } = rows.dem;
  const { code, dataDate, origin, campaign, settings } = rows;
  const files: { name: string; bytes: Uint8Array }[] = [];
  const described: SampleFile[] = [];
  for (const { name, content, rows: count } of createSampleContents(rows)) {
    const isPacked = !name.endsWith('.png') && (content.length > PACK_FROM_BYTES || name.startsWith('households-'));
    // gzip without a time of day: the same content gives the same bytes
    const bytes = isPacked ? Uint8Array.from(gzipSync(content, { level: 9 })) : content;
    const fileName = isPacked ? `${name}.gz` : name;
    files.push({ name: fileName, bytes });
    described.push({
      name: fileName,
      bytes: bytes.length,
      sha256: sha256(bytes),
      contentSha256: sha256(content),
      rows: count,
    });
  }
  return { files, manifest: { seed, county: { code, dataDate, origin, campaign, settings }, dem, files: described } };
}
