import type { Settings } from '../county/campaign.ts';
import type { Segment } from '../county/county.ts';
import { metersToKilometers } from '../units.ts';

/** What it costs to harden something. */
export interface HardeningCost {
  readonly yuan: number;
  /** The part of `yuan` that comes from the county's cost table and not from the segments themselves. */
  readonly estimatedYuan: number;
}

/** Cost of hardening one segment as a whole: its own cost, else its length at the county's price for its class. */
export function priceSegment(
  { hardeningCosts }: Pick<Settings, 'hardeningCosts'>,
  { costYuan, lengthMeters, roadClass }: Pick<Segment, 'costYuan' | 'lengthMeters' | 'roadClass'>,
): HardeningCost {
  if (costYuan !== null) return { yuan: costYuan, estimatedYuan: 0 };
  const yuan = metersToKilometers(lengthMeters) * hardeningCosts.yuanPerKilometer[roadClass];
  return { yuan, estimatedYuan: yuan };
}

/** Cost of a new stretch where there is no road yet: always an estimate. */
export function priceNewRoad({ hardeningCosts }: Pick<Settings, 'hardeningCosts'>, meters: number): HardeningCost {
  const yuan = metersToKilometers(meters) * hardeningCosts.newRoadYuanPerKilometer;
  return { yuan, estimatedYuan: yuan };
}
