import type { Language } from '../texts/language.ts';
import type { Segment } from './county.ts';

/** What of a segment tells its road. */
export type NamedRoad = Pick<Segment, 'name' | 'nameEn' | 'routeNumber'>;

/** What is written along a road: route number and name; the number alone when the name only repeats it; empty where it has neither. */
export function nameRoad(language: Language, { name, nameEn, routeNumber }: NamedRoad): string {
  const own = (language === 'en' ? (nameEn ?? name) : name) ?? '';
  if (routeNumber === null) return own;
  return own === '' || own.includes(routeNumber.slice(1)) ? routeNumber : `${routeNumber} ${own}`;
}

/** What a segment is called wherever one must be: as its road, else by its code. */
export const labelSegment = (language: Language, segment: NamedRoad & Pick<Segment, 'code'>): string =>
  nameRoad(language, segment) || segment.code;
