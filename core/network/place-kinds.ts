import type { County } from '../county/county.ts';
import { PARK_KINDS_COUNTED_AS_PARK, SERVICE_KINDS } from '../county/kinds.ts';
import type { LonLat } from '../geo/lon-lat.ts';

/** Kinds of place that one can ask the nearest of; a hardened road is asked of the graph itself. */
export const DESTINATION_KINDS = [...SERVICE_KINDS, 'park', 'site', 'central_village'] as const;
export type DestinationKind = (typeof DESTINATION_KINDS)[number];

/** A place with the point at which it is reached: the stored access point of a polygon. */
export interface Destination {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly position: LonLat;
}

/** All places of a kind, by area, then code. */
export function listDestinations(county: County, kind: DestinationKind): readonly Destination[] {
  switch (kind) {
    case 'site':
      return county.sites.map(atAccessPoint);
    case 'park':
      return county.parks.filter((park) => PARK_KINDS_COUNTED_AS_PARK.includes(park.kind)).map(atAccessPoint);
    case 'central_village': {
      const central = new Set(county.settings.closeness.centralVillages);
      return county.areas
        .filter(({ code }) => central.has(code))
        .map(({ code, name, nameEn, seat }) => ({ code, name, nameEn, position: seat }));
    }
    default:
      return county.services
        .filter((service) => service.kind === kind)
        .map(({ code, name, nameEn, position }) => ({ code, name, nameEn, position }));
  }
}

const atAccessPoint = (thing: Omit<Destination, 'position'> & { readonly accessPoint: LonLat }): Destination => ({
  code: thing.code,
  name: thing.name,
  nameEn: thing.nameEn,
  position: thing.accessPoint,
});
