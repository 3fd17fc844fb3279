import type { Settings } from '../../county/campaign.ts';

/** Class of the minutes to a place: `1` nearest to `4`, `none` = it cannot be reached. */
export type TravelClass = '1' | '2' | '3' | '4' | 'none';

/** Digit that stands for a class on the map, in every language. */
export const TRAVEL_DIGITS: Readonly<Record<TravelClass, string>> = { 1: '①', 2: '②', 3: '③', 4: '④', none: '×' };

/** Classes that are told apart, nearest first. */
export const TRAVEL_CLASSES = ['1', '2', '3', '4', 'none'] as const satisfies readonly TravelClass[];

/** Upper bounds in minutes of the classes 1 to 3 at most: the first limits of the county's settings; farther is class 4. */
export const listTravelBounds = ({ reachMinutes }: Settings): readonly number[] =>
  [...reachMinutes].sort((a, b) => a - b).slice(0, 3);

/** Class of a number of minutes; a bound belongs to the nearer class; `Infinity` = cannot be reached. */
export function classifyMinutes(settings: Settings, minutes: number): TravelClass {
  if (!Number.isFinite(minutes)) return 'none';
  const index = listTravelBounds(settings).findIndex((bound) => minutes <= bound);
  return index === -1 ? '4' : (TRAVEL_CLASSES[index] ?? '4');
}
