import { describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { INDICATOR_CODES, type IndicatorCode } from '#core/indicators/figure.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import type { NaiveWorld, Recount } from '#tests/support/naive/naive-world.ts';
import { NETWORK_RECOUNTS } from '#tests/support/naive/recount-network.ts';
import { PEOPLE_RECOUNTS } from '#tests/support/naive/recount-people.ts';
import { WORKS_RECOUNTS } from '#tests/support/naive/recount-works.ts';

const RECOUNTS: Readonly<Record<IndicatorCode, Recount>> = {
  ...PEOPLE_RECOUNTS,
  ...WORKS_RECOUNTS,
  ...NETWORK_RECOUNTS,
};

/** County, one town, three villages: a seat, one of many settlements, a remote one. */
const AREAS = ['529901', '529901007', '529901001001', '529901010003', '529901018004'];

/** Metres are cut to millimetres; minutes rest on lengths that plain code measures in a plane: one in a hundred thousand. */
const toleranceOf = (code: IndicatorCode, amount: number): number => (code === 'D1' ? amount * 1e-5 : 1e-3);

describe('computeFigure, against a naive recount', async () => {
  const rows = await loadSampleCounty();
  const county = buildCounty(rows, 1);
  const context = createIndicatorContext(county);
  for (const asOf of ['2026-11-22', '2025-06-30']) {
    const world: NaiveWorld = { rows, stored: county, asOf };
    it.each(INDICATOR_CODES)(
      `${asOf}: %s is what plain code counts in the exported rows`,
      { timeout: 120_000 },
      (code) => {
        for (const area of AREAS) {
          const figure = computeFigure(context.at(asOf), code, area, { parts: false });
          const { numerator, denominator } = RECOUNTS[code](world, area);
          const name = `${code} ${area} ${asOf}`;
          expect(Math.abs((figure.numerator ?? Number.NaN) - numerator), name).toBeLessThanOrEqual(
            toleranceOf(code, numerator),
          );
          if (denominator === null) expect(figure.denominator, name).toBeNull();
          else expect(Math.abs((figure.denominator ?? Number.NaN) - denominator), name).toBeLessThanOrEqual(1e-3);
        }
      },
    );
  }
});
