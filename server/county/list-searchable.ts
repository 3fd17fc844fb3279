import type { SearchHit } from '#core/api/areas.ts';
import type { County, Segment } from '#core/county/county.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

/** Something with a name and a place. */
export type Searchable = Omit<SearchHit, 'path' | 'position'> & { readonly position: LonLat };

/** Everything of a county that a person may look for by name. */
export function listSearchable(county: County): readonly Searchable[] {
  return [
    ...county.areas.map((area) => toSearchable(area.level, area, area.code, area.seat)),
    ...county.settlements.map((each) => toSearchable('settlement', each, each.villageCode, each.position)),
    ...county.sites.map((site) => toSearchable('site', site, site.areaCode, site.position)),
    ...county.parks.map((park) => toSearchable('park', park, park.areaCode, park.position)),
    ...county.services.map((service) => toSearchable('service', service, service.areaCode, service.position)),
    ...county.hazards.map((hazard) => toSearchable('hazard', hazard, hazard.areaCode, hazard.position)),
    ...listRoutes(county),
  ];
}

const toSearchable = (
  kind: Searchable['kind'],
  { code, name, nameEn }: { readonly code: string; readonly name: string; readonly nameEn: string },
  areaCode: string,
  position: LonLat,
): Searchable => ({ kind, code, name, nameEn, areaCode, position });

/** One entry per route: the segment in the middle of those that carry its number, or its name where it has none. */
function listRoutes(county: County): readonly Searchable[] {
  const areaCodes = areaCodesOfSegments(county);
  const routes = new Map<string, Segment[]>();
  for (const segment of county.segments) {
    const route = segment.routeNumber ?? segment.name;
    if (route === null) continue;
    const segments = routes.get(route);
    if (segments) segments.push(segment);
    else routes.set(route, [segment]);
  }
  return [...routes.values()].map((segments): Searchable => {
    const middle = segments[segments.length >> 1] ?? (segments[0] as Segment);
    const positions = middle.line.coordinates;
    const named = segments.find((segment) => segment.name !== null);
    const join = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' ');
    return {
      kind: 'segment',
      code: middle.code,
      name: join(middle.routeNumber, named?.name),
      nameEn: join(middle.routeNumber, named?.nameEn),
      areaCode: areaCodes.get(middle.code) ?? county.code,
      position: positions[positions.length >> 1] ?? [0, 0],
    };
  });
}

/** The area of the longest piece of each segment. */
function areaCodesOfSegments({ pieces, segments }: County): ReadonlyMap<string, string> {
  const longest = new Map<string, number>();
  const areaCodes = new Map<string, string>();
  for (let i = 0; i < pieces.count; i++) {
    const code = segments[pieces.segment[i] ?? -1]?.code ?? '';
    const length = pieces.lengthMeters[i] ?? 0;
    if (length < (longest.get(code) ?? 0)) continue;
    longest.set(code, length);
    areaCodes.set(code, pieces.areaCodes[i] ?? '');
  }
  return areaCodes;
}
