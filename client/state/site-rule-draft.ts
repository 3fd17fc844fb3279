import type { SettingsAnswer, SettingsPatch } from '#core/api/network.ts';
import { AREA_RULES, FIXED_RULES, GREATEST_LIMITS, type RuleCode, type RuleStrength } from '#core/county/site-rule.ts';
import { saySource } from '#core/planning/rules/say-finding.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

type Settings = Pick<SettingsAnswer, 'siteRules' | 'siteFactors'>;
type StoredRule = Settings['siteRules'][number];
type StoredFactor = Settings['siteFactors'][number];

/** A rule as it is edited: numbers as text, in the unit that people read. */
export interface RuleDraft {
  readonly isOn: boolean;
  /** Empty = as each area says itself. */
  readonly strength: RuleStrength | '';
  /** Null of a rule without a limit. */
  readonly limit: string | null;
  readonly source: string;
}

/** A factor as it is edited. */
export interface FactorDraft {
  readonly weight: string;
  readonly best: string;
  readonly worst: string;
  readonly source: string;
}

/** Rules and factors by code. */
export interface SiteRuleDraft {
  readonly rules: Readonly<Record<string, RuleDraft>>;
  readonly factors: Readonly<Record<string, FactorDraft>>;
}

const PERCENT = 100;
/** Slopes are stored as rise over run and read in per cent; all else is metres. */
export const isSlope = (code: string): boolean => code === 'natural_slope' || code === 'slope';
const toReader = (code: string, stored: number): string =>
  String(isSlope(code) ? Math.round(stored * PERCENT * PERCENT) / PERCENT : stored);
const fromReader = (code: string, typed: string | null): number => {
  const value = typed === null || typed.trim() === '' ? Number.NaN : Number(typed);
  return isSlope(code) ? value / PERCENT : value;
};

/** Unit in which a limit, `best` or `worst` is read. */
export const unitOf = (code: string, language: Language): string =>
  isSlope(code) ? text(language, 'figures', 'unit_ratio') : text(language, 'tools', 'unit_meters');

/** Whether a rule can be switched off or made weaker. */
export const canSwitch = (code: RuleCode): boolean => !FIXED_RULES.includes(code);
/** Whether the areas of a rule may say the strength themselves. */
export const isAreaRule = (code: RuleCode): boolean => AREA_RULES.includes(code);

/** Rules and factors as text fields. */
export const createSiteRuleDraft = ({ siteRules, siteFactors }: Settings, language: Language): SiteRuleDraft => ({
  rules: Object.fromEntries(
    siteRules.map(({ code, isOn, strength, limit, source }) => [
      code,
      {
        isOn,
        strength: strength ?? '',
        limit: limit === null ? null : toReader(code, limit),
        source: saySource(language, source),
      },
    ]),
  ),
  factors: Object.fromEntries(
    siteFactors.map(({ code, weight, best, worst, source }) => [
      code,
      {
        weight: String(weight),
        best: toReader(code, best),
        worst: toReader(code, worst),
        source: saySource(language, source),
      },
    ]),
  ),
});

const GREATEST_FACTOR = 100_000;
const GREATEST_WEIGHT = 100;

/** What changed of rules and factors, or the first thing that is wrong. */
export function readSiteRuleDraft(
  draft: SiteRuleDraft,
  stored: Settings,
  language: Language,
): { readonly patch: SettingsPatch } | { readonly fault: string } {
  const rules: StoredRule[] = [];
  for (const rule of stored.siteRules) {
    const typed = draft.rules[rule.code];
    if (!typed) continue;
    const fault = findRuleFault(rule, typed, language);
    if (fault) return { fault };
    rules.push({
      ...rule,
      isOn: typed.isOn,
      strength: typed.strength === '' ? null : typed.strength,
      limit: rule.limit === null ? null : fromReader(rule.code, typed.limit),
      source: keepSource(rule.source, typed.source, language),
    });
  }
  const factors: StoredFactor[] = [];
  for (const factor of stored.siteFactors) {
    const typed = draft.factors[factor.code];
    if (!typed) continue;
    const fault = findFactorFault(factor, typed, language);
    if (fault) return { fault };
    factors.push({
      ...factor,
      weight: Number(typed.weight),
      best: fromReader(factor.code, typed.best),
      worst: fromReader(factor.code, typed.worst),
      source: keepSource(factor.source, typed.source, language),
    });
  }
  return { patch: { siteRules: rules, siteFactors: factors } };
}

/** A source that was not touched stays what is stored: the default ones are said in the reader's language. */
const keepSource = (stored: string, typed: string, language: Language): string =>
  typed.trim() === saySource(language, stored) ? stored : typed.trim();

function findRuleFault({ code, limit }: StoredRule, typed: RuleDraft, language: Language): string | null {
  const name = text(language, 'suitability', `rule_${code}`);
  if (limit !== null) {
    const value = fromReader(code, typed.limit);
    const most = GREATEST_LIMITS[code] ?? GREATEST_FACTOR;
    if (!(value >= 0 && value <= most))
      return sayInvalid(name, { least: 0, most: Number(toReader(code, most)) }, language);
  }
  return typed.source.trim() === '' ? text(language, 'plans', 'rule_source_missing', { name }) : null;
}

function findFactorFault({ code }: StoredFactor, typed: FactorDraft, language: Language): string | null {
  const name = text(language, 'suitability', `factor_${code}`);
  const weight = typed.weight.trim() === '' ? Number.NaN : Number(typed.weight);
  if (!(weight >= 0 && weight <= GREATEST_WEIGHT))
    return sayInvalid(name, { least: 0, most: GREATEST_WEIGHT }, language);
  for (const typedValue of [typed.best, typed.worst]) {
    const value = fromReader(code, typedValue);
    if (!(value >= 0 && value <= GREATEST_FACTOR))
      return sayInvalid(name, { least: 0, most: GREATEST_FACTOR }, language);
  }
  if (fromReader(code, typed.best) === fromReader(code, typed.worst))
    return text(language, 'plans', 'factor_same', { name });
  return typed.source.trim() === '' ? text(language, 'plans', 'rule_source_missing', { name }) : null;
}

const sayInvalid = (
  name: string,
  { least, most }: { readonly least: number; readonly most: number },
  language: Language,
): string => text(language, 'plans', 'rule_number_invalid', { name, least, most });
