import { expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import { computeFigures } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { listGaps } from '#core/network/find-gap.ts';
import { createOwnDefinition } from '#core/network/join-definition.ts';
import { joinPlaces } from '#core/network/join-places.ts';
import { measureTrips } from '#core/network/trips.ts';
import { createCountyService } from '#server/county/county-service.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createFaultyRoads } from '#tests/support/faulty-roads.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** Everything that figures say of a county at two dates: all codes with all parts for all areas, gaps, and every pair of settlements. */
function tellEverything(county: County): string {
  const told = ['2024-06-30', county.dataDate].map((asOf) => {
    const context = createIndicatorContext(county, asOf);
    const network = context.network();
    const joined = joinPlaces(network, createOwnDefinition(county.settings));
    const places = county.settlements.map(({ position }) => position);
    return {
      figures: county.areas.map(({ code }) => computeFigures(context, code, INDICATOR_CODES)),
      gaps: listGaps(network, joined, county.settlements.keys()),
      trips: (['drive', 'walk'] as const).map((mode) => measureTrips(network, { from: places, to: places, mode })),
    };
  });
  return JSON.stringify(told);
}

describeOnBothEngines('figures', (open) => {
  // both engines against the same county without a database, so that they also equal each other, to the last digit
  it.each([
    ['the tiny county', createTinyCountyRows()],
    ['a county with faulty roads', createFaultyRoads()],
  ])('are those of the rows that were written, for %s', async (_, rows) => {
    const service = createCountyService({ db: await open() });
    await service.writeCounty(rows, { account: 'local' });
    expect(tellEverything(await service.getCounty(rows.code))).toBe(tellEverything(buildCounty(rows, 1)));
  });
});
