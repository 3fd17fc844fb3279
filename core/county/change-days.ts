import type { IsoDate } from './dates.ts';

/** The days at which things of a list change, whatever kind of change it is. Immutable. */
export interface ChangeDays {
  /** How many of the days are at or before a date: two dates with the same answer see the same things. */
  placeOf(asOf: IsoDate): number;
  /** How many changes happen after one place and until another, in either order. */
  countBetween(place: number, other: number): number;
  /** The things that change then, as indexes; one that changes twice is named twice. */
  changedBetween(place: number, other: number): Int32Array;
}

/** Sorts the events of things by their days: in proportion to their number. */
export function createChangeDays(
  things: readonly { readonly events: readonly { readonly on: IsoDate }[] }[],
): ChangeDays {
  const counts = new Map<IsoDate, number>();
  for (const { events } of things) for (const { on } of events) counts.set(on, (counts.get(on) ?? 0) + 1);
  const days = [...counts.keys()].sort();
  const first = new Int32Array(days.length + 1);
  const next = new Map<IsoDate, number>();
  days.forEach((day, place) => {
    next.set(day, first[place] ?? 0);
    first[place + 1] = (first[place] ?? 0) + (counts.get(day) ?? 0);
  });
  const changed = new Int32Array(first[days.length] ?? 0);
  things.forEach(({ events }, thing) => {
    for (const { on } of events) {
      const at = next.get(on) ?? 0;
      changed[at] = thing;
      next.set(on, at + 1);
    }
  });
  const range = (place: number, other: number): readonly [number, number] => [
    first[Math.min(place, other)] ?? 0,
    first[Math.max(place, other)] ?? 0,
  ];
  return {
    placeOf: (asOf) => countUntil(days, asOf),
    countBetween(place, other) {
      const [from, to] = range(place, other);
      return to - from;
    },
    changedBetween: (place, other) => changed.subarray(...range(place, other)),
  };
}

/** How many of the sorted days are at or before a date; dates compare as text. */
function countUntil(days: readonly IsoDate[], asOf: IsoDate): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? asOf) <= asOf) low = middle + 1;
    else high = middle;
  }
  return low;
}
