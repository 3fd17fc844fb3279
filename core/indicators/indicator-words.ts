import type { Campaign } from '../county/campaign.ts';
import { CAMPAIGN_WORDS, campaignWord } from '../county/campaign-word.ts';
import type { Language } from '../texts/language.ts';
import { text } from '../texts/text.ts';
import type { FigureReason, IndicatorCode } from './figure.ts';

/** An indicator in words. */
export interface IndicatorWords {
  readonly name: string;
  readonly formula: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly source: string;
}

/** What an indicator is called and how it is computed, in the words of the campaign. */
export function describeIndicator(
  language: Language,
  campaign: Pick<Campaign, 'targetWordSet' | 'relocationWordSet'>,
  code: IndicatorCode,
): IndicatorWords {
  const words = Object.fromEntries(CAMPAIGN_WORDS.map((word) => [word, campaignWord(language, campaign, word)]));
  return {
    name: text(language, 'indicators', `${code}_name`, words),
    formula: text(language, 'indicators', `${code}_formula`, words),
    numerator: text(language, 'indicators', `${code}_numerator`, words),
    denominator: text(language, 'indicators', `${code}_denominator`, words),
    source: text(language, 'indicators', `${code}_source`, words),
  };
}

/** Why a figure has no value or no colour. */
export const describeReason = (language: Language, reason: FigureReason): string =>
  text(language, 'indicators', `reason_${reason}`);
