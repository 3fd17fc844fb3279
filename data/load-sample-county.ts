import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { decode } from 'fast-png';
import { completeSettings } from '#core/county/campaign.ts';
import type { CountyRows, Dem } from '#core/county/county-rows.ts';
import { EnvironmentError } from '#core/errors.ts';
import { parseHouseholds } from './household-csv.ts';
import { GEOJSON_LISTS, NDJSON_LISTS, type SampleManifest } from './sample-format.ts';

const SAMPLE_FOLDER = new URL('./sample/', import.meta.url);

/**
 * The sample county from the files of `data/sample`.
 *
 * @param folder ends with a slash; another than `data/sample` in tests only
 * @throws {EnvironmentError} `sample_damaged`: a file is missing or differs from the manifest's checksum
 */
export async function loadSampleCounty(folder: URL = SAMPLE_FOLDER): Promise<CountyRows> {
  const manifest = JSON.parse((await readSampleFile(folder, 'manifest.json')).toString('utf8')) as SampleManifest;
  const contents = new Map<string, Buffer>();
  for (const { name, sha256 } of manifest.files) {
    const bytes = await readSampleFile(folder, name);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw damaged(name);
    contents.set(name.replace(/\.gz$/, ''), name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  }
  const contentOf = (name: string): Buffer => {
    const content = contents.get(name);
    if (!content) throw damaged(name);
    return content;
  };
  const lists: Record<string, unknown> = {};
  for (const [list, field] of Object.entries(GEOJSON_LISTS))
    lists[list] = parseGeoJson(contentOf(`${list}.geojson`), field);
  for (const list of NDJSON_LISTS) lists[list] = parseLines(contentOf(`${list}.ndjson`));
  const households = [...contents]
    .filter(([name]) => name.startsWith('households-'))
    .flatMap(([, content]) => parseHouseholds(content.toString('utf8')));
  // the files were checked against the manifest, so their shape is what the generator's types say
  return {
    ...manifest.county,
    settings: completeSettings(manifest.county.settings),
    ...(lists as unknown as Pick<CountyRows, keyof typeof GEOJSON_LISTS | (typeof NDJSON_LISTS)[number]>),
    households,
    reportedTotals: [],
    plans: JSON.parse(contentOf('plans.json').toString('utf8')) as CountyRows['plans'],
    dem: { ...manifest.dem, elevations: decodeElevations(contentOf('dem.png'), manifest.dem) },
  };
}

const damaged = (name: string): EnvironmentError =>
  new EnvironmentError('sample_damaged', `The file data/sample/${name} is missing or was changed.`, { file: name });

async function readSampleFile(folder: URL, name: string): Promise<Buffer> {
  try {
    return await readFile(new URL(name, folder));
  } catch {
    throw damaged(name);
  }
}

function parseLines(content: Buffer): unknown[] {
  const text = content.toString('utf8').trimEnd();
  return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as unknown);
}

function parseGeoJson(content: Buffer, geometryField: string): unknown[] {
  const { features } = JSON.parse(content.toString('utf8')) as {
    features: { properties: Record<string, unknown>; geometry: unknown }[];
  };
  return features.map(({ properties, geometry }) => ({ ...properties, [geometryField]: geometry }));
}

function decodeElevations(png: Buffer, { columns, rows }: Pick<Dem, 'columns' | 'rows'>): Int16Array {
  const image = decode(png);
  if (image.width !== columns || image.height !== rows || image.depth !== 16) throw damaged('dem.png');
  return Int16Array.from(image.data);
}
