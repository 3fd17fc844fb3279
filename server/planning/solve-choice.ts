import type { ChoiceResult, ChooseSitesRequest, RoadProgrammeRequest } from '#core/api/choices.ts';
import type { County } from '#core/county/county.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createLocationModel } from '#core/planning/choices/location-model.ts';
import { pickSuitablePoints } from '#core/planning/choices/pick-suitable-points.ts';
import type { SiteChoice } from '#core/planning/choices/site-choice.ts';
import { solveSiteChoice } from '#core/planning/choices/solve-site-choice.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import type { ProgrammeProblem } from '#core/planning/programme/programme.ts';
import { solveProgramme } from '#core/planning/programme/solve-programme.ts';
import { findPlaceRefusal } from '#core/planning/suitability/find-place-refusal.ts';
import { text } from '#core/texts/text.ts';
import { METERS_PER_KILOMETER, YUAN_PER_WAN } from '#core/units.ts';
import type { ChoiceDraft, ChoiceOrder } from './choices-messages.ts';
import { programmeToAnswer } from './choices-programme-answer.ts';
import { sitesToAnswer } from './choices-sites-answer.ts';

/** How work at a question is followed and ended. */
export interface SolveHooks {
  readonly now: () => number;
  readonly isCancelled: () => boolean;
  /** An answer better than the one before; it is put into words only where somebody wants it. */
  readonly tell: (create: () => ChoiceResult) => void;
}

/** Codes of new sites begin with this where there is no plan yet. */
const NO_PLAN_PREFIX = 'NEW';

/** The county under the plan of a question. */
export const applyDraft = (county: County, { basedOn, commands }: ChoiceDraft): County =>
  getPlannedCounty(county).withDraft(basedOn, commands).county;

/**
 * The answer of the solvers to a question about sites or roads, in words.
 *
 * @param county as it was read, without any draft
 * @throws {InvalidInputError} `choice_…`, `programme_…`: what cannot be meant
 */
export async function solveChoice(county: County, order: ChoiceOrder, hooks: SolveHooks): Promise<ChoiceResult> {
  const planned = applyDraft(county, order.draft);
  return order.request.kind === 'choose_sites'
    ? chooseSites(planned, order, { request: order.request, hooks })
    : planRoads(planned, order, { request: order.request, hooks });
}

async function chooseSites(
  county: County,
  { language, basis, batch }: ChoiceOrder,
  { request, hooks }: { readonly request: ChooseSitesRequest; readonly hooks: SolveHooks },
): Promise<ChoiceResult> {
  const asked = toSiteChoice(request);
  const { positions, refused } = sortPositions(county, asked.candidates.positions);
  const choice = { ...asked, candidates: { ...asked.candidates, positions } };
  const suitable = pickSuitablePoints(county, choice.candidates.suitable);
  const model = createLocationModel(county, choice, { codePrefix: basis.plan ?? NO_PLAN_PREFIX, suitable });
  const remark = (code: 'forbidden' | 'fewer_suitable', values: Readonly<Record<string, string | number>>) => ({
    code,
    text: text(language, 'choices', `problem_${code}`, values),
    settlements: [],
  });
  const points = refused.map((position) => position.join(',')).join('; ');
  const remarks = [
    ...(refused.length > 0 ? [remark('forbidden', { count: refused.length, points })] : []),
    ...(suitable.length < choice.candidates.suitable
      ? [remark('fewer_suitable', { found: suitable.length, asked: choice.candidates.suitable })]
      : []),
  ];
  const options = { language, basis, batch, remarks };
  const answer = await solveSiteChoice(model, {
    now: hooks.now,
    isCancelled: hooks.isCancelled,
    timeLimitMs: request.timeLimitSeconds * 1000,
    tell: (best) => hooks.tell(() => sitesToAnswer(model, best, options)),
  });
  return sitesToAnswer(model, answer, options);
}

/** Drawn places at which a site may stand, and those that a forbidding rule refuses. */
function sortPositions(
  county: County,
  drawn: SiteChoice['candidates']['positions'],
): { readonly positions: SiteChoice['candidates']['positions']; readonly refused: readonly LonLat[] } {
  const isRefused = drawn.map(({ position }) => {
    const refusal = findPlaceRefusal(county, position);
    // one outside the county is a mistake of the whole question
    return refusal !== null && refusal.finding.code !== 'outside_county';
  });
  return {
    positions: drawn.filter((_, i) => !isRefused[i]),
    refused: drawn.flatMap(({ position }, i) => (isRefused[i] ? [position] : [])),
  };
}

async function planRoads(
  county: County,
  { language, basis, batch }: ChoiceOrder,
  { request, hooks }: { readonly request: RoadProgrammeRequest; readonly hooks: SolveHooks },
): Promise<ChoiceResult> {
  const problem = toProgrammeProblem(county, request);
  const options = { language, basis, batch, problem };
  const answer = await solveProgramme(createIndicatorContext(county), problem, {
    now: hooks.now,
    isCancelled: hooks.isCancelled,
    tell: (best) => hooks.tell(() => programmeToAnswer(county, best, options)),
  });
  return programmeToAnswer(county, answer, options);
}

/** A request in the units of the solvers. */
export function toSiteChoice(request: ChooseSitesRequest): SiteChoice {
  const { problem, demand, split, shortage, candidates, measure, sites, required, excluded, seed } = request;
  const limit = request.limit === null || measure === 'minutes' ? request.limit : request.limit * METERS_PER_KILOMETER;
  const budgetYuan = request.budgetWanYuan === null ? null : request.budgetWanYuan * YUAN_PER_WAN;
  return { problem, demand, split, shortage, candidates, measure, sites, budgetYuan, limit, required, excluded, seed };
}

/** A request in the units of the solvers; without years those that are left of the campaign. */
export function toProgrammeProblem(county: County, request: RoadProgrammeRequest): ProgrammeProblem {
  const { goal, target, years, includesEmptied, seed } = request;
  return {
    goal: goal.kind === 'budget' ? { kind: 'budget', budgetYuan: goal.budgetWanYuan * YUAN_PER_WAN } : goal,
    target,
    years:
      years.length === 0
        ? listYearsLeft(county)
        : years.map(({ year, budgetWanYuan }) => ({
            year,
            budgetYuan: budgetWanYuan === null ? null : budgetWanYuan * YUAN_PER_WAN,
          })),
    includesEmptied,
    timeLimitMs: request.timeLimitSeconds * 1000,
    seed,
  };
}

/** The years after the data date's until the deadline of the campaign; that of the data date where none is left. */
function listYearsLeft({ dataDate, campaign }: Pick<County, 'dataDate' | 'campaign'>): ProgrammeProblem['years'] {
  const from = Number(dataDate.slice(0, 4));
  const count = Math.max(1, Number(campaign.deadline.slice(0, 4)) - from);
  const first = count === 1 && Number(campaign.deadline.slice(0, 4)) <= from ? from : from + 1;
  return Array.from({ length: count }, (_, i) => ({ year: first + i, budgetYuan: null }));
}
