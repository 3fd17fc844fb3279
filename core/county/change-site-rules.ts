import { InvalidInputError } from '../errors.ts';
import {
  AREA_RULES,
  completeSiteFactors,
  completeSiteRules,
  FIXED_RULES,
  GREATEST_LIMITS,
  type SiteFactor,
  type SiteRule,
} from './site-rule.ts';

/** Slope is rise over run: whoever writes more than this means per cent. */
const GREATEST_SLOPE = 2;

/**
 * Rules after some of them were changed; those that are not given stay.
 *
 * @throws {InvalidInputError} `site_rule_twice`, `site_rule_fixed` (of what cannot be switched off or weakened), `site_rule_strength` (left to areas by a
 *   rule without areas), `site_rule_limit` (missing, too great, or of a rule that has none)
 */
export function changeSiteRules(rules: readonly SiteRule[], change: readonly SiteRule[]): readonly SiteRule[] {
  refuseTwice(change);
  for (const rule of change) checkRule(rule);
  const given = new Map(change.map((rule) => [rule.code, rule]));
  return completeSiteRules(rules).map((rule) => given.get(rule.code) ?? rule);
}

/**
 * Factors after some of them were changed; those that are not given stay.
 *
 * @throws {InvalidInputError} `site_rule_twice`, `site_factor_range` (best and worst are the same), `site_factor_slope` (slope in per cent)
 */
export function changeSiteFactors(
  factors: readonly SiteFactor[],
  change: readonly SiteFactor[],
): readonly SiteFactor[] {
  refuseTwice(change);
  for (const factor of change) checkFactor(factor);
  const given = new Map(change.map((factor) => [factor.code, factor]));
  return completeSiteFactors(factors).map((factor) => given.get(factor.code) ?? factor);
}

function refuseTwice(change: readonly { readonly code: string }[]): void {
  const seen = new Set<string>();
  for (const { code } of change) {
    if (seen.has(code)) throw new InvalidInputError('site_rule_twice', `Got ${code} twice, expected once`, { code });
    seen.add(code);
  }
}

function checkRule({ code, isOn, strength, limit }: SiteRule): void {
  if (FIXED_RULES.includes(code) && !(isOn && strength === 'forbidden')) {
    throw new InvalidInputError('site_rule_fixed', `Got a change of ${code}, expected on and forbidden`, { code });
  }
  if (strength === null && !AREA_RULES.includes(code)) {
    throw new InvalidInputError('site_rule_strength', `Got no strength of ${code}, expected one`, { code });
  }
  const greatest = GREATEST_LIMITS[code];
  const isFit = greatest === undefined ? limit === null : limit !== null && limit <= greatest;
  if (isFit) return;
  const details = { code, got: limit ?? '-', expected: greatest === undefined ? '-' : `0 … ${greatest}` };
  throw new InvalidInputError(
    'site_rule_limit',
    `Got limit ${limit} of ${code}, expected ${details.expected}`,
    details,
  );
}

function checkFactor({ code, best, worst }: SiteFactor): void {
  if (best === worst) {
    throw new InvalidInputError('site_factor_range', `Got ${best} as best and worst of ${code}`, { code, got: best });
  }
  if (code === 'slope' && Math.max(best, worst) > GREATEST_SLOPE) {
    const got = Math.max(best, worst);
    throw new InvalidInputError('site_factor_slope', `Got slope ${got}, expected rise over run`, { got });
  }
}
