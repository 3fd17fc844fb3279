import type { PlanEvaluationAnswer, SiteEvaluationAnswer } from '#core/api/plans.ts';
import { formatCount, formatDifference, formatNumber } from '#core/indicators/format-figure.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';
import { writeKm, writeMinutes } from './trip-words.ts';

/** A change against another state: signed and in its unit; `tone` says whether it is for the better. */
export interface EvaluationChange {
  readonly text: string;
  readonly tone: 'better' | 'worse' | 'same' | 'neutral';
}

/** One number of an evaluation, ready to read. */
export interface EvaluationRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** It rests on costs that are examples. */
  readonly isSample: boolean;
  /** Aligned with the states that were compared with; null = there is nothing to compare with. */
  readonly changes: readonly (EvaluationChange | null)[];
}

/** Which way is better; `none` where neither is. */
type Better = 'more' | 'less' | 'none';
type Kind = 'households' | 'people' | 'minutes' | 'km' | 'wan_yuan' | 'ratio' | 'count' | 'sites';

interface RowSpec<Subject> {
  readonly key: TextKey<'plans'>;
  readonly kind: Kind;
  readonly better: Better;
  readonly read: (subject: Subject) => number | null;
  /** What stands in the line where it is more than the number itself. */
  readonly write?: (subject: Subject, language: Language) => string;
  readonly isSample?: boolean;
  /** Values of the label. */
  readonly values?: (subject: Subject) => Readonly<Record<string, number>>;
  /** Left out unless this holds. */
  readonly isShown?: (subject: Subject) => boolean;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const writeShare = (part: number, whole: number, language: Language): string => {
  const rate = share(part, whole);
  if (rate === null) return text(language, 'figures', 'no_value');
  const fraction = text(language, 'plans', 'share_of', { n: formatNumber(part, 0), of: formatNumber(whole, 0) });
  return `${formatCount(rate, 'ratio', { language })}（${fraction}）`;
};

const writePeople = (
  { households, people }: { readonly households: number; readonly people: number },
  language: Language,
) =>
  text(language, 'plans', 'people_of', {
    households: formatCount(households, 'households', { language }),
    people: formatCount(people, 'people', { language }),
  });

const SITE_ROWS: readonly RowSpec<SiteEvaluationAnswer>[] = [
  {
    key: 'row_assigned',
    kind: 'households',
    better: 'none',
    read: (site) => site.assigned.households,
    write: (site, language) => writePeople(site.assigned, language),
  },
  {
    key: 'row_capacity',
    kind: 'households',
    better: 'none',
    read: (site) => site.capacityHouseholds,
    write: (site, language) =>
      site.capacityHouseholds === null
        ? text(language, 'figures', 'no_value')
        : writeShare(site.assigned.households, site.capacityHouseholds, language),
  },
  { key: 'row_mean_minutes', kind: 'minutes', better: 'less', read: (site) => site.trips.meanMinutes },
  { key: 'row_worst_minutes', kind: 'minutes', better: 'less', read: (site) => site.trips.worstMinutes },
  { key: 'row_mean_km', kind: 'km', better: 'less', read: (site) => site.trips.meanKm },
  { key: 'row_worst_km', kind: 'km', better: 'less', read: (site) => site.trips.worstKm },
  {
    key: 'row_unreachable',
    kind: 'households',
    better: 'less',
    read: (site) => site.trips.unreachableHouseholds,
    isShown: (site) => site.trips.unreachableHouseholds > 0,
  },
  {
    key: 'row_farming',
    kind: 'ratio',
    better: 'more',
    read: (site) => share(site.farming.withinHouseholds, site.farming.households),
    write: (site, language) => writeShare(site.farming.withinHouseholds, site.farming.households, language),
  },
  { key: 'row_farming_km', kind: 'km', better: 'less', read: (site) => site.farming.trips.worstKm },
  {
    key: 'row_nearest_for',
    kind: 'households',
    better: 'none',
    read: (site) => site.nearestFor.households,
    write: (site, language) => writePeople(site.nearestFor, language),
  },
  {
    key: 'row_jobs',
    kind: 'count',
    better: 'more',
    read: (site) => site.jobs.jobsInReach,
    values: (site) => ({ minutes: site.jobs.minutes }),
  },
  { key: 'row_labour', kind: 'people', better: 'none', read: (site) => site.jobs.labourForce },
  { key: 'row_cost', kind: 'wan_yuan', better: 'less', read: (site) => site.wanYuan, isSample: true },
];

const COUNTY_ROWS: readonly RowSpec<PlanEvaluationAnswer>[] = [
  {
    key: 'row_served',
    kind: 'households',
    better: 'more',
    read: (all) => all.served.households,
    write: (all, language) => writePeople(all.served, language),
  },
  {
    key: 'row_full',
    kind: 'households',
    better: 'less',
    read: (all) => all.full.households,
    write: (all, language) => writePeople(all.full, language),
  },
  {
    key: 'row_not_reached',
    kind: 'households',
    better: 'less',
    read: (all) => all.notReached.households,
    write: (all, language) => writePeople(all.notReached, language),
  },
  {
    key: 'row_centralised',
    kind: 'ratio',
    better: 'none',
    read: (all) => share(all.all.households - all.scattered.households, all.all.households),
    write: (all, language) => writeShare(all.all.households - all.scattered.households, all.all.households, language),
  },
  { key: 'row_county_minutes', kind: 'minutes', better: 'less', read: (all) => all.trips.meanMinutes },
  { key: 'row_worst_minutes', kind: 'minutes', better: 'less', read: (all) => all.trips.worstMinutes },
  {
    key: 'row_close',
    kind: 'sites',
    better: 'more',
    read: (all) => all.sitesClose,
    write: (all, language) => writeShare(all.sitesClose, all.sitesOpen, language),
  },
  { key: 'row_site_cost', kind: 'wan_yuan', better: 'less', read: (all) => all.siteWanYuan, isSample: true },
  { key: 'row_hardened', kind: 'km', better: 'more', read: (all) => all.hardenedKm },
  { key: 'row_road_cost', kind: 'wan_yuan', better: 'less', read: (all) => all.roadWanYuan, isSample: true },
];

/** Numbers of one site beside those it is compared with; undefined where the site did not stand. */
export const listSiteRows = (
  now: SiteEvaluationAnswer,
  others: readonly (SiteEvaluationAnswer | undefined)[],
  style: { readonly language: Language; readonly hasSampleCosts: boolean },
): readonly EvaluationRow[] => listRows(SITE_ROWS, { now, others }, style);

/** Numbers of the county beside those they are compared with. */
export const listCountyRows = (
  now: PlanEvaluationAnswer,
  others: readonly (PlanEvaluationAnswer | undefined)[],
  language: Language,
): readonly EvaluationRow[] => listRows(COUNTY_ROWS, { now, others }, { language, hasSampleCosts: now.hasSampleCosts });

function listRows<Subject>(
  specs: readonly RowSpec<Subject>[],
  { now, others }: { readonly now: Subject; readonly others: readonly (Subject | undefined)[] },
  { language, hasSampleCosts }: { readonly language: Language; readonly hasSampleCosts: boolean },
): readonly EvaluationRow[] {
  return specs
    .filter(({ isShown }) => isShown === undefined || isShown(now))
    .map((spec) => ({
      key: spec.key,
      label: text(language, 'plans', spec.key, spec.values?.(now)),
      value: spec.write ? spec.write(now, language) : writeValue(spec.read(now), spec.kind, language),
      isSample: spec.isSample === true && hasSampleCosts,
      changes: others.map((other) =>
        other === undefined ? null : writeChange({ from: spec.read(other), to: spec.read(now) }, spec, language),
      ),
    }));
}

function writeValue(value: number | null, kind: Kind, language: Language): string {
  if (value === null) return text(language, 'figures', 'no_value');
  if (kind === 'minutes') return writeMinutes(value, language);
  if (kind === 'km') return writeKm(value, language);
  return formatCount(value, kind, { language });
}

/** `▲ +12 户`: sign, arrow and unit; a difference that reads as nothing is nothing. */
function writeChange(
  { from, to }: { readonly from: number | null; readonly to: number | null },
  { kind, better }: { readonly kind: Kind; readonly better: Better },
  language: Language,
): EvaluationChange | null {
  if (from === null || to === null) return null;
  const difference = to - from;
  const amount = writeAmount(Math.abs(difference), kind, language);
  if (amount === writeAmount(0, kind, language)) return { text: text(language, 'plans', 'same'), tone: 'same' };
  const rises = difference > 0;
  const isBetter = better === 'none' ? 'neutral' : rises === (better === 'more') ? 'better' : 'worse';
  return { text: `${rises ? '▲ +' : '▼ −'}${amount}`, tone: isBetter };
}

const writeAmount = (amount: number, kind: Kind, language: Language): string =>
  kind === 'ratio' ? formatDifference(amount, kind, { language }) : writeValue(amount, kind, language);
