import type { Closeness } from '../../county/campaign.ts';
import type { County } from '../../county/county.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { NetworkAt } from '../../network/network.ts';
import { listDestinations } from '../../network/place-kinds.ts';
import type { ClosenessOfSite } from './evaluation.ts';
import { createNearestPlaces, type NearestPlaces } from './nearest-places.ts';
import { createPlaceTrips } from './place-trips.ts';

/** What lies around a position, whoever lives there. */
export interface Surroundings {
  readonly closeness: readonly ClosenessOfSite[];
  /** Near at least one kind, or near all, as the county rules. */
  readonly isClose: boolean;
  /** Jobs of parks, bases and factories within `parkMinutes` by vehicle. */
  readonly jobsInReach: number;
}

/** Tells what lies around a position on the roads of a day. */
export type SurroundingsOf = (position: LonLat) => Surroundings;

const KINDS: readonly {
  readonly kind: ClosenessOfSite['kind'];
  readonly limitOf: (closeness: Closeness) => number;
}[] = [
  { kind: 'town_government', limitOf: ({ townMeters }) => townMeters },
  { kind: 'park', limitOf: ({ parkMeters }) => parkMeters },
  { kind: 'central_village', limitOf: ({ centralVillageMeters }) => centralVillageMeters },
];

/**
 * Closeness (三靠近, D3) and jobs in reach (以岗定搬) of any position of a county. Jobs are those of every park, base, cooperative and factory whose
 * number of jobs is known.
 */
export function createSurroundings(county: County, network: NetworkAt): SurroundingsOf {
  const { closeness, parkMinutes } = county.settings;
  const kinds = KINDS.map(({ kind, limitOf }) => ({
    kind,
    limitMeters: limitOf(closeness),
    places: createNearestPlaces(network, listDestinations(county, kind)),
  }));
  const employers = county.parks.filter(({ jobs }) => jobs !== null);
  const trips = createPlaceTrips(
    network,
    employers.map(({ accessPoint }) => accessPoint),
  );
  return (position) => {
    const near = kinds.map((kind) => findNear(kind, position));
    const minutes = trips.measureSome(position, { metric: 'minutes', direction: 'back', limit: parkMinutes });
    let jobsInReach = 0;
    employers.forEach(({ jobs }, i) => {
      if ((minutes[i] ?? Infinity) <= parkMinutes) jobsInReach += jobs ?? 0;
    });
    const isNear = ({ isNear }: ClosenessOfSite) => isNear;
    return {
      closeness: near,
      isClose: closeness.rule === 'all' ? near.every(isNear) : near.some(isNear),
      jobsInReach,
    };
  };
}

function findNear(
  {
    kind,
    limitMeters,
    places,
  }: { readonly kind: ClosenessOfSite['kind']; readonly limitMeters: number; readonly places: NearestPlaces },
  from: LonLat,
): ClosenessOfSite {
  const { place, meters } = places.find(from);
  return {
    kind,
    place: place && { code: place.code, name: place.name, nameEn: place.nameEn, position: place.position },
    meters,
    limitMeters,
    isNear: meters !== null && meters <= limitMeters,
  };
}
