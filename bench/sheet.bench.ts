import { spawnSync } from 'node:child_process';
import { completeSheetSpec, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { County } from '#core/county/county.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { collectMuchGarbage } from '#server/sheets/collect-garbage.ts';
import { createSheet } from '#server/sheets/create-sheet.ts';
import { createSheetService, SHEET_THREAD_LIMITS } from '#server/sheets/sheet-service.ts';
import { type BenchResult, summarise, timeRuns } from './measure.ts';
import { exportWithQgis } from './qgis-peer.ts';
import { benchPreviews } from './sheet/bench-previews.ts';
import { createPrefectureSheetCounty } from './sheet/prefecture-sheet-county.ts';

const RUNS = 5;
/** Issue 5: an atlas of 400 A3 village sheets in 30 seconds. */
const ATLAS_SHEETS = 400;
const ATLAS_SECONDS = 30;
/** Ten times as many sheets may take this many times the memory. */
const FLAT_MEMORY = 1.1;
const PREFECTURE_RUNS = 3;
/** The sample county on A0 must not be larger than this, whatever QGIS writes. */
const MOST_MEGABYTES = 6;

/** A0 county sheet as PDF beside QGIS, its preview, its picture, an atlas, and what memory they take. */
export async function benchSheet(county: County): Promise<readonly BenchResult[]> {
  const context = createIndicatorContext(county);
  const qgis = exportWithQgis(county, RUNS);
  return [
    ...(await benchCountySheet(context, qgis)),
    ...(await benchPreviews(context)),
    await benchAtlas(context),
    ...benchPrefecture(county),
    summarise('memory of a process that makes an A0 sheet', 'MB', [peakMegabytes('A0', 'pdf', 1)], null, {
      name: 'the same on A4',
      median: peakMegabytes('A4', 'pdf', 1),
    }),
    summarise('memory of a process that makes an A0 picture at 150 dpi', 'MB', [peakMegabytes('A0', 'png', 1)], 1000),
    benchAtlasMemory(),
  ];
}

/** Memory that the service takes with its threads, for many sheets and for a tenth of them. */
function benchAtlasMemory(): BenchResult {
  const few = peakMegabytes('A3', 'batch', ATLAS_SHEETS / 10);
  const many = peakMegabytes('A3', 'batch', ATLAS_SHEETS);
  const peer = { name: '40 sheets', median: few } as const;
  return summarise('memory of a process that makes 400 A3 sheets', 'MB', [many], few * FLAT_MEMORY, peer);
}

const createSpec = ({ county }: IndicatorContext, overrides: Partial<SheetSpec> = {}): SheetSpec =>
  completeSheetSpec({
    map: 'progress',
    areaCode: county.code,
    asOf: county.dataDate,
    ...overrides,
  });

async function benchCountySheet(
  context: IndicatorContext,
  qgis: ReturnType<typeof exportWithQgis>,
): Promise<readonly BenchResult[]> {
  const sizes: number[] = [];
  const times = await timeRuns(RUNS, async () => {
    const pdf = await createSheet(createSpec(context), { context });
    sizes.push(pdf.length / 1_000_000);
    return pdf.length;
  });
  const peer = { name: 'QGIS', askedRatio: 1 } as const;
  return [
    summarise(
      'A0 county sheet',
      's',
      times.map((time) => time / 1000),
      2,
      { ...peer, median: qgis?.seconds ?? null },
    ),
    summarise('A0 county sheet', 'MB', sizes, MOST_MEGABYTES, { ...peer, median: qgis?.megabytes ?? null }),
  ];
}

async function benchAtlas(context: IndicatorContext): Promise<BenchResult> {
  const service = createSheetService();
  const file = { title: 'atlas', language: 'zh', asOf: context.asOf } as const;
  try {
    const [time = Number.NaN] = await timeRuns(1, async () => {
      let bytes = 0;
      await service.makePages(listVillageSheets(context, ATLAS_SHEETS), {
        context,
        file,
        write: (part) => {
          bytes += part.length;
        },
      });
      return bytes;
    });
    return summarise('atlas of 400 A3 village sheets', 's', [time / 1000], ATLAS_SECONDS);
  } finally {
    await service.close();
  }
}

/** Milliseconds of A0 sheets of a county, each composed wholly anew. */
export const timePrefecture = (county: County): Promise<readonly number[]> =>
  timeRuns(PREFECTURE_RUNS, async () => {
    const context = createIndicatorContext(county);
    return (await createSheet(createSpec(context), { context })).length;
  });

/** A sheet of 200,000 segments beside QGIS with the same layers, each in a process of its own. */
function benchPrefecture(base: County): readonly BenchResult[] {
  const times = runBench(['bench/sheet-times.ts'], (said) => JSON.parse(said) as readonly number[]);
  const qgis = exportWithQgis(createPrefectureSheetCounty(base), PREFECTURE_RUNS);
  return [
    summarise(
      'A0 sheet of a prefecture, 200,000 segments',
      's',
      times.map((time) => time / 1000),
      null,
      { name: 'QGIS', median: qgis?.seconds ?? null, askedRatio: 2 },
    ),
    summarise('memory of a process that makes it', 'MB', [peakMegabytes('A0', 'prefecture', 1)], 1000),
  ];
}

/**
 * Sheets of the villages in the order of their codes, map after map. Fewer than an atlas are every so manieth of it: the same maps in the same shares, so that
 * the two tell what the number of sheets costs and nothing else.
 */
const listVillageSheets = (context: IndicatorContext, count: number): { readonly spec: SheetSpec }[] => {
  const villages = context.county.areas.filter(({ level }) => level === 'village');
  const maps = ['progress', 'targets', 'measures', 'industry'] as const;
  const step = Math.max(1, Math.floor(ATLAS_SHEETS / count));
  return Array.from({ length: count }, (_, place) => place * step).map((i) => ({
    spec: createSpec(context, {
      areaCode: villages[i % villages.length]?.code ?? context.county.code,
      map: maps[Math.floor(i / villages.length) % maps.length] ?? 'progress',
      paper: 'A3',
    }),
  }));
};

/** Village sheets as an office has them made: by the service and its two threads. What loading the county left lying about is cleared away first. */
async function makeAtlas(context: IndicatorContext, sheets: number): Promise<void> {
  collectMuchGarbage();
  const service = createSheetService();
  try {
    await service.makePages(listVillageSheets(context, sheets), {
      context,
      file: { title: 'atlas', language: 'zh', asOf: context.asOf },
      write: () => undefined,
    });
  } finally {
    await service.close();
  }
}

/** Makes what the memory of a fresh process is measured with. */
export async function makeForMemory(
  context: IndicatorContext,
  { paper, kind, sheets }: { readonly paper: string; readonly kind: string; readonly sheets: number },
): Promise<void> {
  const spec = createSpec(context, { paper });
  if (kind === 'batch') await makeAtlas(context, sheets);
  else if (kind === 'png') await createSheet(spec, { context, file: { format: 'png', page: 1, dotsPerInch: 150 } });
  else await createSheet(spec, { context });
}

/** Peak resident memory of a fresh process that makes sheets of the sample county, or of the prefecture. */
function peakMegabytes(paper: string, kind: 'pdf' | 'png' | 'batch' | 'prefecture', sheets: number): number {
  return runBench(['bench/sheet-memory.ts', paper, kind, String(sheets)], Number);
}

/** What a script of the bench says, in a process of its own with the memory that the service gives its threads. */
function runBench<Result>(script: readonly string[], read: (said: string) => Result): Result {
  const memory = `--max-old-space-size=${SHEET_THREAD_LIMITS.maxOldGenerationSizeMb}`;
  const ran = spawnSync(process.execPath, [memory, '--import', 'tsx', ...script], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return read(ran.stdout.trim());
}
