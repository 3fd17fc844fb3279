import type { Language } from '../texts/language.ts';
import { text } from '../texts/text.ts';
import type { Campaign } from './campaign.ts';

/** Neutral words for which a word set has its own. */
export const CAMPAIGN_WORDS = [
  'target_household',
  'target_people',
  'priority_village',
  'relocation_household',
  'exit',
] as const;
export type CampaignWord = (typeof CAMPAIGN_WORDS)[number];

/**
 * What people read for a neutral word in this campaign: `relocation_household` comes from the campaign's relocation word set, all
 * others from its target word set.
 *
 * @example campaignWord('zh', campaign, 'target_household') // 防止返贫致贫对象
 */
export function campaignWord(
  language: Language,
  campaign: Pick<Campaign, 'targetWordSet' | 'relocationWordSet'>,
  word: CampaignWord,
): string {
  const wordSet = word === 'relocation_household' ? campaign.relocationWordSet : campaign.targetWordSet;
  return text(language, 'words', `${wordSet}_${word}`);
}
