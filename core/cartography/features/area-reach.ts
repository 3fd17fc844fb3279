import type { IndicatorContext } from '../../indicators/context.ts';

/** Whether the industry reaches an area: `served`, `not_reached`, or `none` where nobody lives. */
export type Reach = 'served' | 'not_reached' | 'none';

/**
 * Straight reach of the parks: an area is served when at least one of its settlements lies within the widest limit of the county's settings
 * of a park. Reach along roads comes with the road network.
 */
export function describeReach(context: IndicatorContext, areaCode: string): Reach {
  const { start, end } = context.scope(areaCode).settlements();
  if (start === end) return 'none';
  const limit = Math.max(...context.county.settings.reachMeters);
  const distances = context.index.places().nearestMeters('park');
  for (let i = start; i < end; i++) {
    if ((distances[i] ?? Infinity) <= limit) return 'served';
  }
  return 'not_reached';
}
