import { describe, expect, it } from 'vitest';
import { explainSites } from '#core/planning/choices/explain-sites.ts';
import { listChoiceProblems } from '#core/planning/choices/list-choice-problems.ts';
import { createLocationModel, type LocationModel } from '#core/planning/choices/location-model.ts';
import type { SiteChoice } from '#core/planning/choices/site-choice.ts';
import type { LocationAnswer } from '#core/planning/solvers/location-problem.ts';
import { chooseExhaustively } from '#tests/support/choose-exhaustively.ts';
import { createChoiceCounty, createSiteChoice } from '#tests/support/site-choices.ts';

/** Five demands of weight 1 and two sites, with the costs given by hand: rows are demands. */
function createWorked(
  overrides: Partial<SiteChoice>,
  costs: readonly number[],
  capacities?: readonly number[],
): LocationModel {
  const model = createLocationModel(createChoiceCounty(), createSiteChoice(overrides), { codePrefix: 'FA0001' });
  const sizes = capacities ? model.problem.weights : null;
  return {
    ...model,
    problem: {
      ...model.problem,
      costs: Float64Array.from(costs),
      sizes,
      capacities: capacities ? Float64Array.from(capacities) : null,
    },
  };
}

const COSTS = [1, 40, 2, 50, 3, 10, 35, 4, Infinity, 6];

const explain = (model: LocationModel) => explainSites(model, chooseExhaustively(model.problem));

describe('explainSites', () => {
  it('compares each site with the nearest other open one', () => {
    const [first, second] = explain(createWorked({ sites: 2 }, COSTS));
    // the first three go to site-1: 1, 2, 3; without it 40, 50, 10, of which two are over 30 minutes
    expect(first).toMatchObject({
      households: 3,
      settlements: 3,
      meanCost: 2,
      worstCost: 3,
      limit: 30,
      otherwiseFar: 2,
      otherwiseNone: 0,
      otherwiseMeanCost: 100 / 3,
      otherwiseMissing: 0,
      instead: { candidate: { code: 'site-2' }, households: 3 },
      isRequired: false,
    });
    // the others: 4 and 6; without site-2 35 and no way at all
    expect(second).toMatchObject({ households: 2, otherwiseFar: 1, otherwiseNone: 1, otherwiseMeanCost: 35 });
    expect(second?.instead).toMatchObject({ candidate: { code: 'site-1' }, households: 1 });
  });

  it('counts the room that would be missing, and says what was required', () => {
    const model = createWorked({ problem: 'capacitated_p_median', sites: 2, required: ['site-2'] }, COSTS, [3, 4]);
    const [first, second] = explain(model);
    expect([first?.otherwiseMissing, second?.otherwiseMissing]).toEqual([1, 2]);
    // site-1 is full, site-2 has room for two more
    expect([first?.otherwiseFull, second?.otherwiseFull, second?.otherwiseNone]).toEqual([0, 1, 1]);
    expect(first?.otherwiseMeanCost).toBe(100 / 3);
    // where nobody finds room, nobody goes anywhere
    expect(second?.instead).toBeNull();
    expect([first?.isRequired, second?.isRequired]).toEqual([false, true]);
  });

  it('takes the limit of the choice for far', () => {
    const model = createWorked({ problem: 'maximal_cover', limit: 8, sites: 2 }, COSTS);
    expect(explain({ ...model, problem: { ...model.problem, limit: 8 } })[0]).toMatchObject({
      limit: 8,
      otherwiseFar: 3,
    });
  });
});

describe('listChoiceProblems', () => {
  const fail = (model: LocationModel, infeasibility: LocationAnswer['infeasibility']): LocationAnswer => ({
    status: 'infeasible',
    open: [],
    assignment: new Int32Array(model.demands.length).fill(-1),
    objective: null,
    bound: null,
    gap: null,
    seed: 1,
    elapsedMs: 1,
    infeasibility,
  });

  it('tells how many cannot be placed, in which towns, and whom no site takes as a whole', () => {
    const model = createWorked({ problem: 'capacitated_p_median', sites: 2 }, COSTS, [0, 4]);
    const problems = listChoiceProblems(model, fail(model, { reason: 'capacity', missing: 1, bottleneck: [1] }));
    expect(problems).toEqual([
      {
        code: 'capacity',
        settlements: [],
        sites: [],
        values: { demand: 5, missing: 1, room: 4 },
        // the western town has 2 households and no room, the eastern 3 and room for 4
        towns: [{ areaCode: '529902101', missing: 2 }],
      },
      {
        code: 'capacity_whole',
        settlements: [model.demands[1]?.settlement],
        sites: [],
        values: { count: 1 },
        towns: [],
      },
    ]);
  });

  it('names the settlements that no allowed place covers', () => {
    const model = createWorked({ problem: 'set_cover', limit: 2 }, COSTS);
    const [problem] = listChoiceProblems(model, fail(model, { reason: 'uncovered', demands: [2, 4] }));
    expect(problem).toMatchObject({ code: 'uncovered', values: { count: 2, households: 2 } });
    expect(problem?.settlements).toEqual([model.demands[2]?.settlement, model.demands[4]?.settlement]);
  });

  it('tells whom a feasible cover leaves out', () => {
    const model = createWorked({ problem: 'maximal_cover', limit: 2, sites: 2 }, COSTS);
    const answer = chooseExhaustively(model.problem);
    expect(listChoiceProblems(model, answer).map(({ code, values }) => [code, values])).toEqual([
      ['not_covered', { count: 3, households: 3 }],
    ]);
  });
});
