import type { Settings } from '../../county/campaign.ts';
import type { County } from '../../county/county.ts';
import type { CountyState } from '../../county/county-state.ts';
import { SITE_STAGES, WORK_STATUSES } from '../../county/kinds.ts';
import type { SiteRow } from '../../county/things.ts';
import { pricePlanned } from '../../network/hardening-cost.ts';

const BUILT = SITE_STAGES.indexOf('structure_done');
const COMPLETED = WORK_STATUSES.indexOf('completed');

/** What something costs; yuan null = not known. */
export interface PlannedCost {
  readonly yuan: number | null;
  /** It comes from a cost table that holds sample values (示例). */
  readonly isSample: boolean;
}

/** Cost of a site: its own, else its capacity at the county's price a household; null where neither is known. */
export function priceSite(
  { siteCosts }: Pick<Settings, 'siteCosts'>,
  { costYuan, capacityHouseholds }: Pick<SiteRow, 'costYuan' | 'capacityHouseholds'>,
): PlannedCost {
  if (costYuan !== null) return { yuan: costYuan, isSample: false };
  if (capacityHouseholds === null) return { yuan: null, isSample: false };
  return { yuan: capacityHouseholds * siteCosts.yuanPerHousehold, isSample: siteCosts.isSample };
}

/** Whether the houses of a site stand; `stage` is an index into SITE_STAGES, -1 = not begun. */
export const isSiteBuilt = (stage: number): boolean => stage >= BUILT;

/** Planned hardening that is not completed at a day: whole segments, shared pavement once. */
export interface RoadCosts {
  readonly hardenedMeters: number;
  readonly yuan: number;
  readonly isSample: boolean;
}

/** Length and cost of the planned hardening that is left (the segments of R5, priced by the county's table where they have no cost of their own). */
export function priceRoads(
  { segments, settings, planned }: Pick<County, 'segments' | 'settings' | 'planned'>,
  { status }: Pick<CountyState['segments'], 'status'>,
): RoadCosts {
  let [hardenedMeters, yuan, isSample] = [0, 0, false];
  segments.forEach((segment, i) => {
    if (segment.plannedYear === null || segment.sharesPavementWith !== null) return;
    if ((status[i] ?? 0) >= COMPLETED) return;
    const cost = pricePlanned({ settings, planned }, segment);
    hardenedMeters += segment.lengthMeters;
    yuan += cost.yuan;
    isSample ||= cost.estimatedYuan > 0 && settings.hardeningCosts.isSample;
  });
  return { hardenedMeters, yuan, isSample };
}
