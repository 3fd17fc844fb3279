import type { County } from '../county/county.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { type SayContext, sayFactor, sayFinding, saySource } from '../planning/rules/say-finding.ts';
import type { Suitability } from '../planning/rules/site-rule.ts';
import type { Language } from '../texts/language.ts';
import { text } from '../texts/text.ts';
import type { SuitabilityAnswerItem } from './suitability.ts';

/** What a county is called in the sentences of a judged place. */
export const sayContextOf = (county: Pick<County, 'areas' | 'code'>, language: Language): SayContext => ({
  language,
  county: county.areas[0] ?? { name: county.code, nameEn: county.code },
});

/** A judged place in the reader's language: the same words from the server and from the page. */
export function suitabilityToAnswer(
  context: SayContext,
  [lon, lat]: LonLat,
  { suitabilityClass, score, firstForbidden, rules, factors }: Suitability,
): SuitabilityAnswerItem {
  const { language } = context;
  return {
    position: [lon, lat],
    suitabilityClass,
    className: text(language, 'suitability', `class_${suitabilityClass}`),
    score,
    refusal: firstForbidden && sayFinding(context, firstForbidden),
    rules: rules.map((finding) => ({
      code: finding.code,
      name: text(language, 'suitability', `rule_${finding.code}`),
      strength: finding.strength,
      strengthName: text(language, 'suitability', `strength_${finding.strength}`),
      isBroken: finding.isBroken,
      text: sayFinding(context, finding),
      aboutCode: finding.about?.code ?? null,
      source: saySource(language, finding.source),
    })),
    factors: factors.map((finding) => ({
      code: finding.code,
      name: text(language, 'suitability', `factor_${finding.code}`),
      weight: finding.weight,
      score: finding.score,
      text: sayFactor(language, finding),
    })),
  };
}
