import { describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { checkSheet } from '../../../bench/sheet-checks.ts';
import { composeAsPrinted, isSoftFault, listSweptSheets } from '../../../bench/sheets-sweep.bench.ts';

const context = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));
/** Every 37th of the sheets of the sample: 37 is prime to the four maps, so that they take turns. The bench `sheets-sweep` looks at all. */
const STRIDE = 37;
const SHEETS = listSweptSheets(context).filter((_, index) => index < 4 || index % STRIDE === 0);

describe('composeSheetSet of the sample county', () => {
  it.each(SHEETS)(
    'lays no text over another, cuts none, and prints the figures that are computed: $map $areaCode',
    (asked) => {
      const { spec, pages, measure } = composeAsPrinted(context, asked);
      expect(checkSheet(pages, { spec, context, measure }).filter((fault) => !isSoftFault(fault))).toEqual([]);
    },
    30_000,
  );
});
