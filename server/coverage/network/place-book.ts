import type { County } from '#core/county/county.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

/** A thing that one can ask the way from or to, with the position at which it is reached. */
export interface KnownPlace {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly position: LonLat;
}

const books = new WeakMap<County, ReadonlyMap<string, KnownPlace>>();

/**
 * Places of a county by code: areas (their seat), settlements, sites and parks (their access point), services, hazard points. Households are
 * none: where one lives is nobody's question. Kept with the county.
 */
export function getPlaceBook(county: County): ReadonlyMap<string, KnownPlace> {
  const known = books.get(county);
  if (known) return known;
  const book = new Map<string, KnownPlace>();
  const add = (thing: Omit<KnownPlace, 'position'>, position: LonLat): void => {
    book.set(thing.code, { code: thing.code, name: thing.name, nameEn: thing.nameEn, position });
  };
  for (const area of county.areas) add(area, area.seat);
  for (const settlement of county.settlements) add(settlement, settlement.position);
  for (const thing of [...county.sites, ...county.parks]) add(thing, thing.accessPoint);
  for (const thing of [...county.services, ...county.hazards]) add(thing, thing.position);
  books.set(county, book);
  return book;
}
