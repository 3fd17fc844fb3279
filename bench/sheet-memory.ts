import type { PaperSize } from '#core/cartography/sheet/paper.ts';
import { DEFAULT_SHEET_OPTIONS } from '#core/cartography/sheet/sheet-spec.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createSheet } from '#server/sheets/create-sheet.ts';
import { loadSampleCounty } from '../data/load-sample-county.ts';

/** Makes one sheet of the sample county and prints the peak resident memory of this process in megabytes. */
const county = buildCounty(await loadSampleCounty(), 1);
await createSheet(
  {
    map: 'progress',
    areaCode: county.code,
    asOf: county.dataDate,
    paper: process.argv[2] as PaperSize,
    orientation: 'landscape',
    scale: 'fit',
    edition: 'internal',
    language: 'zh',
    relief: true,
    liveUrl: null,
    options: DEFAULT_SHEET_OPTIONS,
  },
  { context: createIndicatorContext(county) },
);
process.stdout.write(`${(process.resourceUsage().maxRSS / 1000).toFixed(1)}\n`);
