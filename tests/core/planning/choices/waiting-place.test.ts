import { describe, expect, it } from 'vitest';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { createSiteCommands } from '#core/planning/choices/commands-of-sites.ts';
import { listChoiceProblems } from '#core/planning/choices/list-choice-problems.ts';
import { createLocationModel } from '#core/planning/choices/location-model.ts';
import { readLocationAnswer } from '#core/planning/choices/waiting-place.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { chooseExhaustively } from '#tests/support/choose-exhaustively.ts';
import { createChoiceCounty, createSiteChoice, signCommands } from '#tests/support/site-choices.ts';

const choose = (shortage: 'refuse' | 'place_most', sites = 1) => {
  const choice = createSiteChoice({ problem: 'capacitated_p_median', sites, shortage });
  const model = createLocationModel(createChoiceCounty(), choice, { codePrefix: 'FA0001' });
  return { model, answer: readLocationAnswer(model, chooseExhaustively(model.problem)) };
};

describe('readLocationAnswer', () => {
  it('places as many as there is room for, and counts trips only', () => {
    expect(choose('refuse').answer.status).toBe('infeasible');
    const { model, answer } = choose('place_most');
    // site-2 has room for 4 of the 5 households
    expect(answer.open.map((index) => model.candidates[index]?.code)).toEqual(['site-2']);
    expect([...answer.assignment].filter((site) => site < 0)).toHaveLength(1);
    const trips = [...answer.assignment].map((site, demand) =>
      site < 0 ? 0 : (model.minutes[demand * 2 + site] ?? 0),
    );
    expect(answer.objective).toBeCloseTo(
      trips.reduce((a, b) => a + b, 0),
      9,
    );
    expect([answer.status, answer.gap, answer.bound]).toEqual(['optimal', 0, answer.objective]);
    expect(listChoiceProblems(model, answer)).toMatchObject([
      {
        code: 'not_placed',
        values: { count: 1, households: 1, demand: 5, placed: 4, most: 4 },
        towns: [{ areaCode: '529902101', missing: 2 }],
      },
      // two live in site-1
      { code: 'inhabited', sites: [0], values: { count: 1, households: 2 } },
    ]);
  });

  it('becomes a plan in which those who wait are told as full', () => {
    const { model, answer } = choose('place_most');
    const commands = createSiteCommands(model, answer, { batch: 'b', nameSite: (code) => code });
    const { county, faults } = applyCommands(model.county, signCommands(commands));
    expect(faults).toEqual([]);
    const { full, served, notReached, overCapacity } = evaluatePlan(county);
    // two live in site-1 already
    expect([served.households, full.households, notReached.households, overCapacity]).toEqual([6, 1, 0, []]);
  });

  it('leaves other problems alone', () => {
    const model = createLocationModel(createChoiceCounty(), createSiteChoice({ shortage: 'place_most' }), {
      codePrefix: 'FA0001',
    });
    const answer = chooseExhaustively(model.problem);
    expect(readLocationAnswer(model, answer)).toBe(answer);
  });
});
