import { beforeAll, describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { getSiteAccess, listPlaces } from '#core/indicators/road-access.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import type { PlanEvaluation } from '#core/planning/evaluation/evaluation.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';

const SITE_KINDS = { town: 'town_government', park: 'park', central_village: 'central_village' } as const;

/** A new site, one that is closed, one that is made larger. */
const EDITS: readonly PlanEdit[] = [
  {
    kind: 'place_site',
    input: { siteCode: 'FA9-S1', name: '新坪', position: [107.612, 26.927], capacityHouseholds: 120 },
  },
  { kind: 'close_site', input: { siteCode: 'AZ035' } },
  { kind: 'set_capacity', input: { siteCode: 'AZ028', capacityHouseholds: 400 } },
];

interface World {
  readonly context: IndicatorContext;
  readonly evaluation: PlanEvaluation;
}
const look = (county: County): World => ({
  context: createIndicatorContext(county),
  evaluation: evaluatePlan(county),
});

describe('evaluatePlan on the sample county', () => {
  let worlds: readonly (readonly [string, World])[] = [];
  beforeAll(async () => {
    const county = buildCounty(await loadSampleCounty(), 1);
    const planned = applyCommands(county, numberCommands(EDITS)).county;
    worlds = [
      ['today', look(county)],
      ['under a plan', look(planned)],
    ];
  }, 60_000);

  it('measures closeness of every site to every kind as D3 does', () => {
    for (const [name, { context, evaluation }] of worlds) {
      const { sites } = context.county;
      expect(evaluation.sites).toHaveLength(sites.length);
      for (const kind of Object.values(SITE_KINDS)) {
        const { cost, place } = getSiteAccess(context, kind);
        sites.forEach((site, i) => {
          const near = evaluation.sites[i]?.closeness.find((one) => one.kind === kind);
          const meters = cost[i] ?? Infinity;
          expect(near?.meters ?? Infinity, `${name} ${site.code} ${kind}`).toBeCloseTo(meters, 6);
          expect(near?.place?.code ?? null, `${name} ${site.code} ${kind}`).toBe(
            listPlaces(context, kind)[place[i] ?? -1]?.code ?? null,
          );
        });
      }
    }
  });

  it('counts as many close sites as D3, in all and by kind', () => {
    for (const [name, { context, evaluation }] of worlds) {
      const figure = computeFigure(context, 'D3', context.county.code);
      const { sitesClose, sitesOpen } = evaluation;
      expect([sitesClose, sitesOpen], name).toEqual([figure.numerator, figure.denominator]);
      for (const [part, kind] of Object.entries(SITE_KINDS)) {
        const near = evaluation.sites.filter(
          ({ closeness, isOpen }) => isOpen && closeness.some((one) => one.kind === kind && one.isNear),
        ).length;
        expect(near, `${name} ${part}`).toBe(
          figure.parts.find((one) => one.part === `near:${part}`)?.numerator ?? null,
        );
      }
    }
  });

  it('has the households of S1 centralised and the use of capacity of S2', () => {
    for (const [name, { context, evaluation }] of worlds) {
      const { all, scattered, flows, capacityHouseholds } = evaluation;
      const [s1, s2] = (['S1', 'S2'] as const).map((each) => computeFigure(context, each, context.county.code));
      // who is assigned by ledger or command, not by the rule of the nearest site
      const assigned = flows.reduce((sum, { by, households }) => sum + (by === 'explicit' ? households : 0), 0);
      expect([all.households, all.people], name).toEqual([s1?.denominator, s1?.pair?.denominator]);
      expect(all.households - scattered.households, name).toBe(s1?.numerator);
      expect([assigned, capacityHouseholds], name).toEqual([s2?.numerator, s2?.denominator]);
    }
  });
});
