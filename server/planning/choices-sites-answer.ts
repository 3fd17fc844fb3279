import type { ChoiceBasis, ChosenSites } from '#core/api/choices.ts';
import { createSiteCommands } from '#core/planning/choices/commands-of-sites.ts';
import { explainSites, findFarLimit, type SiteExplanation } from '#core/planning/choices/explain-sites.ts';
import { type ChoiceProblem, listChoiceProblems } from '#core/planning/choices/list-choice-problems.ts';
import { listFlows } from '#core/planning/choices/list-flows.ts';
import type { LocationModel } from '#core/planning/choices/location-model.ts';
import type { LocationAnswer, LocationKind } from '#core/planning/solvers/location-problem.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';
import { metersToKilometers, yuanToWan } from '#core/units.ts';
import { describeStatus, nameSome, roundNumber, writeNumbers } from './choices-words.ts';

/** Towns named in the sentence about missing room. */
const MOST_TOWNS = 3;

/** How an answer is told. */
export interface SitesAnswerOptions {
  readonly language: Language;
  readonly basis: ChoiceBasis;
  readonly batch: string;
  /** Found out while the model was made: a sentence each. */
  readonly remarks: ChosenSites['problems'];
}

/** A solver's answer as the interface tells it: kilometres, sentences, and the commands that make it part of the plan. */
export function sitesToAnswer(model: LocationModel, answer: LocationAnswer, options: SitesAnswerOptions): ChosenSites {
  const { language, basis, batch, remarks } = options;
  const { county, choice, candidates } = model;
  const unit = findUnit(model);
  const nameSite = (code: string): string => text(language, 'choices', 'site_name', { code });
  const nameOf = ({ code, site }: (typeof candidates)[number]): string => {
    const row = county.sites[site];
    return row === undefined ? nameSite(code) : language === 'zh' ? row.name : row.nameEn;
  };
  return {
    kind: 'choose_sites',
    basis,
    status: answer.status,
    statusText: describeStatus(language, answer),
    problem: choice.problem,
    unit: text(language, 'choices', unit.key),
    objective: answer.objective === null ? null : answer.objective / unit.size,
    bound: answer.bound === null ? null : answer.bound / unit.size,
    gap: answer.gap,
    seed: answer.seed,
    elapsedSeconds: answer.elapsedMs / 1000,
    sites: explainSites(model, answer).map((explanation) => {
      const { candidate, households } = explanation;
      return {
        siteCode: candidate.code,
        name: nameOf(candidate),
        position: [...candidate.position],
        isNew: candidate.site < 0,
        households,
        capacityHouseholds: candidate.capacityHouseholds,
        reason: describeReason(model, explanation, { language, nameOf }),
      };
    }),
    flows: listFlows(model, answer).map((flow) => ({
      settlementCode: county.settlements[flow.settlement]?.code ?? '',
      siteCode: candidates[flow.candidate]?.code ?? '',
      households: flow.count,
      minutes: flow.minutes === Infinity ? null : flow.minutes,
      km: flow.meters === Infinity ? null : metersToKilometers(flow.meters),
    })),
    problems: [
      ...remarks,
      ...listChoiceProblems(model, answer).map((problem) => tellProblem(model, problem, language)),
    ],
    commands: answer.objective === null ? [] : [...createSiteCommands(model, answer, { batch, nameSite })],
    note: text(language, 'choices', 'note'),
  };
}

/** What the objective of each problem counts; the solvers count metres and yuan. */
function findUnit({ choice, problem }: Pick<LocationModel, 'choice' | 'problem'>): {
  readonly key: TextKey<'choices'>;
  readonly size: number;
} {
  const isMeters = choice.measure === 'meters';
  const size = isMeters ? 1000 : 1;
  const units: Readonly<Record<LocationKind, { readonly key: TextKey<'choices'>; readonly size: number }>> = {
    p_median: { key: isMeters ? 'unit_household_km' : 'unit_household_minutes', size },
    capacitated_p_median: { key: isMeters ? 'unit_household_km' : 'unit_household_minutes', size },
    p_center: { key: isMeters ? 'unit_km' : 'unit_minutes', size },
    maximal_cover: { key: 'unit_households', size: 1 },
    set_cover: problem.opening === null ? { key: 'unit_sites', size: 1 } : { key: 'unit_wan_yuan', size: yuanPerWan() },
  };
  return units[problem.kind];
}

const yuanPerWan = (): number => 1 / yuanToWan(1);

/** Minutes or kilometres of a cost, with the word for them. */
function describeCost(
  model: LocationModel,
  cost: number,
  language: Language,
): { readonly value: string; readonly unit: string } {
  const isMeters = model.choice.measure === 'meters';
  return {
    value: roundNumber(isMeters ? metersToKilometers(cost) : cost),
    unit: text(language, 'choices', isMeters ? 'unit_km' : 'unit_minutes'),
  };
}

/** What a site does, and what would be without it, as one sentence. */
function describeReason(
  model: LocationModel,
  site: SiteExplanation,
  {
    language,
    nameOf,
  }: { readonly language: Language; readonly nameOf: (candidate: SiteExplanation['candidate']) => string },
): string {
  const say = (key: TextKey<'choices'>, values: Readonly<Record<string, string | number>> = {}): string =>
    text(language, 'choices', key, writeNumbers(values));
  const cost = (value: number | null) => describeCost(model, value ?? 0, language);
  const { value: limit, unit } = cost(site.limit);
  const { households, settlements, otherwiseFar: far, otherwiseNone, otherwiseMissing, otherwiseMeanCost } = site;
  const parts: string[] = [];
  if (households === 0) parts.push(say('reason_nobody'));
  else if (far === households) {
    const means = { mean: cost(site.meanCost).value, other: cost(otherwiseMeanCost).value };
    parts.push(say('reason_far_all', { households, limit, unit, ...means }));
  } else {
    const trip = { mean: cost(site.meanCost).value, worst: cost(site.worstCost).value, unit };
    parts.push(say('reason_serves', { households, settlements, ...trip }));
    if (far > 0) parts.push(say('reason_far', { count: far, limit, unit }));
    if (otherwiseMeanCost !== null) parts.push(say('reason_farther', { mean: cost(otherwiseMeanCost).value, unit }));
    if (otherwiseNone > 0) parts.push(say('reason_none', { count: otherwiseNone }));
    if (site.otherwiseFull > 0) parts.push(say('reason_full', { count: site.otherwiseFull }));
  }
  if (site.instead !== null) {
    const { candidate, households: count } = site.instead;
    parts.push(say(count === households ? 'reason_instead_all' : 'reason_instead', { count, name: nameOf(candidate) }));
  }
  if (otherwiseMissing > 0) parts.push(say('reason_missing', { count: otherwiseMissing }));
  if (site.isRequired) parts.push(say('reason_required'));
  return parts.join(say('reason_join'));
}

/** A problem as a sentence that names the settlements and towns it is about. */
function tellProblem(
  model: LocationModel,
  problem: ChoiceProblem,
  language: Language,
): ChosenSites['problems'][number] {
  const { county } = model;
  const limit = describeCost(model, findFarLimit(model), language);
  const settlements = problem.settlements.flatMap((index) => county.settlements[index] ?? []);
  const nameOf = (thing: { readonly name: string; readonly nameEn: string }): string =>
    language === 'zh' ? thing.name : thing.nameEn;
  const sites = problem.sites.flatMap((index) => county.sites[index] ?? []);
  const towns = problem.towns.slice(0, MOST_TOWNS).map(({ areaCode, missing }) => {
    const area = county.areas.find(({ code }) => code === areaCode);
    return text(language, 'choices', 'town_gap', {
      town: area === undefined ? areaCode : nameOf(area),
      missing: roundNumber(missing),
    });
  });
  const { needed = 0, budget = 0 } = problem.values;
  const inWan: Record<string, string> =
    problem.code === 'budget' ? { needed: roundUpWan(needed), budget: roundNumber(yuanToWan(budget)) } : {};
  return {
    code: problem.code,
    text: text(language, 'choices', `problem_${problem.code}`, {
      ...writeNumbers(problem.values),
      ...inWan,
      limit: limit.value,
      unit: limit.unit,
      names: nameSome(language, [...settlements, ...sites].map(nameOf)),
      towns: towns.length > 0 ? towns.join(text(language, 'choices', 'names_join')) : '–',
    }),
    settlements: settlements.map(({ code }) => code),
  };
}

/** A need is never told smaller than it is. */
const roundUpWan = (yuan: number): string => roundNumber(Math.ceil(yuanToWan(yuan) * 10) / 10);
