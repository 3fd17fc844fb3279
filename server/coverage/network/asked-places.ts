import { type AskedPlace, MOST_PLACES } from '#core/api/network.ts';
import type { County } from '#core/county/county.ts';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { isPointInArea } from '#core/geo/point-in-polygon.ts';
import type { Language } from '#core/texts/language.ts';
import { getPlaceBook } from './place-book.ts';

/** A place as it was written: a position, or the code of a thing. */
export type WrittenPlace =
  | { readonly kind: 'position'; readonly position: LonLat }
  | { readonly kind: 'code'; readonly code: string };

const NUMBER = String.raw`[+-]?\d{1,3}(?:\.\d{1,15})?`;
const POSITION = new RegExp(`^(${NUMBER})\\s*[,，]\\s*(${NUMBER})$`);
const CODE = /^[\w-]{1,40}$/;
/** Of a refused value that is repeated in an answer. */
const SHOWN_CHARACTERS = 40;
/** Of the position of a place that was given as one: a metre. */
const NAME_DECIMALS = 5;

/**
 * Places separated by `;`, each `lon,lat` or a code.
 *
 * @param field name of the parameter, for the sentence
 * @throws {InvalidInputError} `invalid_place`, `too_many_places`
 */
export function parsePlaces(field: string, written: string): readonly WrittenPlace[] {
  const parts = written.split(/[;；]/);
  if (parts.length > MOST_PLACES) {
    throw new InvalidInputError('too_many_places', `${parts.length} places in ${field}`, {
      field,
      count: parts.length,
      most: MOST_PLACES,
    });
  }
  return parts.map((part) => parsePlace(field, part.trim()));
}

function parsePlace(field: string, part: string): WrittenPlace {
  const [, lonText, latText] = POSITION.exec(part) ?? [];
  const lon = Number(lonText);
  const lat = Number(latText);
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return { kind: 'position', position: [lon, lat] };
  if (CODE.test(part)) return { kind: 'code', code: part };
  const got = part.length > SHOWN_CHARACTERS ? `${part.slice(0, SHOWN_CHARACTERS)}…` : part;
  throw new InvalidInputError('invalid_place', `Got ${got} in ${field} when expected a position or a code`, {
    field,
    got,
  });
}

/**
 * A place with its name and position, in the county.
 *
 * @throws {NotFoundError} `unknown_place`
 * @throws {InvalidInputError} `point_outside_county`
 */
export function locatePlace(county: County, place: WrittenPlace, language: Language): AskedPlace {
  if (place.kind === 'position') {
    checkInside(county, place.position, language);
    const [lon, lat] = place.position;
    return { code: null, name: namePosition(place.position), position: [lon, lat] };
  }
  const known = getPlaceBook(county).get(place.code);
  if (known === undefined) {
    throw new NotFoundError('unknown_place', `No place ${place.code} in ${county.code}`, {
      code: place.code,
      county: nameCounty(county, language),
    });
  }
  const { name, nameEn, position } = known;
  return { code: place.code, name: language === 'zh' ? name : nameEn, position: [position[0], position[1]] };
}

/** How a place without a name is called. */
export const namePosition = ([lon, lat]: LonLat): string =>
  `${Number(lon.toFixed(NAME_DECIMALS))},${Number(lat.toFixed(NAME_DECIMALS))}`;

/** The boundary decides: what is drawn on the map of the county can be asked for. */
function checkInside(county: County, position: LonLat, language: Language): void {
  const [area] = county.areas;
  if (area === undefined || isPointInArea(position, area.boundary)) return;
  const [west, south, east, north] = area.bbox.map((degrees) => Number(degrees.toFixed(3)));
  throw new InvalidInputError('point_outside_county', `Position ${position.join()} is not in ${county.code}`, {
    point: namePosition(position),
    county: nameCounty(county, language),
    west: west ?? 0,
    south: south ?? 0,
    east: east ?? 0,
    north: north ?? 0,
  });
}

function nameCounty(county: County, language: Language): string {
  const [area] = county.areas;
  return (language === 'zh' ? area?.name : area?.nameEn) ?? county.code;
}
