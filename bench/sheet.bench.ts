import { spawnSync } from 'node:child_process';
import { DEFAULT_SHEET_OPTIONS, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { County } from '#core/county/county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createSheet } from '#server/sheets/create-sheet.ts';
import { type BenchResult, summarise, timeRuns } from './measure.ts';
import { timeQgisSheet } from './qgis-peer.ts';

const RUNS = 5;

/** A0 county sheet as PDF: time, size, and memory beside the same sheet on A4. */
export async function benchSheet(county: County): Promise<readonly BenchResult[]> {
  const context = createIndicatorContext(county);
  const spec: SheetSpec = {
    map: 'progress',
    areaCode: county.code,
    asOf: county.dataDate,
    paper: 'A0',
    orientation: 'landscape',
    scale: 'fit',
    edition: 'internal',
    language: 'zh',
    relief: true,
    liveUrl: null,
    options: DEFAULT_SHEET_OPTIONS,
  };
  const sizes: number[] = [];
  const times = await timeRuns(RUNS, async () => {
    const pdf = await createSheet(spec, { context });
    sizes.push(pdf.length / 1_000_000);
    return pdf.length;
  });
  return [
    summarise(
      'A0 county sheet',
      's',
      times.map((time) => time / 1000),
      2,
      { name: 'QGIS', median: timeQgisSheet() },
    ),
    summarise('A0 county sheet', 'MB', sizes, 6),
    summarise('memory of a process that makes an A0 sheet', 'MB', [peakMegabytes('A0')], null, {
      name: 'the same on A4',
      median: peakMegabytes('A4'),
    }),
  ];
}

/** Peak resident memory of a fresh process that makes one sheet of the sample county. */
function peakMegabytes(paper: SheetSpec['paper']): number {
  const ran = spawnSync(process.execPath, ['--import', 'tsx', 'bench/sheet-memory.ts', paper], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return Number(ran.stdout.trim());
}
