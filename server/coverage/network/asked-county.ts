import type { County } from '#core/county/county.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { Bbox } from '#core/geo/bbox.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { isPointInArea } from '#core/geo/point-in-polygon.ts';
import { namePosition, type WrittenPlace } from './asked-places.ts';

const COUNTY_DIGITS = 6;
/** Codes that begin with their county: of areas and settlements. */
const CODE_WITH_COUNTY = /^(\d{6}|\d{9}|\d{12}|\d{15})$/;

/** What is known of the counties without reading them. */
export interface Counties {
  readonly listCounties: () => Promise<readonly { readonly code: string; readonly bbox: readonly number[] }[]>;
  readonly getCounty: (countyCode: string) => Promise<County>;
}

/**
 * The county of a question: the one that the codes of areas and settlements name, else the parameter, else the only one, else the one in which
 * the first position lies.
 *
 * @throws {InvalidInputError} `several_counties`, `county_needed`, `point_in_no_county`
 */
export async function findCountyCode(
  { listCounties, getCounty }: Counties,
  asked: { readonly county?: string | undefined; readonly places: readonly WrittenPlace[] },
): Promise<string> {
  const named = new Set(asked.county === undefined ? [] : [asked.county.slice(0, COUNTY_DIGITS)]);
  for (const place of asked.places) {
    if (place.kind === 'code' && CODE_WITH_COUNTY.test(place.code)) named.add(place.code.slice(0, COUNTY_DIGITS));
  }
  const [first, second] = named;
  if (second !== undefined) {
    throw new InvalidInputError('several_counties', 'Places of several counties', { counties: [...named].join(', ') });
  }
  if (first !== undefined) return first;
  const counties = await listCounties();
  const [only, other] = counties;
  if (only !== undefined && other === undefined) return only.code;
  const position = asked.places.find((place) => place.kind === 'position')?.position;
  if (position === undefined) throw new InvalidInputError('county_needed', 'No place tells its county');
  for (const { code, bbox } of counties) {
    if (!isInBox(position, bbox as Bbox)) continue;
    const [area] = (await getCounty(code)).areas;
    if (area && isPointInArea(position, area.boundary)) return code;
  }
  throw new InvalidInputError('point_in_no_county', `Position ${position.join()} is in no county`, {
    point: namePosition(position),
  });
}

const isInBox = ([lon, lat]: LonLat, [west, south, east, north]: Bbox): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;
