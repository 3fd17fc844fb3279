import type { ChoiceRequest, ChosenSites, RoadProgramme } from '#core/api/choices.ts';
import { PLAN_INPUT_SCHEMAS } from '#core/api/plan-inputs.ts';
import type { PlanAnswer } from '#core/api/plans.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import { formatCount, formatNumber } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';
import { writeKm, writeMinutes } from './trip-words.ts';

/** One number of an answer, ready to read. */
export interface ChoiceRow {
  readonly key: TextKey<'plans'>;
  readonly value: string;
}

/** The commands of an answer, to be added to a plan as one step. */
export const readProposed = (
  commands: readonly Pick<PlanAnswer['commands'][number], 'kind' | 'input'>[],
): readonly PlanEdit[] =>
  commands.flatMap(({ kind, input }): PlanEdit[] => {
    const parsed = PLAN_INPUT_SCHEMAS[kind].safeParse(input);
    // the input was parsed by the schema of its own kind
    return parsed.success ? [{ kind, input: parsed.data } as PlanEdit] : [];
  });

/** Two decimals below a hundred, none above: enough to compare with the bound. */
const formatMeasured = (value: number): string =>
  formatNumber(value, Number.isInteger(value) ? 0 : Math.abs(value) < 100 ? 2 : 0);

/** A share of the objective that is not proved, rounded up as the status says it: `0 %`, `0.42 %`. */
const writeGap = (gap: number, language: Language): string =>
  `${formatNumber(Math.ceil(gap * 10_000 - ROUNDING) / 100, gap === 0 ? 0 : 2)} ${text(language, 'figures', 'unit_ratio')}`;

/** Less than this many hundredths of a per cent is the arithmetic of doubles. */
const ROUNDING = 1e-6;

const writeSeconds = (seconds: number, language: Language): string =>
  text(language, 'plans', 'seconds_of', { n: formatNumber(seconds, seconds < 10 ? 2 : 1) });

/** From here on a bound says nothing. */
const IDLE_GAP = 0.995;

/** How good an answer is, in words; a bound that says nothing is called so. */
export const writeStatus = (
  { status, statusText, gap }: Pick<ChosenSites | RoadProgramme, 'status' | 'statusText' | 'gap'>,
  language: Language,
): string =>
  status === 'feasible' && (gap === null || gap >= IDLE_GAP) ? text(language, 'plans', 'choice_unproved') : statusText;

/** The bound and the gap of an answer, where they say anything. */
const listBounds = (bound: ChoiceRow, gap: number | null, language: Language): readonly ChoiceRow[] =>
  gap === null || gap >= IDLE_GAP ? [] : [bound, { key: 'choice_gap', value: writeGap(gap, language) }];

/** What an answer about sites comes to. */
export function listChosenRows(answer: ChosenSites, language: Language): readonly ChoiceRow[] {
  const { objective, bound, gap, unit, sites, flows } = answer;
  const measured = (value: number | null): string =>
    value === null ? text(language, 'figures', 'no_value') : `${formatMeasured(value)} ${unit}`;
  if (objective === null) return [{ key: 'choice_seconds', value: writeSeconds(answer.elapsedSeconds, language) }];
  const households = flows.reduce((sum, flow) => sum + flow.households, 0);
  const minutes = flows.reduce((sum, flow) => sum + flow.households * (flow.minutes ?? 0), 0);
  const timed = flows.filter((flow) => flow.minutes !== null);
  const worst = timed.length > 0 ? Math.max(...timed.map((flow) => flow.minutes ?? 0)) : null;
  return [
    { key: 'choice_sites', value: formatCount(sites.length, 'sites', { language }) },
    { key: 'choice_households', value: formatCount(households, 'households', { language }) },
    ...(households > 0
      ? [
          { key: 'row_mean_minutes', value: writeMinutes(minutes / households, language) } as const,
          { key: 'row_worst_minutes', value: writeMinutes(worst, language) } as const,
        ]
      : []),
    { key: `objective_${answer.problem}`, value: measured(objective) },
    ...listBounds({ key: 'choice_bound', value: measured(bound) }, gap, language),
    { key: 'choice_seconds', value: writeSeconds(answer.elapsedSeconds, language) },
    { key: 'choose_seed', value: String(answer.seed) },
  ];
}

/** Units in which the targets of a road programme are counted. */
const TARGET_UNITS = { households: 'households', target_households: 'households', settlements: 'settlements' } as const;

/** What a road programme gains, in its own unit. */
export const writeGained = (gained: number, target: RoadProgramme['target'], language: Language): string =>
  formatCount(gained, TARGET_UNITS[target], { language });

/** What a road programme comes to; of a share that cannot be reached, the cheapest way to join all who can be. */
export function listProgrammeRows(
  answer: RoadProgramme,
  request: ChoiceRequest | null,
  language: Language,
): readonly ChoiceRow[] {
  const { target, joined, gap, bound } = answer;
  const isBudget = request?.kind === 'road_programme' && request.goal.kind === 'budget';
  const km = answer.steps.reduce((sum, step) => sum + step.km, 0);
  const share = text(language, 'plans', 'roads_joined_of', {
    before: formatNumber(joined.before, 0),
    after: formatNumber(joined.after, 0),
    all: formatNumber(joined.all, 0),
  });
  const proved: ChoiceRow = isBudget
    ? { key: 'roads_bound_gain', value: writeGained(Math.floor(bound), target, language) }
    : { key: 'roads_bound_cost', value: writeWan(bound, language) };
  return [
    { key: 'roads_total', value: writeWan(answer.wanYuan, language) },
    { key: 'roads_km', value: writeKm(km, language) },
    { key: `roads_gained_${target}`, value: writeGained(answer.gained, target, language) },
    { key: 'roads_joined', value: share },
    ...listBounds(proved, gap, language),
    { key: 'choice_seconds', value: writeSeconds(answer.elapsedSeconds, language) },
    { key: 'choose_seed', value: String(answer.seed) },
  ];
}

/** An amount of money: `1,234.5 万元`. */
export const writeWan = (wanYuan: number, language: Language): string =>
  `${formatNumber(wanYuan, 1)} ${text(language, 'figures', 'unit_wan_yuan')}`;

/** Whether an answer was made over the plan as it is now. */
export const isOver = (
  basis: ChosenSites['basis'] | RoadProgramme['basis'],
  plan: Pick<PlanAnswer, 'code' | 'version'> | undefined,
): boolean => plan !== undefined && basis.plan === plan.code && basis.version === plan.version;
