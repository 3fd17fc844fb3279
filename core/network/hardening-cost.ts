import type { Settings } from '../county/campaign.ts';
import type { County, Segment } from '../county/county.ts';
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

/**
 * Cost of a segment whose hardening is planned: its own cost, else by the county's table; a road that a plan adds is a new one.
 */
export function pricePlanned(
  { settings, planned }: Pick<County, 'settings' | 'planned'>,
  segment: Segment,
): HardeningCost {
  const isNew = segment.costYuan === null && planned?.placed.has(segment.code) === true;
  return isNew ? priceNewRoad(settings, segment.lengthMeters) : priceSegment(settings, segment);
}

/** Lengths and cost of whole segments and new roads. */
export interface HardeningSums {
  /** Of the segments. */
  readonly lengthMeters: number;
  readonly newRoadMeters: number;
  /** Of both. */
  readonly costYuan: number;
  readonly estimatedCostYuan: number;
}

/** What hardening segments and building new roads comes to; whoever gives several gaps gives each segment and road once (`mergeGaps`). */
export function measureHardening(
  { segments: all, settings }: Pick<County, 'segments' | 'settings'>,
  {
    segments,
    newRoads,
  }: { readonly segments: readonly number[]; readonly newRoads: readonly { readonly meters: number }[] },
): HardeningSums {
  const chosen = segments.flatMap((index) => all[index] ?? []);
  const costs = [
    ...chosen.map((segment) => priceSegment(settings, segment)),
    ...newRoads.map(({ meters }) => priceNewRoad(settings, meters)),
  ];
  return {
    lengthMeters: chosen.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0),
    newRoadMeters: newRoads.reduce((sum, { meters }) => sum + meters, 0),
    costYuan: costs.reduce((sum, { yuan }) => sum + yuan, 0),
    estimatedCostYuan: costs.reduce((sum, { estimatedYuan }) => sum + estimatedYuan, 0),
  };
}
