import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '../data/load-sample-county.ts';
import { readPeakMegabytes } from './read-peak-megabytes.ts';
import { createPrefectureSheetCounty } from './sheet/prefecture-sheet-county.ts';
import { makeForMemory } from './sheet.bench.ts';

/** Makes sheets of the sample county (`paper kind sheets`) and prints the peak resident memory of this process in megabytes. */
const [paper = 'A0', kind = 'pdf', sheets = '1'] = process.argv.slice(2);

/** Holds the sample only where it is what is drawn. */
async function createContext(): Promise<IndicatorContext> {
  const sample = buildCounty(await loadSampleCounty(), 1);
  return createIndicatorContext(kind === 'prefecture' ? createPrefectureSheetCounty(sample) : sample);
}

await makeForMemory(await createContext(), { paper, kind, sheets: Number(sheets) });
process.stdout.write(`${readPeakMegabytes().toFixed(1)}\n`);
