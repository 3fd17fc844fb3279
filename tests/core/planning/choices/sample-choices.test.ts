import { beforeAll, describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { createSiteCommands } from '#core/planning/choices/commands-of-sites.ts';
import { listChoiceProblems } from '#core/planning/choices/list-choice-problems.ts';
import { listFlows } from '#core/planning/choices/list-flows.ts';
import { createLocationModel, type LocationModel } from '#core/planning/choices/location-model.ts';
import { pickSuitablePoints } from '#core/planning/choices/pick-suitable-points.ts';
import type { SiteChoice } from '#core/planning/choices/site-choice.ts';
import { solveSiteChoice } from '#core/planning/choices/solve-site-choice.ts';
import { boundPlaced } from '#core/planning/choices/waiting-place.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { createSiteChoice, listMoving, signCommands } from '#tests/support/site-choices.ts';

const LIMIT_MS = 120_000;

let county: County;
beforeAll(async () => {
  county = buildCounty(await loadSampleCounty(), 1);
}, LIMIT_MS);

async function choose(overrides: Partial<SiteChoice>, timeLimitMs = 3000) {
  const choice = createSiteChoice(overrides);
  const suitable = pickSuitablePoints(county, choice.candidates.suitable);
  const model = createLocationModel(county, choice, { codePrefix: 'FA0001', suitable });
  const startedAt = performance.now();
  const answer = await solveSiteChoice(model, {
    now: () => performance.now(),
    isCancelled: () => false,
    tell: () => undefined,
    timeLimitMs,
  });
  const commands = createSiteCommands(model, answer, { batch: 'b', nameSite: (code) => code });
  const applied = applyCommands(county, signCommands(commands));
  const evaluated = evaluatePlan(applied.county);
  // those without a way to any site keep what they have
  const evaluation = { ...evaluated, flows: evaluated.flows.filter(({ minutes }) => minutes !== null) };
  const chosen = listFlows(model, answer)
    .map(({ settlement, candidate, count }) =>
      [county.settlements[settlement]?.code, model.candidates[candidate]?.code, count].join(' '),
    )
    .toSorted();
  return { model, answer, commands, applied, evaluation, chosen, seconds: (performance.now() - startedAt) / 1000 };
}

/** Sites that are over their capacity by more than those who live there already. */
const listNewlyOver = ({ model, evaluation }: Pick<Awaited<ReturnType<typeof choose>>, 'model' | 'evaluation'>) =>
  evaluation.overCapacity.filter(({ siteCode, households }) => {
    const candidate = model.candidates.find(({ code }) => code === siteCode);
    return households > (candidate?.residentHouseholds ?? 0);
  });

const listKept = (model: LocationModel, open: readonly number[]) =>
  model.candidates.filter(({ residentHouseholds }, index) => residentHouseholds > 0 && !open.includes(index));
const countKept = (...[model, open]: Parameters<typeof listKept>): number => listKept(model, open).length;

describe('createSiteCommands in the sample county', { timeout: LIMIT_MS }, () => {
  it('gives a plan that is evaluated as the answer says: 8 of 40 sites, then all by capacity', async () => {
    for (const overrides of [
      { problem: 'p_median', sites: 8 },
      { problem: 'capacitated_p_median', sites: 40 },
      {
        problem: 'p_median',
        sites: 12,
        candidates: { sites: true, suitable: 40, positions: [], capacityHouseholds: 200 },
      },
    ] as const) {
      const { model, answer, applied, evaluation, chosen } = await choose(overrides);
      expect(applied.faults).toEqual([]);
      expect(listMoving(evaluation)).toEqual(chosen);
      const minutes = evaluation.flows.reduce(
        (sum, flow) => sum + (flow.households - flow.movedInHouseholds) * (flow.minutes ?? 0),
        0,
      );
      expect(Math.abs(minutes - (answer.objective ?? 0))).toBeLessThan(1e-6 * minutes);
      // where people live already nothing is closed, chosen or not
      expect(evaluation.sitesOpen).toBe(answer.open.length + countKept(model, answer.open));
      const withoutWay = model.withoutWay.reduce((sum, { weight }) => sum + weight, 0);
      expect(evaluation.notReached.households).toBeLessThanOrEqual(withoutWay);
      if (overrides.problem === 'capacitated_p_median') expect(listNewlyOver({ model, evaluation })).toEqual([]);
    }
  });

  it('fills 8 of 40 sites as far as their room goes', async () => {
    // the room is filled in a second or two; the limit is for a machine that is busy
    const { model, answer, commands, applied, evaluation, chosen } = await choose(
      { problem: 'capacitated_p_median', sites: 8, shortage: 'place_most', split: 'always' },
      20_000,
    );
    expect(applied.faults).toEqual([]);
    expect(answer.open.length).toBeLessThanOrEqual(8);
    const room = answer.open.reduce((sum, index) => sum + (model.candidates[index]?.freeHouseholds ?? 0), 0);
    const placed = [...answer.assignment].filter((site) => site >= 0).length;
    expect(placed).toBeLessThanOrEqual(room);
    expect(placed).toBeGreaterThan(0.99 * room);
    expect([placed, boundPlaced(model)]).toEqual([room, room]);
    expect(answer.gap).toBeLessThan(0.02);
    // what room is left in sites where people live is filled by the rule of the nearest site: nobody else moves
    const kept = new Set(listKept(model, answer.open).map(({ code }) => code));
    expect(listMoving(evaluation).filter((move) => !kept.has(move.split(' ')[1] ?? ''))).toEqual(chosen);
    expect(commands.some(({ kind, input }) => kind === 'close_site' && kept.has(input.siteCode))).toBe(false);
    expect(listChoiceProblems(model, answer).filter(({ code }) => code !== 'without_way')).toMatchObject([
      { code: 'not_placed', values: { placed, most: placed } },
      { code: 'inhabited', values: { count: kept.size } },
    ]);
    expect(listNewlyOver({ model, evaluation })).toEqual([]);
  });
});

describe('pickSuitablePoints', { timeout: LIMIT_MS }, () => {
  it('gives as many points as asked, well apart, where a site may stand without argument', () => {
    const points = pickSuitablePoints(county, 30);
    expect(points).toHaveLength(30);
    expect(new Set(points.map(String)).size).toBe(30);
    for (const point of points) {
      expect(['poor', 'fair', 'good']).toContain(judgePlace(county, point).suitabilityClass);
    }
    expect(pickSuitablePoints(county, 0)).toEqual([]);
  });
});
