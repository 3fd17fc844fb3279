import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { GdalAnswer, GdalJob, GdalLayer } from './gdal-messages.ts';

/** What of gdal3.js 2.8 is used; its own types cover the browser only. */
interface Gdal {
  open(
    path: string,
    options?: readonly string[],
  ): Promise<{ readonly datasets: readonly GdalDataset[]; readonly errors: readonly unknown[] }>;
  ogr2ogr(dataset: GdalDataset, options: readonly string[], name: string): Promise<{ readonly real: string }>;
  ogrinfo(dataset: GdalDataset, options: readonly string[]): Promise<GdalInfo>;
  close(dataset: GdalDataset): Promise<void>;
}

interface GdalDataset {
  readonly pointer: number;
}

interface GdalInfo {
  readonly layers?: readonly {
    readonly name: string;
    readonly featureCount?: number;
    readonly fields?: readonly { readonly name: string }[];
    readonly geometryFields?: readonly {
      readonly type: string;
      readonly coordinateSystem?: { readonly wkt?: string };
    }[];
  }[];
}

const require = createRequire(import.meta.url);

/** Starts GDAL. Its loader only finds the wasm by a path that is relative to the working folder. */
function startGdal(folder: string, tell: (message: string) => void): Promise<Gdal> {
  const initialise = require('gdal3.js/node') as (config: object) => Promise<Gdal>;
  const programs = join(dirname(require.resolve('gdal3.js/node')), 'dist', 'package');
  return initialise({
    path: relative(process.cwd(), programs),
    dest: folder,
    logHandler: () => undefined,
    errorHandler: tell,
  });
}

async function run(job: GdalJob): Promise<GdalAnswer> {
  const errors: string[] = [];
  const gdal = await startGdal(job.kind === 'convert' ? job.folder : tmpdir(), (message) => errors.push(message));
  const openOptions = job.kind === 'convert' ? (job.openOptions ?? []).flatMap((option) => ['-oo', option]) : [];
  try {
    const { datasets } = await gdal.open(job.source, openOptions);
    const [dataset] = datasets;
    if (dataset === undefined) return { kind: 'failed', message: describe(errors) };
    if (job.kind === 'read_layers') return { kind: 'layers', layers: readLayers(await gdal.ogrinfo(dataset, [])) };
    const paths: string[] = [];
    for (const { name, options } of job.outputs) paths.push((await gdal.ogr2ogr(dataset, options, name)).real);
    await gdal.close(dataset);
    return { kind: 'converted', paths };
  } catch (error) {
    return { kind: 'failed', message: describe([...errors, textOf(error)]) };
  }
}

const readLayers = ({ layers = [] }: GdalInfo): readonly GdalLayer[] =>
  layers.map(({ name, featureCount = 0, fields = [], geometryFields = [] }) => ({
    name,
    featureCount,
    geometryKinds: geometryFields.map(({ type }) => type),
    fields: fields.map((field) => field.name),
    wkt: geometryFields[0]?.coordinateSystem?.wkt ?? null,
  }));

/** gdal3.js throws errors, lists of errors, and objects with a number and a message. */
function textOf(error: unknown): string {
  if (Array.isArray(error)) return error.map(textOf).join('; ');
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

/** The first thing GDAL said is the cause; the rest follows from it. */
const describe = (messages: readonly string[]): string =>
  messages.find((message) => message.trim() !== '')?.replace(/^ERROR \d+: /, '') ?? 'Not recognised by GDAL';

parentPort?.postMessage(await run(workerData as GdalJob));
