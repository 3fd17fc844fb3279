/** Order of codes: UTF-16, the order of `findAreaRange` and of `COLLATE "C"` for the characters that codes may have. */
export const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The things in the order of their codes. */
export const sortByCode = <T extends { readonly code: string }>(things: readonly T[]): readonly T[] =>
  isSorted(things, byCode) ? things : [...things].sort(byCode);

/** The things by area, then code: all that lies in an area is one contiguous range. */
export const sortByArea = <T extends { readonly areaCode: string; readonly code: string }>(
  things: readonly T[],
): readonly T[] => (isSorted(things, byArea) ? things : [...things].sort(byArea));

/** Events by date; those of one day stay in the order in which they were given. */
export function sortEvents<T extends { readonly events: readonly { readonly on: string }[] }>(thing: T): T {
  return isSorted(thing.events, byDate) ? thing : { ...thing, events: [...thing.events].sort(byDate) };
}

const byCode = (a: { readonly code: string }, b: { readonly code: string }) => compareCodes(a.code, b.code);

const byArea = (
  a: { readonly areaCode: string; readonly code: string },
  b: { readonly areaCode: string; readonly code: string },
) => compareCodes(a.areaCode, b.areaCode) || compareCodes(a.code, b.code);

const byDate = (a: { readonly on: string }, b: { readonly on: string }) => compareCodes(a.on, b.on);

function isSorted<T>(items: readonly T[], compare: (a: T, b: T) => number): boolean {
  return items.every((item, index) => {
    const before = items[index - 1];
    return before === undefined || compare(before, item) <= 0;
  });
}
