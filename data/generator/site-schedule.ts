import { type DayNumber, dateToDay, dayToDate } from '#core/county/dates.ts';
import { SITE_STAGES, type SiteStage } from '#core/county/kinds.ts';
import type { ThingEvent } from '#core/county/things.ts';
import { DATA_DAY, nextWorkingDay } from './calendar.ts';
import type { Random } from './random.ts';

/** Working rhythm of a site: days from each stage to the next, least and most. */
const STAGE_DAYS: Readonly<Record<SiteStage, readonly [least: number, most: number]>> = {
  sited: [0, 0],
  plan_approved: [30, 60],
  land_acquired: [35, 80],
  begun: [20, 45],
  structure_done: [170, 260],
  accepted: [50, 90],
  handed_over: [12, 30],
  moved_in: [10, 28],
};

/** First and last day of siting by year of completion; sites of 2026 whose structure is not done began a year later. */
const SITED: Readonly<Record<string, readonly [first: string, last: string]>> = {
  '2024': ['2023-10-09', '2023-12-10'],
  '2025': ['2024-03-11', '2024-10-20'],
  '2026': ['2025-02-17', '2025-12-20'],
  '2026 open': ['2025-12-08', '2026-04-20'],
  '2027': ['2026-01-12', '2026-10-25'],
};
const MOST_DRAWS = 200;

/**
 * Dates of a site's stages up to the data date, in order.
 *
 * @param isDone whether the structure is to be done by the data date
 */
export function scheduleSite(plannedYear: number, isDone: boolean, random: Random): ThingEvent<'stage'>[] {
  const [first, last] = SITED[plannedYear === 2026 && !isDone ? '2026 open' : String(plannedYear)] ?? [
    '2026-01-12',
    '2026-10-25',
  ];
  const days = dateToDay(last) - dateToDay(first);
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const events = drawStages(dateToDay(first) + random.int(days), random);
    if (events.some(({ value }) => value === 'structure_done') === isDone) return events;
  }
  throw new Error(`No schedule for a site of ${plannedYear}, done: ${isDone}.`);
}

function drawStages(sited: DayNumber, random: Random): ThingEvent<'stage'>[] {
  const events: ThingEvent<'stage'>[] = [];
  let day = sited;
  for (const stage of SITE_STAGES) {
    const [least, most] = STAGE_DAYS[stage];
    day = nextWorkingDay(day + random.between(least, most), Infinity);
    if (day > DATA_DAY) break;
    events.push({ kind: 'stage', on: dayToDate(day), value: stage });
  }
  return events;
}
