import type { County } from '../county/county.ts';
import { createCountyState } from '../county/county-state.ts';
import { WORK_STATUSES } from '../county/kinds.ts';
import { computeFigures } from '../indicators/compute.ts';
import { createIndicatorContext, type IndicatorContext } from '../indicators/context.ts';
import type { FigureWithParts, IndicatorCode } from '../indicators/figure.ts';
import { pricePlanned } from '../network/hardening-cost.ts';
import { type ComparedState, listDifferences, type PlanDifference } from './differences.ts';
import { evaluatePlan } from './evaluation/evaluate-plan.ts';
import type { PlanEvaluation } from './evaluation/evaluation.ts';
import { isSiteUsed } from './evaluation/is-site-used.ts';
import { isSiteBuilt, priceSite } from './evaluation/plan-costs.ts';
import { projectCounty } from './project-county.ts';

/** One column of a comparison. */
export interface PlanToCompare {
  /** Code of the plan, or `today`. */
  readonly plan: string;
  /** The county under it; today's as it is. */
  readonly county: County;
  /** False: nothing of it is taken as carried out. That is today. */
  readonly isCarriedOut: boolean;
}

/** Figures of an area, `figures[i]` of column `i`; headlines only, core units. */
export interface ComparedRow {
  readonly indicator: IndicatorCode;
  readonly figures: readonly FigureWithParts[];
}

/** Plans side by side. Metres, minutes, yuan. */
export interface PlanComparison {
  /** At the end of which year the plans are compared; null = at the data date, with nothing carried out. */
  readonly year: number | null;
  /** Years that can be asked for. */
  readonly years: readonly number[];
  readonly columns: readonly { readonly plan: string; readonly evaluation: PlanEvaluation }[];
  readonly rows: readonly ComparedRow[];
  /** In the order of their codes; `costYuan[i]` of column `i`: what is left to build there. */
  readonly towns: readonly {
    readonly code: string;
    readonly rows: readonly ComparedRow[];
    readonly costYuan: readonly number[];
  }[];
  /** The first column against the last. */
  readonly differences: readonly PlanDifference[];
}

/** When plans are compared. */
export interface CompareOptions {
  /** Through which year they are carried out; null = nothing is, at the data date; default: the last of `listCompareYears`. */
  readonly year?: number | null | undefined;
}

/** Indicators on which sites, arrangements and roads of a plan have a say. */
export const COMPARED: readonly IndicatorCode[] = [
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S6',
  'D1',
  'D2',
  'D3',
  'R0',
  'R1',
  'R2',
  'R4',
  'R5',
  'R6',
  'I2',
];
/** Of towns only what differs between them. */
const COMPARED_IN_TOWNS: readonly IndicatorCode[] = ['S1', 'S2', 'S3', 'S4', 'R2', 'R6'];

/**
 * Compares plans at the end of a year: all that they plan through it is taken as carried out (`projectCounty`), today stands as it is. Costs are of what
 * is left to build today, whatever the year.
 *
 * @param plans at least one, all of the same county
 */
export function comparePlans(plans: readonly PlanToCompare[], options: CompareOptions = {}): PlanComparison {
  const work = compareInSteps(plans, options);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** The same in steps, between which others may work. */
export function* compareInSteps(
  plans: readonly PlanToCompare[],
  { year: asked }: CompareOptions = {},
): Generator<void, PlanComparison> {
  const [first] = plans;
  if (!first) throw new RangeError('Got no plans when expected at least one');
  const years = listCompareYears(plans.map(({ county }) => county));
  const year = asked === undefined ? (years.at(-1) ?? null) : asked;
  const states: ComparedState[] = [];
  for (const plan of plans) states.push(yield* stateInSteps(plan, year));
  const rows = yield* rowsInSteps(states, first.county.code, COMPARED);
  const costs = states.map(sumCostsByTown);
  const towns: PlanComparison['towns'][number][] = [];
  for (const { code, level } of first.county.areas) {
    if (level !== 'town') continue;
    const costYuan = costs.map((column) => column.get(code) ?? 0);
    towns.push({ code, rows: yield* rowsInSteps(states, code, COMPARED_IN_TOWNS), costYuan });
  }
  const last = states.at(-1) ?? states[0];
  return {
    year,
    years,
    columns: plans.map(({ plan }, i) => ({ plan, evaluation: (states[i] as ComparedState).evaluation })),
    rows,
    towns,
    differences: states[0] && last ? listDifferences(states[0], last) : [],
  };
}

/** Figures of an area in every column, one indicator after the other. */
function* rowsInSteps(
  states: readonly ComparedState[],
  areaCode: string,
  codes: readonly IndicatorCode[],
): Generator<void, readonly ComparedRow[]> {
  const rows: ComparedRow[] = [];
  for (const indicator of codes) {
    const figures: FigureWithParts[] = [];
    for (const { then } of states) {
      figures.push(...computeFigures(then, areaCode, [indicator], { parts: false }));
      yield;
    }
    rows.push({ indicator, figures });
  }
  return rows;
}

const evaluations = new WeakMap<County, PlanEvaluation>();
const contexts = new WeakMap<County, IndicatorContext>();

function* stateInSteps({ county, isCarriedOut }: PlanToCompare, year: number | null): Generator<void, ComparedState> {
  const end = isCarriedOut && year !== null ? projectCounty(county, year) : county;
  yield;
  const then = contexts.get(end) ?? createIndicatorContext(end);
  contexts.set(end, then);
  const evaluation = evaluations.get(county) ?? evaluatePlan(county);
  evaluations.set(county, evaluation);
  yield;
  then.joined();
  yield;
  return { county, then, evaluation };
}

/** Years for which plans can be compared: from that of the data to the last of the campaign or of anything that one of them plans. */
export function listCompareYears(counties: readonly County[]): readonly number[] {
  const [{ campaign, dataDate } = {}] = counties;
  if (!campaign || !dataDate) return [];
  let last = Number(campaign.deadline.slice(0, 4));
  for (const { segments, households } of counties) {
    for (const { plannedYear } of segments) last = Math.max(last, plannedYear ?? 0);
    for (const moveYear of households.plannedMoveYear) last = Math.max(last, moveYear);
  }
  const first = Math.min(Number(dataDate.slice(0, 4)), last);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const COMPLETED = WORK_STATUSES.indexOf('completed');
const TOWN_DIGITS = 9;

/** What used sites and planned hardening of each town cost that are left to build; a segment's cost in the share of its length. */
function sumCostsByTown({
  county,
  evaluation,
}: Pick<ComparedState, 'county' | 'evaluation'>): ReadonlyMap<string, number> {
  const used = new Set(evaluation.sites.filter(isSiteUsed).map(({ siteCode }) => siteCode));
  const costs = new Map<string, number>();
  const add = (areaCode: string, yuan: number | null): void => {
    const town = areaCode.slice(0, TOWN_DIGITS);
    costs.set(town, (costs.get(town) ?? 0) + (yuan ?? 0));
  };
  const { siteStage, segments: state } = createCountyState(county, county.dataDate);
  county.sites.forEach((site, i) => {
    if (isSiteBuilt(siteStage[i] ?? -1) || !used.has(site.code)) return;
    add(site.areaCode, priceSite(county.settings, site).yuan);
  });
  const { pieces, segments } = county;
  for (let piece = 0; piece < pieces.count; piece++) {
    const index = pieces.segment[piece] ?? -1;
    const segment = segments[index];
    if (!segment || segment.plannedYear === null || segment.sharesPavementWith !== null) continue;
    if ((state.status[index] ?? 0) >= COMPLETED || segment.lengthMeters === 0) continue;
    const share = (pieces.lengthMeters[piece] ?? 0) / segment.lengthMeters;
    add(pieces.areaCodes[piece] ?? '', pricePlanned(county, segment).yuan * share);
  }
  return costs;
}
