import type { Campaign } from '../county/campaign.ts';
import type { Language } from '../texts/language.ts';
import { text } from '../texts/text.ts';

/** What a campaign calls its target households, priority villages, leaving, and those to be relocated. */
export interface CampaignWords {
  readonly target: string;
  readonly village: string;
  readonly exit: string;
  readonly relocation: string;
}

/** The words of a campaign's word sets: targets by the target set, relocation households by the relocation set. */
export const getCampaignWords = (campaign: Campaign, language: Language): CampaignWords => ({
  target: text(language, 'maps', `word_target_${campaign.targetWordSet}`),
  village: text(language, 'maps', `word_village_${campaign.targetWordSet}`),
  exit: text(language, 'maps', `word_exit_${campaign.targetWordSet}`),
  relocation: text(language, 'maps', `word_target_${campaign.relocationWordSet}`),
});
