import { type NamedCode, plainName } from './names.ts';

/**
 * A name without the names of areas before it: what is left of "county, town, village" written as one is the village. Whatever stands before the first of
 * them (a province) goes too.
 *
 * @param areas those that may stand before it, from the county down
 * @returns what is left, and the code of the last area that was taken off; null when none was, or nothing is left
 */
export function stripAreaNames(name: string, areas: Iterable<NamedCode>): NamedCode | null {
  const plain = plainName(name);
  let stripped: { readonly end: number; readonly code: string } | null = null;
  for (const area of areas) {
    const own = plainName(area.name);
    const start: number =
      stripped === null ? plain.indexOf(own) : plain.startsWith(own, stripped.end) ? stripped.end : -1;
    if (own !== '' && start >= 0 && start + own.length < plain.length)
      stripped = { end: start + own.length, code: area.code };
  }
  return stripped === null ? null : { name: plain.slice(stripped.end), code: stripped.code };
}
