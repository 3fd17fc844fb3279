import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanCommand } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { createSiteDrag } from '#core/planning/evaluation/site-drag.ts';
import { arbitraryPlanningWorld } from '#tests/support/planning-worlds.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const arbitraryPosition = fc
  .tuple(fc.integer({ min: 1, max: 3999 }), fc.integer({ min: 1, max: 1999 }))
  .map(([east, north]): LonLat => [107.5 + east / 100_000, 27 + north / 100_000]);

const SIGNED = { id: 'c1', by: 'local', at: '2026-11-22T00:00:00Z' };

describe('createSiteDrag', () => {
  it('gives to the last digit what the plan gives after the site was moved', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        arbitraryPlanningWorld,
        fc.array(arbitraryPosition, { minLength: 3, maxLength: 3 }),
        (world, places) => {
          const { county, limitMinutes } = world;
          const drag = createSiteDrag(county, { siteCode: 'site-3' }, { limitMinutes });
          for (const position of places) {
            const move: PlanCommand = { ...SIGNED, kind: 'move_site', input: { siteCode: 'site-3', position } };
            const moved = applyCommands(county, [move]);
            if (moved.faults.length > 0) continue;
            compared++;
            expect(drag.evaluateAt(position)).toEqual(evaluatePlan(moved.county, { limitMinutes }));
          }
        },
      ),
      { seed: 21, numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(60);
  });

  it('gives to the last digit what the plan gives after a site was placed', () => {
    fc.assert(
      fc.property(arbitraryPlanningWorld, arbitraryPosition, fc.nat(8), (world, position, capacityHouseholds) => {
        const { county, limitMinutes } = world;
        const site = { siteCode: 'FA0001-S1', name: '新安置点', capacityHouseholds };
        const place: PlanCommand = { ...SIGNED, kind: 'place_site', input: { ...site, position } };
        const placed = applyCommands(county, [place], { onFault: 'throw' }).county;
        const drag = createSiteDrag(county, site, { limitMinutes });
        expect(drag.evaluateAt(position)).toEqual(evaluatePlan(placed, { limitMinutes }));
      }),
      { seed: 22, numRuns: 80 },
    );
  });

  it('leaves a site as it is at the place where it stands', () => {
    const county = createTinyCounty();
    const drag = createSiteDrag(county, { siteCode: 'site-2' });
    expect(drag.evaluateAt([107.533, 27.0055])).toEqual(evaluatePlan(county));
  });

  it('refuses a site that is not there', () => {
    expect(() => createSiteDrag(createTinyCounty(), { siteCode: 'site-9' })).toThrow('Got site site-9');
  });
});
