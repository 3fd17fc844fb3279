import type { FactorCode, RuleCode, RuleStrength } from '../../county/site-rule.ts';

/** How a place stands towards one rule. */
export interface RuleFinding {
  readonly code: RuleCode;
  readonly strength: RuleStrength;
  readonly isBroken: boolean;
  /** What was measured, in the unit of the limit; null where nothing is measured or it is not known. */
  readonly measured: number | null;
  readonly limit: number | null;
  /** Code and name of the hazard point or constraint area that speaks; null = none. */
  readonly about: { readonly code: string; readonly name: string; readonly nameEn: string } | null;
  readonly source: string;
}

/** How a place stands towards one factor. */
export interface FactorFinding {
  readonly code: FactorCode;
  readonly weight: number;
  /** Null = cannot be measured: no such place, no way to it, no elevation. Counts 0. */
  readonly measured: number | null;
  /** 0 to 1. */
  readonly score: number;
}

/** Classes of a place, worst first. `refused`: a forbidding rule is broken; then what is to be argued; then by score. */
export const SUITABILITY_CLASSES = ['refused', 'to_be_argued', 'poor', 'fair', 'good'] as const;
export type SuitabilityClass = (typeof SUITABILITY_CLASSES)[number];

/** A place judged by all rules and factors; rules in the order of RULE_CODES. */
export interface Suitability {
  readonly suitabilityClass: SuitabilityClass;
  /** Weighted mean of the factors, 0 to 1; null when every weight is 0. */
  readonly score: number | null;
  readonly firstForbidden: RuleFinding | null;
  readonly rules: readonly RuleFinding[];
  readonly factors: readonly FactorFinding[];
}
