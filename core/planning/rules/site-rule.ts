/**
 * Hard questions about a place, in the order in which the first failing one is told. `outside_county` and `threatened_area` cannot be switched
 * off; the rules of constraint areas take their strength from the area itself (`ConstraintEffect`) unless the county sets another.
 */
export const RULE_CODES = [
  'outside_county',
  'threatened_area',
  'near_threatened_area',
  'river_channel',
  'water_source',
  'ecological_redline',
  'basic_farmland',
  'steep_slope',
  'natural_slope',
  'fault_zone',
  'mineral_overlap',
  'road_access',
  'hazard_assessment',
  'outside_building_boundary',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

/** 禁止, 须论证, 提示: only the first refuses. */
export const RULE_STRENGTHS = ['forbidden', 'argued', 'hint'] as const;
export type RuleStrength = (typeof RULE_STRENGTHS)[number];

/** One rule as the county keeps it; every part is editable and says where it comes from. */
export interface SiteRule {
  readonly code: RuleCode;
  readonly isOn: boolean;
  /** Null = as each constraint area says itself. */
  readonly strength: RuleStrength | null;
  /** Metres (`near_threatened_area`, `road_access`) or rise over run (`natural_slope`); null where a rule has no limit. */
  readonly limit: number | null;
  readonly source: string;
}

/** What makes a place better or worse, each from 0 to 1. */
export const FACTOR_CODES = ['slope', 'town', 'park', 'school', 'clinic', 'water', 'hardened_road'] as const;
export type FactorCode = (typeof FACTOR_CODES)[number];

/**
 * A weighted factor: 1 at `best`, 0 at `worst`, linear between. `slope`: rise over run; `water`: straight metres to the nearest river line;
 * `hardened_road`: straight metres; the others: metres along roads.
 */
export interface SiteFactor {
  readonly code: FactorCode;
  /** 0 = not counted. */
  readonly weight: number;
  readonly best: number;
  readonly worst: number;
  readonly source: string;
}

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
