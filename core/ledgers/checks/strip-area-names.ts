import { type NamedCode, plainName } from './names.ts';
import type { ThingIndex } from './thing-index.ts';

/** Digits of the code of a town. */
const TOWN_DIGITS = 9;

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

/**
 * A name that nothing has, without the county and town that are written before it, and within which area it is then looked for.
 *
 * @param within code of the area within which the whole name was looked for
 * @returns null when nothing stands before it, or the town of another area does
 */
export function narrowByName(
  things: Pick<ThingIndex, 'listNamed'>,
  name: string,
  { county, within }: { readonly county: string; readonly within: string },
): { readonly name: string; readonly within: string } | null {
  const above = things.listNamed('areas', county).filter(({ code }) => code.length <= TOWN_DIGITS);
  const left = stripAreaNames(
    name,
    above.toSorted((a, b) => a.code.length - b.code.length),
  );
  if (left === null) return null;
  const [wide = '', narrow = ''] = [left.code, within].toSorted((a, b) => a.length - b.length);
  return narrow.startsWith(wide) ? { name: left.name, within: narrow } : null;
}
