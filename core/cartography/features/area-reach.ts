import type { County } from '../../county/county.ts';
import { createLocalMetric } from '../../geo/local-metric.ts';
import type { IndicatorContext } from '../../indicators/context.ts';

/** Whether the industry reaches an area: `served`, `not_reached`, or `none` where nobody lives. */
export type Reach = 'served' | 'not_reached' | 'none';

const reached = new WeakMap<County, Uint8Array>();

/**
 * Straight reach of the industry: an area is served when at least one of its settlements lies within the widest limit of the county's
 * settings of any park, base, cooperative or community factory. Reach along roads comes with the road network.
 */
export function describeReach(context: IndicatorContext, areaCode: string): Reach {
  const { start, end } = context.scope(areaCode).settlements();
  if (start === end) return 'none';
  return getReached(context.county).subarray(start, end).includes(1) ? 'served' : 'not_reached';
}

/** 1 = within the limit, aligned with `County.settlements`; the same at every date. */
function getReached(county: County): Uint8Array {
  const known = reached.get(county);
  if (known) return known;
  const limit = Math.max(...county.settings.reachMeters) ** 2;
  const made = Uint8Array.from(county.settlements, ({ position: [lon, lat] }) => {
    const { metersPerDegreeLon: kx, metersPerDegreeLat: ky } = createLocalMetric([lon, lat]);
    return county.parks.some(({ position: [x, y] }) => ((x - lon) * kx) ** 2 + ((y - lat) * ky) ** 2 <= limit) ? 1 : 0;
  });
  reached.set(county, made);
  return made;
}
