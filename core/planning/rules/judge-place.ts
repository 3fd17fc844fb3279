import type { County } from '../../county/county.ts';
import type { IsoDate } from '../../county/dates.ts';
import type { SiteFactor, SiteRule } from '../../county/site-rule.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { getSiteGround, type SiteGround } from '../ground/site-ground.ts';
import { PLACE_FACTORS } from '../suitability/place-factors.ts';
import { classifyScore, scoreMeasure } from '../suitability/score-place.ts';
import { PLACE_RULES } from './place-rules.ts';
import type { FactorFinding, RuleFinding, Suitability, SuitabilityClass } from './site-rule.ts';

/** How a place is judged. */
export interface JudgeOptions {
  /** Defaults to the county's data date; roads and their surfaces are those of the day. */
  readonly asOf?: IsoDate;
  /** Whether what stands there has a hazard assessment; undefined = nothing stands there yet. */
  readonly isAssessed?: boolean;
}

/**
 * A place judged by all rules that are on and all factors of the county's settings. Does not replace the hazard assessment or land approval.
 *
 * @param position anywhere; outside the county it is refused
 */
export function judgePlace(county: County, position: LonLat, options: JudgeOptions = {}): Suitability {
  const ground = getSiteGround(county, options.asOf);
  const rules = judgeRules(ground, position, options);
  const factors = county.settings.siteFactors.map((factor) => judgeFactor(ground, position, factor));
  const firstForbidden = rules.find(({ isBroken, strength }) => isBroken && strength === 'forbidden') ?? null;
  const score = combineScores(factors);
  return { suitabilityClass: classify(rules, score), score, firstForbidden, rules, factors };
}

/** The rules alone, without the factors. */
export function judgeRules(ground: SiteGround, position: LonLat, { isAssessed }: JudgeOptions): readonly RuleFinding[] {
  return listRulesOn(ground.county).map((rule) => PLACE_RULES[rule.code].judge(ground, { position, isAssessed }, rule));
}

/** The first forbidding rule that refuses a position; null = none does. Asks only the rules that can forbid. */
export function findForbidding(ground: SiteGround, position: LonLat): RuleFinding | null {
  for (const rule of listRulesOn(ground.county)) {
    if (!canForbid(rule)) continue;
    const finding = PLACE_RULES[rule.code].judge(ground, { position }, rule);
    if (finding.isBroken && finding.strength === 'forbidden') return finding;
  }
  return null;
}

/** Whether a rule forbids, or leaves it to areas that may. */
export const canForbid = ({ strength }: SiteRule): boolean => strength === null || strength === 'forbidden';

/** Rules that are on, in the order in which they are told. */
export const listRulesOn = ({ settings }: Pick<County, 'settings'>): readonly SiteRule[] =>
  settings.siteRules.filter(({ isOn }) => isOn);

function judgeFactor(ground: SiteGround, position: LonLat, factor: SiteFactor): FactorFinding {
  const measured = PLACE_FACTORS[factor.code].measure(ground, position);
  const { code, weight } = factor;
  return { code, weight, measured: Number.isFinite(measured) ? measured : null, score: scoreMeasure(factor, measured) };
}

/** Weighted mean; null when nothing is weighed. */
function combineScores(factors: readonly FactorFinding[]): number | null {
  let weights = 0;
  let sum = 0;
  for (const { weight, score } of factors) {
    weights += weight;
    sum += weight * score;
  }
  return weights > 0 ? sum / weights : null;
}

function classify(rules: readonly RuleFinding[], score: number | null): SuitabilityClass {
  const breaks = (wanted: RuleFinding['strength']) => rules.some((rule) => rule.isBroken && rule.strength === wanted);
  if (breaks('forbidden')) return 'refused';
  return breaks('argued') ? 'to_be_argued' : classifyScore(score);
}
