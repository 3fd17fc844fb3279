import type { County } from '../county/county.ts';
import { PARK_KINDS_COUNTED_AS_PARK } from '../county/kinds.ts';
import { createLocalMetric } from '../geo/local-metric.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { once } from './once.ts';

/** Kinds of place whose straight distance D1 and D2 tell; roads are asked of the road index. */
export const REACH_PLACES = ['town_government', 'school', 'clinic', 'market', 'park', 'site'] as const;
export type ReachPlace = (typeof REACH_PLACES)[number];

/** Straight distances from settlements to places; the same at every date. */
export interface PlaceIndex {
  /** Metres from each settlement to the nearest place of a kind, aligned with `County.settlements`; `Infinity` = there is none. */
  nearestMeters(kind: ReachPlace): Float64Array;
  /** The same to the nearest of the sites that are wanted (one flag per site). */
  nearestSiteMeters(wanted: Uint8Array): Float64Array;
  /** Metres from each household's settlement to its site's access point, aligned with `County.households`; `NaN` = it has no site. */
  assignedSiteMeters(): Float64Array;
}

/** Index of a county; each kind is computed at its first use. */
export function createPlaceIndex(county: County): PlaceIndex {
  const nearest = new Map<ReachPlace, Float64Array>();
  return {
    nearestMeters(kind) {
      const known = nearest.get(kind);
      if (known) return known;
      const places = listPlaces(county, kind);
      const distances = Float64Array.from(county.settlements, ({ position }) => nearestMeters(position, places));
      nearest.set(kind, distances);
      return distances;
    },
    nearestSiteMeters: (wanted) => {
      const places = county.sites.filter((_, site) => wanted[site] === 1).map(({ accessPoint }) => accessPoint);
      return Float64Array.from(county.settlements, ({ position }) => nearestMeters(position, places));
    },
    assignedSiteMeters: once(() => measureAssigned(county)),
  };
}

function measureAssigned({ households, settlements, sites }: County): Float64Array {
  const meters = new Float64Array(households.count).fill(Number.NaN);
  for (let i = 0; i < households.count; i++) {
    const to = sites[households.site[i] ?? -1]?.accessPoint;
    const from = settlements[households.settlement[i] ?? -1]?.position;
    if (from && to) meters[i] = nearestMeters(from, [to]);
  }
  return meters;
}

/** Where the places of a kind are reached. */
function listPlaces(county: County, kind: ReachPlace): readonly LonLat[] {
  if (kind === 'site') return county.sites.map(({ accessPoint }) => accessPoint);
  if (kind === 'park') {
    return county.parks
      .filter((park) => PARK_KINDS_COUNTED_AS_PARK.includes(park.kind))
      .map(({ accessPoint }) => accessPoint);
  }
  return county.services.filter((service) => service.kind === kind).map(({ position }) => position);
}

/** Distance to the nearest of some positions in the metric plane about `from`; `Infinity` when there are none. */
function nearestMeters(from: LonLat, places: readonly LonLat[]): number {
  const { metersPerDegreeLon: kx, metersPerDegreeLat: ky } = createLocalMetric(from);
  let best = Infinity;
  for (const [lon, lat] of places) {
    const squared = ((lon - from[0]) * kx) ** 2 + ((lat - from[1]) * ky) ** 2;
    if (squared < best) best = squared;
  }
  return Math.sqrt(best);
}
