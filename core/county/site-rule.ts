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
  /** As people write it; the sources of the defaults are keys `source_…` of the texts (`suitability`). */
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
  /** As in `SiteRule`. */
  readonly source: string;
}

/** Rules without which no screening is honest: always on, always forbidding. */
export const FIXED_RULES: readonly RuleCode[] = ['outside_county', 'threatened_area'];

/** Rules of constraint areas: only they may leave the strength to the area. */
export const AREA_RULES: readonly RuleCode[] = [
  'river_channel',
  'water_source',
  'ecological_redline',
  'basic_farmland',
  'steep_slope',
  'fault_zone',
  'mineral_overlap',
];

/** Rules with a limit, and the greatest that can be meant: metres, or rise over run. */
export const GREATEST_LIMITS: Partial<Readonly<Record<RuleCode, number>>> = {
  near_threatened_area: 10_000,
  natural_slope: 2,
  road_access: 50_000,
};

const rule = (
  code: RuleCode,
  strength: SiteRule['strength'],
  source: string,
  limit: number | null = null,
): SiteRule => ({
  code,
  isOn: true,
  strength,
  limit,
  source,
});

const areaRule = (code: RuleCode, source = 'constraint_area'): SiteRule => rule(code, null, source);

/**
 * The rules a county begins with, one a code, in the order of RULE_CODES. The warning distance and the distance to a road are sample values without
 * a source; a natural slope of less than 25 % is what CJJ 83-2016, 4.0.1 recommends (宜) for housing, so that more is to be argued and not forbidden;
 * an assessment is asked for publishing and not for drafts.
 *
 * @see domain.md section 6
 */
export const DEFAULT_SITE_RULES: readonly SiteRule[] = [
  rule('outside_county', 'forbidden', 'county_boundary'),
  rule('threatened_area', 'forbidden', 'hazard_rules'),
  rule('near_threatened_area', 'argued', 'sample', 50),
  areaRule('river_channel'),
  areaRule('water_source'),
  areaRule('ecological_redline'),
  areaRule('basic_farmland'),
  areaRule('steep_slope', 'returned_farmland'),
  rule('natural_slope', 'argued', 'cjj_83', 0.25),
  areaRule('fault_zone'),
  areaRule('mineral_overlap'),
  rule('road_access', 'argued', 'sample', 500),
  rule('hazard_assessment', 'argued', 'hazard_rules'),
  rule('outside_building_boundary', 'hint', 'constraint_area'),
];

const factor = (code: FactorCode, weight: number, [best, worst]: readonly [number, number], source = 'sample') => ({
  code,
  weight,
  best,
  worst,
  source,
});

/**
 * The factors a county begins with, one a code, in the order of FACTOR_CODES. Slope is best up to the first class of 8 % and counts nothing from
 * 25 % on (CJJ 83-2016, 4.0.1); the distances are those of the county's closeness (domain.md section 6), sample values all of them.
 */
export const DEFAULT_SITE_FACTORS: readonly SiteFactor[] = [
  factor('slope', 3, [0.08, 0.25], 'cjj_83'),
  factor('town', 2, [1000, 10_000]),
  factor('park', 2, [1000, 10_000]),
  factor('school', 2, [1000, 8000]),
  factor('clinic', 1, [1000, 8000]),
  factor('water', 1, [500, 5000]),
  factor('hardened_road', 2, [100, 2000]),
];

/** Rules by code in the order of RULE_CODES; a rule that is not stored has its default, what is no rule is left out. */
export const completeSiteRules = (stored: readonly SiteRule[] = []): readonly SiteRule[] =>
  completeByCode(stored, DEFAULT_SITE_RULES);

/** The same for factors, in the order of FACTOR_CODES. */
export const completeSiteFactors = (stored: readonly SiteFactor[] = []): readonly SiteFactor[] =>
  completeByCode(stored, DEFAULT_SITE_FACTORS);

/** The defaults themselves where nothing is stored, so that nothing seems to differ. */
function completeByCode<Item extends { readonly code: string }>(
  stored: readonly Item[],
  defaults: readonly Item[],
): readonly Item[] {
  if (stored.length === 0) return defaults;
  const known = new Map(stored.map((item) => [item.code, item]));
  return defaults.map((item) => known.get(item.code) ?? item);
}
