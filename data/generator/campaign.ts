import type { Campaign } from '#core/county/campaign.ts';
import { CAMPAIGN_DEADLINE, CAMPAIGN_START } from './calendar.ts';

/** The sample's one campaign. */
export const SAMPLE_CAMPAIGN: Campaign = {
  code: 'ZX2024',
  name: '避险搬迁与农村公路提升专项',
  nameEn: 'Relocation from Hazards and Rural Roads Campaign',
  startsOn: CAMPAIGN_START,
  deadline: CAMPAIGN_DEADLINE,
  baseYear: 2023,
  documents: ['青岭县避险搬迁与农村公路提升实施方案（2024—2027年）（示例）', '青岭县专项工作调度办法（示例）'],
  targetWordSet: 'regular_assistance',
  relocationWordSet: 'hazard_relocation',
};
