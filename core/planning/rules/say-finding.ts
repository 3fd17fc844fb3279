import { AREA_RULES } from '../../county/site-rule.ts';
import type { Language } from '../../texts/language.ts';
import { hasText, type TextKey, text } from '../../texts/text.ts';
import { METERS_PER_KILOMETER } from '../../units.ts';
import type { FactorFinding, RuleFinding } from './site-rule.ts';

type Key = TextKey<'suitability'>;

/** What a finding is said of. */
export interface SayContext {
  readonly language: Language;
  /** Names of the county in both languages. */
  readonly county: { readonly name: string; readonly nameEn: string };
}

/** A finding of a rule as a full sentence with its numbers and units. */
export function sayFinding({ language, county }: SayContext, finding: RuleFinding): string {
  const { code, isBroken, measured, limit, about } = finding;
  const state = isBroken ? 'broken' : 'ok';
  const isArea = AREA_RULES.includes(code);
  const unknown = `${code}_unknown`;
  const isUnknown = !isArea && hasText('suitability', unknown) && isNotKnown(finding);
  const key = (isUnknown ? unknown : `${isArea ? 'area' : code}_${state}`) as Key;
  const isSlope = code === 'natural_slope';
  return text(language, 'suitability', key, {
    county: language === 'zh' ? county.name : county.nameEn,
    rule: text(language, 'suitability', `rule_${code}`),
    name: (language === 'zh' ? about?.name : about?.nameEn) ?? '',
    code: about?.code ?? '',
    slope: sayApart(measured, limit, sayPercent),
    distance: sayApart(measured, limit, (meters, decimals) => sayDistance(language, meters, decimals)),
    limit: isSlope ? sayPercent(limit ?? 0) : sayDistance(language, limit ?? 0),
  });
}

/** Nothing could be measured: no elevation, no road, no hazard point, no boundaries. */
const isNotKnown = ({ code, isBroken, measured, about }: RuleFinding): boolean =>
  code === 'outside_building_boundary' ? !isBroken && about === null : measured === null;

/** What a factor measured, as a full sentence. */
export function sayFactor(language: Language, { code, measured }: FactorFinding): string {
  if (measured === null) return text(language, 'suitability', `factor_${code}_unknown`);
  return text(language, 'suitability', `factor_${code}_text`, {
    slope: sayPercent(measured),
    distance: sayDistance(language, measured),
  });
}

/** Source of a rule or factor: those of the defaults in the reader's language, others as they were written. */
export function saySource(language: Language, source: string): string {
  const key = `source_${source}`;
  return hasText('suitability', key) ? text(language, 'suitability', key) : source;
}

/** Metres below a kilometre, then kilometres with one decimal; `moreDecimals` beyond these. */
export function sayDistance(language: Language, meters: number, moreDecimals = 0): string {
  const count = meters.toFixed(moreDecimals);
  return Number(count) < METERS_PER_KILOMETER
    ? text(language, 'suitability', 'distance_meters', { count })
    : text(language, 'suitability', 'distance_km', {
        count: (meters / METERS_PER_KILOMETER).toFixed(1 + moreDecimals),
      });
}

/** One decimal, none where it is a whole number; `moreDecimals` beyond this. */
const sayPercent = (share: number, moreDecimals = 0): string => `${Number((100 * share).toFixed(1 + moreDecimals))}`;

/** More decimals than these tell nothing apart that matters. */
const MOST_DECIMALS = 3;

/** A measure with as many decimals as it takes to tell it from its limit: nothing is said to be over 25 % and 25 % at once. */
function sayApart(
  measured: number | null,
  limit: number | null,
  say: (value: number, moreDecimals: number) => string,
): string {
  const value = measured ?? 0;
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const said = say(value, decimals);
    if (limit === null || value === limit || said !== say(limit, decimals)) return said;
  }
  return say(value, MOST_DECIMALS);
}
