import type { County, HouseholdColumns, Segment } from '../county/county.ts';
import { createCountyState, findLatest, NO_CODE } from '../county/county-state.ts';
import { type DayNumber, dateToDay, type IsoDate } from '../county/dates.ts';
import { ARRANGEMENT_KINDS, PROJECT_STAGES, SITE_STAGES, WORK_STATUSES } from '../county/kinds.ts';
import { sortEvents } from '../county/sort-things.ts';
import type { HazardRow, HouseholdEventKind, SiteRow, ThingEvent } from '../county/things.ts';
import { PLANNED_SURFACE } from '../network/road-state.ts';
import { placeWaiting } from './place-waiting.ts';

const kept = new WeakMap<County, Map<number, County>>();

/**
 * A county with everything carried out that is planned through a year, as its own data at the year's last day: what a plan comes to is then told by
 * the same indicators that tell of today.
 *
 * Carried out: segments whose planned year has come are hardened and completed, new ones open; relocation households that have a place and whose
 * year has come have moved in (those without a site go where the rule of the nearest site sends them, `placeWaiting`), their old houses are demolished and reclaimed where they do not stay; their sites are handed over, and done with all facilities
 * once everybody has come; hazard points that are to be relieved by relocation are struck off when nobody is left; villages planned to leave have left;
 * projects that are begun and due are completed. What is late today is done by the end of today's year. Nothing else happens.
 *
 * @param year last year that counts; the data date becomes its last day, and never an earlier one than it is
 */
export function projectCounty(county: County, year: number): County {
  const years = kept.get(county) ?? new Map<number, County>();
  kept.set(county, years);
  const known = years.get(year) ?? carryOut(county, year);
  years.set(year, known);
  return known;
}

/** What the parts of a projection share. */
interface Projection {
  readonly county: County;
  readonly year: number;
  /** Data date of the county that comes of it. */
  readonly until: IsoDate;
  /** Day on which something planned for a year is done. */
  doneOn(plannedYear: number): IsoDate;
}

function carryOut(county: County, year: number): County {
  const { dataDate } = county;
  const until = `${year}-12-31` > dataDate ? `${year}-12-31` : dataDate;
  const thisYear = Number(dataDate.slice(0, 4));
  const doneOn = (plannedYear: number): IsoDate => {
    const end = `${Math.max(plannedYear, thisYear)}-12-31`;
    return end > until ? until : end;
  };
  const projection = { county, year, until, doneOn };
  const households = moveHouseholds(projection);
  return {
    ...county,
    dataDate: until,
    households,
    segments: hardenSegments(projection),
    sites: finishSites(projection, households),
    hazards: strikeOffHazards(projection, households),
    areas: county.areas.map((area) => {
      const { level, plannedExitYear, events } = area;
      if (level !== 'village' || plannedExitYear === null || plannedExitYear > year) return area;
      return events.some(({ kind }) => kind === 'exit')
        ? area
        : addEvents(area, { kind: 'exit', on: doneOn(plannedExitYear) });
    }),
    projects: county.projects.map((project) => {
      const stage = stageOf(PROJECT_STAGES, project, until);
      const isUnderWay = stage >= PROJECT_STAGES.indexOf('begun') && stage < PROJECT_STAGES.indexOf('completed');
      if (!isUnderWay || project.deadline === null || project.deadline > until) return project;
      return addEvents(project, { kind: 'stage', on: until, value: 'completed' });
    }),
  };
}

function addEvents<Row extends { readonly events: readonly { readonly on: IsoDate }[] }>(
  row: Row,
  ...events: readonly Row['events'][number][]
): Row {
  return events.length === 0 ? row : sortEvents({ ...row, events: [...row.events, ...events] });
}

const stageOf = (
  stages: readonly string[],
  { events }: { readonly events: readonly ThingEvent<string>[] },
  asOf: IsoDate,
): number => stages.indexOf(findLatest(events, asOf, 'stage')?.value ?? '');

const COMPLETED = WORK_STATUSES.indexOf('completed');

function hardenSegments({ county, year, until, doneOn }: Projection): readonly Segment[] {
  const { exists, hardened, status } = createCountyState(county, until).segments;
  return county.segments.map((segment, i) => {
    const { plannedYear } = segment;
    if (plannedYear === null || plannedYear > year || exists[i] !== 1) return segment;
    const on = doneOn(plannedYear);
    return addEvents(
      segment,
      ...(hardened[i] === 1 ? [] : [{ kind: 'surface', on, value: PLANNED_SURFACE } as const]),
      ...((status[i] ?? 0) >= COMPLETED ? [] : [{ kind: 'status', on, value: 'completed' } as const]),
    );
  });
}

const CENTRALISED = ARRANGEMENT_KINDS.indexOf('centralised');
/** What has happened to a household that moves, and to its old house where that does not stay. */
const MOVE_EVENTS = ['structure_done', 'handed_over', 'moved_in'] as const;
const OLD_HOUSE_EVENTS = ['demolished', 'reclaimed'] as const;

function moveHouseholds({ county, year, until, doneOn }: Projection): HouseholdColumns {
  const households = placeWaiting(county);
  const { count, arrangement, site, plannedMoveYear, retained } = households;
  const eventDay = { ...households.eventDay };
  for (const kind of [...MOVE_EVENTS, ...OLD_HOUSE_EVENTS]) eventDay[kind] = eventDay[kind].slice();
  const untilDay = dateToDay(until);
  const happen = (kind: HouseholdEventKind, i: number, day: DayNumber): void => {
    if ((eventDay[kind][i] ?? 0) > day) eventDay[kind][i] = day;
  };
  const days = new Map<number, DayNumber>();
  for (let i = 0; i < count; i++) {
    const planned = plannedMoveYear[i] ?? 0;
    const hasPlace = arrangement[i] !== NO_CODE && (arrangement[i] !== CENTRALISED || (site[i] ?? -1) >= 0);
    if (!hasPlace || planned === 0 || planned > year) continue;
    const day = days.get(planned) ?? dateToDay(doneOn(planned));
    days.set(planned, day);
    if ((eventDay.moved_in[i] ?? 0) > untilDay) for (const kind of MOVE_EVENTS) happen(kind, i, day);
    if (retained[i] !== 1) for (const kind of OLD_HOUSE_EVENTS) happen(kind, i, day);
  }
  return { ...households, eventDay };
}

const HANDED_OVER = SITE_STAGES.indexOf('handed_over');
const MOVED_IN = SITE_STAGES.indexOf('moved_in');

/** Sites of those who have moved in: handed over, and with all facilities once everybody has come. */
function finishSites({ county, until }: Projection, { count, site, eventDay }: HouseholdColumns): readonly SiteRow[] {
  const day = dateToDay(until);
  const here = new Int32Array(county.sites.length);
  const awaited = new Int32Array(county.sites.length);
  for (let i = 0; i < count; i++) {
    const at = site[i] ?? -1;
    if (at < 0) continue;
    const counted = (eventDay.moved_in[i] ?? 0) <= day ? here : awaited;
    counted[at] = (counted[at] ?? 0) + 1;
  }
  return county.sites.map((row, i) => {
    if (here[i] === 0) return row;
    const stage = awaited[i] === 0 ? MOVED_IN : HANDED_OVER;
    if (stageOf(SITE_STAGES, row, until) >= stage) return row;
    const done = addEvents(row, { kind: 'stage', on: until, value: SITE_STAGES[stage] ?? '' });
    if (stage < MOVED_IN) return done;
    const facilities = row.facilities.map((one) => ({ ...one, presentSince: one.presentSince ?? until }));
    return { ...done, facilities };
  });
}

/** Points to be relieved by relocation from which everybody has moved away. */
function strikeOffHazards(
  { county, until }: Projection,
  { count, hazard, eventDay }: HouseholdColumns,
): readonly HazardRow[] {
  const day = dateToDay(until);
  const moved = new Int32Array(county.hazards.length);
  const left = new Int32Array(county.hazards.length);
  for (let i = 0; i < count; i++) {
    const at = hazard[i] ?? -1;
    if (at < 0) continue;
    const counted = (eventDay.moved_in[i] ?? 0) <= day ? moved : left;
    counted[at] = (counted[at] ?? 0) + 1;
  }
  return county.hazards.map((row, i) =>
    row.treatment === 'relocate' && (moved[i] ?? 0) > 0 && left[i] === 0 && row.events.length === 0
      ? addEvents(row, { kind: 'struck_off', on: until })
      : row,
  );
}
