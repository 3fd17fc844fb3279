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

/** The word sets a campaign uses. */
type WordSets = Pick<Campaign, 'targetWordSet' | 'relocationWordSet'>;

const known = new Map<string, IndicatorWords>();

/** What an indicator is called and how it is computed, in the words of the campaign. */
export function describeIndicator(language: Language, campaign: WordSets, code: IndicatorCode): IndicatorWords {
  const key = `${language} ${campaign.targetWordSet} ${campaign.relocationWordSet} ${code}`;
  const words = known.get(key) ?? createWords(language, campaign, code);
  known.set(key, words);
  return words;
}

function createWords(language: Language, campaign: WordSets, code: IndicatorCode): IndicatorWords {
  const words = Object.fromEntries(
    CAMPAIGN_WORDS.map((word) => [word, changeFirst(campaignWord(language, campaign, word), 'lower')]),
  );
  const sentence = (kind: keyof IndicatorWords) => text(language, 'indicators', `${code}_${kind}`, words);
  return {
    name: changeFirst(sentence('name'), 'upper'),
    formula: changeFirst(sentence('formula'), 'upper'),
    numerator: sentence('numerator'),
    denominator: sentence('denominator'),
    source: sentence('source'),
  };
}

/** A text with its first letter in another case: campaign words begin with a capital and may stand inside a sentence. */
const changeFirst = (words: string, letterCase: 'upper' | 'lower'): string =>
  `${letterCase === 'upper' ? words.slice(0, 1).toUpperCase() : words.slice(0, 1).toLowerCase()}${words.slice(1)}`;

/** Why a figure has no value or no colour. */
export const describeReason = (language: Language, reason: FigureReason): string =>
  text(language, 'indicators', `reason_${reason}`);
