import { describe, expect, it } from 'vitest';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import type { FeatureLayer } from '#core/cartography/map-definition.ts';
import { joinCounty, splitCounty } from '#core/county/county-parts.ts';
import type { PlanEdit, PlanRow } from '#core/county/plan.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { createPlannedContext } from '#core/planning/planned-context.ts';
import { createCoverageService } from '#server/coverage/coverage-service.ts';
import { EVERY_KIND, numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

const EDITS: readonly PlanEdit[] = [
  { kind: 'place_site', input: { siteCode: 'FA2-S1', position: [107.512, 27.0165], capacityHouseholds: 5 } },
  { kind: 'assign_settlement', input: { settlementCode: '529902102201002', siteCode: 'FA2-S1' } },
  { kind: 'harden_segment', input: { segmentCode: 'seg-10', year: 2027 } },
  EVERY_KIND.find(({ kind }) => kind === 'add_segment') as PlanEdit,
];
const plan: PlanRow = {
  code: 'FA2',
  name: '方案二',
  nameEn: 'Plan 2',
  status: 'published',
  publishedOn: '2026-09-01',
  commands: numberCommands(EDITS),
  schedule: [],
  baseRevision: 1,
  basedOn: 'plan-1',
};
const county = createTinyCounty({ plans: [...createTinyCountyRows().plans, plan] });
const [BEFORE, AFTER] = ['2026-08-31', '2026-09-01'];

describe('a published plan on the map', () => {
  const context = createPlannedContext(county);
  const draw = (layer: FeatureLayer, asOf: string, areaCode = '529902') =>
    buildFeatures({ context: context.at(asOf), layer, areaCode, language: 'zh' }).features.map(
      ({ properties }) => properties,
    );

  it('shows its sites, flows and segments from its day on and not before', () => {
    expect(draw('sites', BEFORE).map(({ code }) => code)).not.toContain('FA2-S1');
    expect(draw('sites', AFTER).map(({ code }) => code)).toContain('FA2-S1');
    const flows = (asOf: string) => draw('flows', asOf).map(({ siteCode }) => siteCode);
    expect(flows(BEFORE)).toContain('site-2');
    expect(flows(AFTER)).toContain('FA2-S1');
    expect(flows(AFTER)).not.toContain('site-2');
    const yearOf = (asOf: string, segment: string) =>
      draw('segments', asOf).find(({ code }) => code === segment)?.plannedYear;
    expect([yearOf(BEFORE, 'seg-10'), yearOf(AFTER, 'seg-10')]).toEqual([null, 2027]);
    expect([yearOf(BEFORE, 'FA9-R1'), yearOf(AFTER, 'FA9-R1')]).toEqual([undefined, 2027]);
  });

  it('prices what it hardens by the table of the county, and says so in the rows', () => {
    const cost = (asOf: string) =>
      computeFigure(context.at(asOf), 'R5', '529902').parts.find(({ part }) => part === 'cost');
    const { segments, settings } = context.county;
    const meters = (code: string) => segments.find((segment) => segment.code === code)?.lengthMeters ?? 0;
    const { yuanPerKilometer, newRoadYuanPerKilometer } = settings.hardeningCosts;
    // seg-06 and seg-07 are left of the programme: 820,000 yuan
    expect(cost(BEFORE)?.value).toBeCloseTo(820_000, 2);
    expect(cost(AFTER)?.value).toBeCloseTo(
      820_000 + (meters('seg-10') * yuanPerKilometer.C + meters('FA9-R1') * newRoadYuanPerKilometer) / 1000,
      2,
    );
    const notes = listFigureRows(context, 'R5', '529902', 'cost').map(({ note }) => note);
    expect(notes).toContain('cost_estimated');
  });

  it('does the same in a thread to which the county was handed in pieces', () => {
    const handed = createPlannedContext(joinCounty(splitCounty(context.recorded)));
    expect(handed.county.sites).toEqual(context.county.sites);
    expect(computeFigure(handed, 'S2', '529902')).toEqual(computeFigure(context, 'S2', '529902'));
  });

  it('is what the coverage service tells', async () => {
    const service = createCoverageService({ getCounty: async () => county });
    expect((await service.getContext('529902')).county.sites).toHaveLength(3);
    expect((await service.getContext('529902', BEFORE)).county).toBe(county);
    expect((await service.getContext('529902')).recorded).toBe(county);
  });
});
