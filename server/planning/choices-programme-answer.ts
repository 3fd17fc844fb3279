import type { ChoiceBasis, RoadProgramme } from '#core/api/choices.ts';
import type { County } from '#core/county/county.ts';
import { labelSegment } from '#core/county/label-segment.ts';
import { priceSegment } from '#core/network/hardening-cost.ts';
import { createProgrammeCommands } from '#core/planning/choices/commands-of-programme.ts';
import type {
  ProgrammeAnswer,
  ProgrammeProblem,
  ProgrammeStep,
  UnplacedStep,
} from '#core/planning/programme/programme.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { metersToKilometers, yuanToWan } from '#core/units.ts';
import { describeStatus, nameSome, roundNumber, writeNumbers } from './choices-words.ts';

/** How a programme is told. */
export interface ProgrammeAnswerOptions {
  readonly language: Language;
  readonly basis: ChoiceBasis;
  readonly batch: string;
  readonly problem: ProgrammeProblem;
}

/** Names and prices of what a programme speaks of. */
interface ProgrammeThings {
  readonly language: Language;
  readonly county: County;
  readonly segments: ReadonlyMap<string, County['segments'][number]>;
  readonly settlements: ReadonlyMap<string, County['settlements'][number]>;
  readonly areas: ReadonlyMap<string, County['areas'][number]>;
}

/** A road programme as the interface tells it: kilometres, 万元, sentences, and the commands that make it part of the plan. */
export function programmeToAnswer(
  county: County,
  answer: ProgrammeAnswer,
  { language, basis, batch, problem }: ProgrammeAnswerOptions,
): RoadProgramme {
  const things: ProgrammeThings = {
    language,
    county,
    segments: indexByCode(county.segments),
    settlements: indexByCode(county.settlements),
    areas: indexByCode(county.areas),
  };
  const steps = answer.steps.map((step, i) => createStep(things, step, i + 1));
  // what is gained in settlements and households is gained; what the two least-cost goals bound is money
  const boundSize = problem.goal.kind === 'budget' ? 1 : 1 / yuanToWan(1);
  return {
    kind: 'road_programme',
    basis,
    status: answer.status,
    statusText: sayStatus(things, answer),
    target: problem.target,
    wanYuan: yuanToWan(answer.costYuan),
    gained: answer.gained,
    bound: answer.bound / boundSize,
    gap: answer.gap,
    seed: answer.seed,
    elapsedSeconds: answer.elapsedMs / 1000,
    joined: answer.joined,
    steps,
    unplaced: answer.unplaced.map((step) => ({
      km: metersToKilometers(step.meters),
      wanYuan: yuanToWan(step.costYuan),
      segments: [...step.segmentCodes],
      text: text(language, 'choices', 'programme_unplaced', writeNumbers(sayStep(step))),
    })),
    years: sumYears(steps),
    impossible: answer.impossible.map((code) => ({
      code,
      name: nameSettlement(things, code),
      reason: text(language, 'choices', 'programme_impossible'),
    })),
    leftOut: answer.leftOut.map((code) => ({ code, name: nameSettlement(things, code) })),
    hasSampleCosts:
      county.settings.hardeningCosts.isSample && steps.some(({ segments }) => segments.some((each) => each.isEstimate)),
    commands: [...createProgrammeCommands(answer, batch)],
  };
}

/** How good the programme is; where the share needs settlements that no road joins, which they are, and how good it is for the others. */
function sayStatus(things: ProgrammeThings, answer: ProgrammeAnswer): string {
  const { language } = things;
  if (answer.status !== 'infeasible') return describeStatus(language, answer);
  const rest = describeStatus(language, { status: answer.gap === 0 ? 'optimal' : 'feasible', gap: answer.gap });
  const names = nameSome(
    language,
    answer.impossible.map((code) => nameSettlement(things, code)),
  );
  return text(language, 'choices', 'programme_beyond', { names, count: answer.impossible.length, rest });
}

/** What the sentence of a step says. */
const sayStep = ({ segmentCodes, settlementCodes, meters, costYuan, households }: UnplacedStep) => ({
  segments: segmentCodes.length,
  km: roundNumber(metersToKilometers(meters)),
  cost: roundNumber(yuanToWan(costYuan)),
  settlements: settlementCodes.length,
  households,
});

function createStep(things: ProgrammeThings, step: ProgrammeStep, number: number): RoadProgramme['steps'][number] {
  const { language } = things;
  const { year, meters, costYuan, households, people, targetHouseholds, gainPerMillionYuan, settlementCodes } = step;
  return {
    number,
    year,
    km: metersToKilometers(meters),
    wanYuan: yuanToWan(costYuan),
    households,
    people,
    targetHouseholds,
    gainPerMillionYuan,
    segments: step.segmentCodes.map((code) => createSegment(things, code)),
    settlements: settlementCodes.map((code) => ({
      code,
      name: nameSettlement(things, code),
      areaName: nameOf(language, things.areas.get(things.settlements.get(code)?.villageCode ?? '')),
    })),
    text: text(
      language,
      'choices',
      settlementCodes.length > 0 ? 'programme_step' : 'programme_step_none',
      writeNumbers(sayStep(step)),
    ),
  };
}

function createSegment(
  { county, segments, language }: ProgrammeThings,
  code: string,
): RoadProgramme['steps'][number]['segments'][number] {
  const segment = segments.get(code);
  if (segment === undefined) return { code, name: '', km: 0, wanYuan: 0, isEstimate: false };
  const { yuan, estimatedYuan } = priceSegment(county.settings, segment);
  return {
    code,
    name: labelSegment(language, segment),
    km: metersToKilometers(segment.lengthMeters),
    wanYuan: yuanToWan(yuan),
    isEstimate: estimatedYuan > 0,
  };
}

function sumYears(steps: RoadProgramme['steps']): RoadProgramme['years'] {
  const years = new Map<number, RoadProgramme['years'][number]>();
  for (const { year, km, wanYuan, settlements, households } of steps) {
    const known = years.get(year) ?? { year, km: 0, wanYuan: 0, settlements: 0, households: 0 };
    years.set(year, {
      year,
      km: known.km + km,
      wanYuan: known.wanYuan + wanYuan,
      settlements: known.settlements + settlements.length,
      households: known.households + households,
    });
  }
  return [...years.values()].toSorted((a, b) => a.year - b.year);
}

const indexByCode = <Thing extends { readonly code: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.map((thing) => [thing.code, thing]));

const nameSettlement = ({ settlements, language }: ProgrammeThings, code: string): string =>
  nameOf(language, settlements.get(code)) || code;

const nameOf = (language: Language, thing: { readonly name: string; readonly nameEn: string } | undefined): string =>
  thing === undefined ? '' : language === 'zh' ? thing.name : thing.nameEn;
