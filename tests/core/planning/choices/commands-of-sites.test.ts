import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { createSiteCommands } from '#core/planning/choices/commands-of-sites.ts';
import { listFlows } from '#core/planning/choices/list-flows.ts';
import { createLocationModel, type LocationModel } from '#core/planning/choices/location-model.ts';
import type { SiteChoice } from '#core/planning/choices/site-choice.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import type { LocationAnswer } from '#core/planning/solvers/location-problem.ts';
import { chooseExhaustively } from '#tests/support/choose-exhaustively.ts';
import { createChoiceCounty, createSiteChoice, listMoving, signCommands } from '#tests/support/site-choices.ts';

const NEW_PLACE = { position: [107.51, 27.012], capacityHouseholds: 3 } as const;
const WITH_NEW = { sites: true, suitable: 0, positions: [NEW_PLACE], capacityHouseholds: 100 };

function choose(county: County, overrides: Partial<SiteChoice> = {}) {
  const model = createLocationModel(county, createSiteChoice(overrides), { codePrefix: 'FA0001' });
  const answer = chooseExhaustively(model.problem);
  return { model, answer, commands: createSiteCommands(model, answer, { batch: 'b', nameSite: (code) => code }) };
}

/** The plan with the commands, evaluated by code that knows nothing of solvers. */
function expectSame(county: County, chosen: ReturnType<typeof choose>, limitMinutes: number | null = null): void {
  const { model, answer, commands } = chosen;
  const planned = applyCommands(county, signCommands(commands));
  expect(planned.faults).toEqual([]);
  const evaluation = evaluatePlan(planned.county, { limitMinutes });
  expect(listMoving(evaluation)).toEqual(listChosen(model, answer));
  const minutes = evaluation.flows.reduce(
    (sum, flow) => sum + (flow.households - flow.movedInHouseholds) * (flow.minutes ?? 0),
    0,
  );
  if (model.problem.kind === 'p_median' || model.problem.kind === 'capacitated_p_median')
    expect(minutes).toBeCloseTo(answer.objective ?? Number.NaN, 9);
  // where people live already nothing is closed
  const open = model.candidates
    .filter(
      ({ residentHouseholds, isClosed }, index) => answer.open.includes(index) || (residentHouseholds > 0 && !isClosed),
    )
    .map(({ code }) => code)
    .toSorted();
  expect(
    evaluation.sites
      .filter(({ isOpen }) => isOpen)
      .map(({ siteCode }) => siteCode)
      .toSorted(),
  ).toEqual(open);
}

const listChosen = (model: LocationModel, answer: LocationAnswer): readonly string[] =>
  listFlows(model, answer)
    .map(({ settlement, candidate, count }) =>
      [model.county.settlements[settlement]?.code, model.candidates[candidate]?.code, count].join(' '),
    )
    .toSorted();

describe('createSiteCommands', () => {
  it('sends everybody where the answer says, and leaves a site open in which people live', () => {
    const county = createChoiceCounty();
    const chosen = choose(county, { sites: 1, required: ['site-2'] });
    expect(chosen.commands.map(({ id, kind, batch }) => [id, kind, batch])).toEqual([
      // the household of 滩头 has site-2 already
      ['b-1', 'assign_settlement', 'b'],
      ['b-2', 'assign_settlement', 'b'],
      ['b-3', 'assign_settlement', 'b'],
      ['b-4', 'assign_settlement', 'b'],
    ]);
    expectSame(county, chosen);
  });

  it('closes what was not chosen only where nobody lives, even if it was excluded', () => {
    const county = createChoiceCounty();
    const kindsOf = ({ commands }: ReturnType<typeof choose>) =>
      commands.flatMap(({ kind, input }) => (kind === 'close_site' ? [input.siteCode] : []));
    expect(kindsOf(choose(county, { sites: 1, excluded: ['site-1'] }))).toEqual([]);
    // nobody lives in site-2 yet
    expect(kindsOf(choose(county, { sites: 1, excluded: ['site-2'] }))).toEqual(['site-2']);
  });

  it('places new sites under the code of the plan and opens those that the plan had closed', () => {
    const county = createChoiceCounty();
    const closed = applyCommands(county, [
      { id: '1', by: 'a', at: '', kind: 'close_site', input: { siteCode: 'site-1' } },
      {
        id: '2',
        by: 'a',
        at: '',
        kind: 'place_site',
        input: { siteCode: 'FA0001-S1', position: [107.505, 27.012], capacityHouseholds: 1 },
      },
    ]).county;
    const chosen = choose(closed, { sites: 4, candidates: WITH_NEW, required: ['site-1', 'site-2', 'FA0001-S1'] });
    expect(chosen.commands.filter(({ kind }) => kind.endsWith('site'))).toEqual([
      { id: 'b-1', batch: 'b', kind: 'open_site', input: { siteCode: 'site-1' } },
      {
        id: 'b-2',
        batch: 'b',
        kind: 'place_site',
        input: { siteCode: 'FA0001-S2', name: 'FA0001-S2', ...NEW_PLACE },
      },
    ]);
    expectSame(closed, chosen);
  });

  it('sends household by household where a settlement is split', () => {
    const county = createChoiceCounty();
    const chosen = choose(county, {
      problem: 'capacitated_p_median',
      sites: 2,
      split: 'always',
      candidates: WITH_NEW,
      excluded: ['site-1'],
    });
    expect(chosen.answer.status).toBe('optimal');
    expectSame(county, chosen);
  });

  it('releases those whom a cover leaves out', () => {
    const county = createChoiceCounty();
    const chosen = choose(county, { problem: 'maximal_cover', sites: 1, limit: 1, excluded: ['site-2'] });
    expect(chosen.commands.some(({ kind }) => kind === 'release_settlement')).toBe(true);
    expectSame(county, chosen, 1);
  });

  it('needs no command where everything is so already', () => {
    const county = createChoiceCounty();
    const first = choose(county, { sites: 2 });
    const planned = applyCommands(county, signCommands(first.commands)).county;
    expect(choose(planned, { sites: 2 }).commands).toEqual([]);
  });

  it('gives a plan that is evaluated as the answer says, for any choice', () => {
    const county = createChoiceCounty();
    const choices = fc.record({
      problem: fc.constantFrom(
        'p_median' as const,
        'capacitated_p_median' as const,
        'p_center' as const,
        'maximal_cover' as const,
      ),
      measure: fc.constant('minutes' as const),
      sites: fc.integer({ min: 1, max: 4 }),
      limit: fc.double({ min: 0.5, max: 10, noNaN: true }),
      split: fc.constantFrom('never' as const, 'always' as const),
      positions: fc.array(
        fc.record({
          position: fc.tuple(
            fc.double({ min: 107.501, max: 107.539, noNaN: true }),
            fc.double({ min: 27.001, max: 27.019, noNaN: true }),
          ),
          capacityHouseholds: fc.integer({ min: 0, max: 4 }),
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(choices, ({ positions, limit, problem, ...rest }) => {
        const candidates = { ...WITH_NEW, positions };
        const isCover = problem === 'maximal_cover';
        const chosen = choose(county, { ...rest, problem, candidates, limit: isCover ? limit : null });
        if (chosen.answer.objective !== null) expectSame(county, chosen, isCover ? limit : null);
      }),
      { seed: 4, numRuns: 60 },
    );
  });
});
