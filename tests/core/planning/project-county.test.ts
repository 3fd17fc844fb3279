import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import { ARRANGEMENT_KINDS } from '#core/county/kinds.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { projectCounty } from '#core/planning/project-county.ts';
import { EVERY_KIND, numberCommands } from '#tests/support/plan-commands.ts';
import { arbitraryPlanningWorld } from '#tests/support/planning-worlds.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const CENTRALISED = ARRANGEMENT_KINDS.indexOf('centralised');

const figure = (county: County, code: IndicatorCode, part: string | null = null) => {
  const whole = computeFigure(createIndicatorContext(county), code, county.code);
  const { numerator, denominator } = whole.parts.find((one) => one.part === part && part !== null) ?? whole;
  return [numerator, denominator];
};

/** Households of each site by code, those without any left out. */
const listAssigned = ({ sites, households }: County) =>
  sites.map(({ code }, i) => [code, households.site.filter((site) => site === i).length]);
const listServed = (county: County) =>
  evaluatePlan(county).sites.map(({ siteCode, assigned }) => [siteCode, assigned.households]);

describe('projectCounty', () => {
  const county = createTinyCounty();
  const written = JSON.stringify(county);
  const [year2026, year2027] = [projectCounty(county, 2026), projectCounty(county, 2027)];

  it('ends its data with the year, and never before they end today', () => {
    expect(year2026.dataDate).toBe('2026-12-31');
    expect(projectCounty(county, 2025).dataDate).toBe('2026-11-22');
    expect(JSON.stringify(county)).toBe(written);
    expect(projectCounty(county, 2026)).toBe(year2026);
  });

  it('moves in those whose year has come, the late ones too: 6 of 8 by 2026, all by 2027', () => {
    expect(figure(county, 'S3')).toEqual([3, 8]);
    expect(figure(projectCounty(county, 2025), 'S3')).toEqual([4, 8]);
    expect(figure(year2026, 'S3')).toEqual([6, 8]);
    expect(figure(year2026, 'S3', 'handed_over')).toEqual([6, 8]);
    expect(figure(year2027, 'S3')).toEqual([8, 8]);
    expect(figure(year2027, 'S3', 'structure_done')).toEqual([8, 8]);
  });

  it('takes down the old houses that do not stay: 7 of 7, one stays', () => {
    expect(figure(year2027, 'S6')).toEqual([7, 7]);
    expect(figure(year2027, 'S6', 'reclaimed')).toEqual([7, 7]);
  });

  it('strikes off a hazard point when the last threatened household has moved', () => {
    expect(figure(year2026, 'S4')).toEqual([1, 4]);
    expect(figure(year2026, 'S4', 'hazards_closed')).toEqual([1, 2]);
    expect(figure(year2027, 'S4')).toEqual([0, 4]);
    expect(figure(year2027, 'S4', 'hazards_closed')).toEqual([2, 2]);
  });

  it('finishes the site with its facilities when everybody has come', () => {
    const site = year2027.sites.find(({ code }) => code === 'site-2');
    expect(site?.events.at(-1)).toEqual({ kind: 'stage', on: '2027-12-31', value: 'moved_in' });
    expect(site?.facilities.every(({ presentSince }) => presentSince !== null)).toBe(true);
    expect(year2026.sites.find(({ code }) => code === 'site-2')?.events).toHaveLength(3);
    // done before: what it lacks today, it lacks then
    expect(year2027.sites[0]).toBe(county.sites[0]);
  });

  it('hardens segments in their year and completes them, over the same graph', () => {
    const [doneNow, planned] = figure(county, 'R6') as [number, number];
    const [done2026] = figure(year2026, 'R6') as [number, number];
    expect(done2026).toBeGreaterThan(doneNow);
    expect(done2026).toBeLessThan(planned);
    expect(figure(year2027, 'R6')).toEqual([planned, planned]);
    expect(year2027.links).toBe(county.links);
  });

  it('lets villages leave in their year', () => {
    expect(figure(county, 'P3')).toEqual([1, 3]);
    expect(figure(year2026, 'P3')).toEqual([3, 3]);
  });

  const release = { kind: 'release_settlement', input: { settlementCode: '529902102201002' } } as const;

  it('moves who has no site to the nearest open one with room, as the evaluation sends them', () => {
    const { county: planned } = applyCommands(county, numberCommands([release]));
    expect(planned.households.site).not.toEqual(county.households.site);
    expect(figure(projectCounty(planned, 2027), 'S3')).toEqual([8, 8]);
    expect(listAssigned(projectCounty(planned, 2026))).toEqual(listServed(planned));
  });

  it('agrees with the evaluation in any county about who lives where in the end', () => {
    fc.assert(
      fc.property(arbitraryPlanningWorld, ({ county: world }) => {
        const last = projectCounty(world, 2100);
        const { served, scattered } = evaluatePlan(world);
        expect(listAssigned(last)).toEqual(listServed(world));
        expect(figure(last, 'S1')[0]).toBe(last.households.arrangement.filter((kind) => kind === CENTRALISED).length);
        const years = last.households.plannedMoveYear;
        const isDue = (i: number) => (years[i] ?? 0) > 0 || (world.households.eventDay.moved_in[i] ?? 0) < 99_999;
        if ([...last.households.arrangement.keys()].every(isDue))
          expect(figure(last, 'S3')[0]).toBe(served.households + scattered.households);
      }),
      { seed: 31, numRuns: 40 },
    );
  });

  it('leaves alone who finds no room, and opens a new road at the end of its year', () => {
    const road = EVERY_KIND.filter(({ kind }) => kind === 'add_segment');
    const close = ['site-1', 'site-2'].map((siteCode) => ({ kind: 'close_site', input: { siteCode } }) as const);
    const { county: planned } = applyCommands(county, numberCommands([...road, release, ...close]));
    const { served, scattered } = evaluatePlan(planned);
    expect(served.households + scattered.households).toBeLessThan(8);
    expect(figure(projectCounty(planned, 2027), 'S3')).toEqual([served.households + scattered.households, 8]);
    const isThere = (year: number) => {
      const { state, county: then } = createIndicatorContext(projectCounty(planned, year));
      return state.segments.hardened[then.segments.findIndex(({ code }) => code === 'FA9-R1')];
    };
    expect([isThere(2026), isThere(2027)]).toEqual([0, 1]);
  });
});
