import { type DayNumber, dateToDay, dayToDate, type IsoDate } from '#core/county/dates.ts';
import type { RoadFunction, Surface } from '#core/county/kinds.ts';
import { BASE_DATE, DATA_DATE, DATA_DAY, nextWorkingDay } from './calendar.ts';
import { spreadOverPeriod } from './pace.ts';
import { createRandom, type Random } from './random.ts';
import type { Route } from './road-links.ts';

/** What the hardening programme does with one road. */
export interface RoadWorks {
  readonly initialSurface: Surface;
  readonly initialOn: IsoDate;
  readonly widthMeters: number;
  readonly plannedYear: number | null;
  readonly begunOn: IsoDate | null;
  readonly completedOn: IsoDate | null;
  readonly acceptedOn: IsoDate | null;
}

/** Shares by function: hardened before the campaign; in the programme, of those not hardened. */
const SHARES: Readonly<Record<RoadFunction, { readonly hardened: number; readonly planned: number }>> = {
  village_access: { hardened: 0.62, planned: 1 },
  group_access: { hardened: 0.4, planned: 0.72 },
  door: { hardened: 0.56, planned: 0.5 },
  industry: { hardened: 0.34, planned: 0.8 },
};
const PLANNED_YEARS = [2024, 2025, 2026, 2027] as const;
const YEAR_WEIGHTS = [26, 29, 27, 18];
/** Share completed and share at least begun at the data date, by planned year. */
const PROGRESS: Readonly<Record<number, { readonly completed: number; readonly begun: number }>> = {
  2024: { completed: 0.985, begun: 1 },
  2025: { completed: 0.965, begun: 0.99 },
  2026: { completed: 0.7, begun: 0.9 },
  2027: { completed: 0.03, begun: 0.1 },
};
const PERIODS: Readonly<Record<number, readonly [from: IsoDate, to: IsoDate]>> = {
  2024: ['2024-02-26', '2025-04-30'],
  2025: ['2025-02-17', '2026-05-31'],
  2026: ['2026-03-02', DATA_DATE],
  2027: ['2026-09-01', DATA_DATE],
};

/** Works by route: a road is hardened as a whole. */
export function planRoadWorks(seed: number, routes: readonly Route[]): Map<Route, RoadWorks> {
  const random = createRandom(seed, 'road works');
  const works = new Map(routes.map((route) => [route, createWorks(route, random)]));
  for (const year of PLANNED_YEARS) {
    const planned = random.shuffle([...works].filter(([, { plannedYear }]) => plannedYear === year));
    const { completed, begun } = PROGRESS[year] ?? { completed: 0, begun: 0 };
    const completedCount = Math.round(planned.length * completed);
    const days = spreadOverPeriod(completedCount, ...(PERIODS[year] ?? [BASE_DATE, DATA_DATE]));
    for (const [i, [route, before]] of planned.entries()) {
      const done = days[i];
      if (done !== undefined) works.set(route, completeWorks(before, done, random));
      else if (i < planned.length * begun) works.set(route, { ...before, begunOn: beginLately(random) });
    }
  }
  return works;
}

function createWorks(route: Route, random: Random): RoadWorks {
  const { roadFunction, roadClass } = route;
  const isHardened = roadFunction === null || random.chance(SHARES[roadFunction].hardened);
  const isPlanned = !isHardened && roadFunction !== null && random.chance(SHARES[roadFunction].planned);
  return {
    initialSurface: isHardened
      ? hardenedSurface(route, random)
      : random.weighted(['gravel', 'earth', 'stone', 'worn_asphalt'], [52, 34, 8, 6]),
    initialOn: `${random.between(2008, 2022)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
    widthMeters: drawWidth(roadClass, roadFunction, random),
    plannedYear: isPlanned ? random.weighted(PLANNED_YEARS, YEAR_WEIGHTS) : null,
    begunOn: null,
    completedOn: null,
    acceptedOn: null,
  };
}

function hardenedSurface({ roadClass }: Route, random: Random): Surface {
  if (roadClass === 'G' || roadClass === 'S') return 'asphalt_concrete';
  if (roadClass === 'X')
    return random.weighted<Surface>(['asphalt_concrete', 'bituminous_surface', 'cement_concrete'], [5, 3, 2]);
  return random.weighted<Surface>(
    ['cement_concrete', 'asphalt_concrete', 'penetrated_asphalt', 'bituminous_surface'],
    [78, 10, 6, 6],
  );
}

function drawWidth(roadClass: Route['roadClass'], roadFunction: RoadFunction | null, random: Random): number {
  if (roadClass === 'G') return 9;
  if (roadClass === 'S') return 7.5;
  if (roadClass === 'X') return 6.5;
  if (roadClass === 'Y') return random.weighted([5.5, 4.5, 3.5, 3], [30, 50, 15, 5]);
  return roadFunction === 'door' ? random.pick([2.5, 3, 3, 3.5]) : random.weighted([4.5, 3.5, 3], [35, 50, 15]);
}

/** Completed on a day, begun some weeks before, accepted some weeks after. */
export function completeWorks(works: RoadWorks, completed: DayNumber, random: Random): RoadWorks {
  const begun = Math.max(dateToDay('2024-01-22'), completed - random.between(35, 110));
  const accepted = completed + random.between(25, 80);
  return {
    ...works,
    begunOn: dayToDate(nextWorkingDay(begun, completed - 5)),
    completedOn: dayToDate(completed),
    acceptedOn: accepted <= DATA_DAY ? dayToDate(accepted) : null,
  };
}

const beginLately = (random: Random): IsoDate => dayToDate(nextWorkingDay(DATA_DAY - random.between(5, 90)));
