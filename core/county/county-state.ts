import type { County } from './county.ts';
import type { DayNumber, IsoDate } from './dates.ts';
import { dateToDay } from './dates.ts';
import { ARRANGEMENT_KINDS, PROJECT_STAGES, SITE_STAGES } from './kinds.ts';
import { getSegmentState, type SegmentState } from './segment-state.ts';
import type { ThingEvent } from './things.ts';

/** "None" in a column of small codes. */
export const NO_CODE = 255;

/** Projects at a day, aligned with `County.projects`. */
export interface ProjectState {
  /** Index into PROJECT_STAGES; -1 = not even conceived. */
  readonly stage: Int8Array;
  readonly allocatedYuan: Float64Array;
  readonly disbursedYuan: Float64Array;
  readonly spentYuan: Float64Array;
}

/** Tasks at a day, aligned with `County.tasks`. */
export interface TaskState {
  readonly doneAmount: Float64Array;
  /** 1 = struck off. */
  readonly completed: Uint8Array;
}

/** Rectification items at a day, aligned with `County.items`. */
export interface ItemState {
  readonly found: Uint8Array;
  /** 1 = closed and not reopened since. */
  readonly closed: Uint8Array;
  /** 1 = reopened at least once. */
  readonly reopened: Uint8Array;
}

/** Resident population at a day, aligned with `County.settlements`; `NaN` = not known. */
export interface PopulationState {
  readonly residentHouseholds: Float64Array;
  readonly residentPeople: Float64Array;
}

/** Every dated history of a county resolved at one day: an event counts from its day, inclusive. Immutable. */
export interface CountyState {
  readonly asOf: IsoDate;
  readonly day: DayNumber;
  readonly segments: SegmentState;
  /** Index into SITE_STAGES, aligned with `County.sites`; -1 = not begun. */
  readonly siteStage: Int8Array;
  readonly projects: ProjectState;
  readonly tasks: TaskState;
  /** Amount achieved so far in the park's own unit, aligned with `County.parks`. */
  readonly parkAchieved: Float64Array;
  /** Aligned with `County.hazards`. */
  readonly hazardStruckOff: Uint8Array;
  readonly items: ItemState;
  /** Aligned with `County.areas`. */
  readonly areaExited: Uint8Array;
  readonly population: PopulationState;
}

/**
 * The state of a county at a day, each list resolved at its first use. Households need none: their columns hold days, and "by then" is a
 * comparison with `day`.
 */
export function createCountyState(county: County, asOf: IsoDate): CountyState {
  const day = dateToDay(asOf);
  const lists: { [Key in keyof Omit<CountyState, 'asOf' | 'day'>]: () => CountyState[Key] } = {
    segments: () => getSegmentState(county, asOf),
    siteStage: () => createSiteStage(county, asOf),
    projects: () => createProjectState(county, asOf),
    tasks: () => createTaskState(county, asOf),
    parkAchieved: () =>
      Float64Array.from(county.parks, (park) => findLatest(park.events, asOf, 'achieved')?.amount ?? 0),
    hazardStruckOff: () => Uint8Array.from(county.hazards, (hazard) => (findLatest(hazard.events, asOf) ? 1 : 0)),
    items: () => createItemState(county, asOf),
    areaExited: () => Uint8Array.from(county.areas, (area) => (findLatest(area.events, asOf, 'exit') ? 1 : 0)),
    population: () => createPopulationState(county, day),
  };
  const state = { asOf, day };
  for (const [key, create] of Object.entries(lists)) {
    let kept: unknown;
    Object.defineProperty(state, key, {
      enumerable: true,
      get() {
        kept ??= create();
        return kept;
      },
    });
  }
  // every key of `CountyState` is one of `lists`, which the compiler checks above
  return state as CountyState;
}

/** The last event (of a kind) at or before a date. Events are sorted by date; dates compare as text. */
export function findLatest<Kind extends string>(
  events: readonly ThingEvent<Kind>[],
  asOf: IsoDate,
  kind?: Kind,
): ThingEvent<Kind> | undefined {
  for (let i = events.length - 1; i >= 0; i--) {
    const event = events[i];
    if (event && event.on <= asOf && (kind === undefined || event.kind === kind)) return event;
  }
  return undefined;
}

function createSiteStage(county: County, asOf: IsoDate): Int8Array {
  return Int8Array.from(county.sites, (site) =>
    (SITE_STAGES as readonly string[]).indexOf(findLatest(site.events, asOf, 'stage')?.value ?? ''),
  );
}

function createProjectState(county: County, asOf: IsoDate): ProjectState {
  const amounts = (kind: 'allocated' | 'disbursed' | 'spent') =>
    Float64Array.from(county.projects, (project) => findLatest(project.events, asOf, kind)?.amount ?? 0);
  return {
    stage: Int8Array.from(county.projects, (project) =>
      (PROJECT_STAGES as readonly string[]).indexOf(findLatest(project.events, asOf, 'stage')?.value ?? ''),
    ),
    allocatedYuan: amounts('allocated'),
    disbursedYuan: amounts('disbursed'),
    spentYuan: amounts('spent'),
  };
}

function createTaskState(county: County, asOf: IsoDate): TaskState {
  const completed = Uint8Array.from(county.tasks, (task) => (findLatest(task.events, asOf, 'completed') ? 1 : 0));
  const doneAmount = Float64Array.from(county.tasks, (task, i) => {
    const reported = findLatest(task.events, asOf, 'progress')?.amount;
    // a task struck off without a last report is done in full
    return reported ?? (completed[i] === 1 ? task.plannedAmount : 0);
  });
  return { doneAmount, completed };
}

function createItemState(county: County, asOf: IsoDate): ItemState {
  return {
    found: Uint8Array.from(county.items, (item) => (item.foundOn <= asOf ? 1 : 0)),
    closed: Uint8Array.from(county.items, (item) => (findLatest(item.events, asOf)?.kind === 'closed' ? 1 : 0)),
    reopened: Uint8Array.from(county.items, (item) => (findLatest(item.events, asOf, 'reopened') ? 1 : 0)),
  };
}

/**
 * Base count of residents, minus households that moved out, plus those that moved in at the site's settlement. A household that builds
 * for itself stays where it is: its ledger names no other place.
 */
function createPopulationState(county: County, day: DayNumber): PopulationState {
  const residentHouseholds = Float64Array.from(county.settlements, ({ residentHouseholds: n }) => n ?? Number.NaN);
  const residentPeople = Float64Array.from(county.settlements, ({ residentPeople: n }) => n ?? Number.NaN);
  const settlementOfSite = indexSettlementsOfSites(county);
  const { households } = county;
  const selfBuilt = ARRANGEMENT_KINDS.indexOf('self_built');
  const move = (settlement: number, householdCount: number, people: number) => {
    residentHouseholds[settlement] = Math.max(0, (residentHouseholds[settlement] ?? 0) + householdCount);
    residentPeople[settlement] = Math.max(0, (residentPeople[settlement] ?? 0) + people);
  };
  for (let i = 0; i < households.count; i++) {
    if ((households.eventDay.moved_in[i] ?? 0) > day || households.arrangement[i] === NO_CODE) continue;
    if (households.arrangement[i] === selfBuilt) continue;
    const from = households.settlement[i] ?? 0;
    const to = settlementOfSite[households.site[i] ?? -1] ?? -1;
    const people = households.people[i] ?? 0;
    if (from === to) continue;
    move(from, -1, -people);
    if (to >= 0) move(to, 1, people);
  }
  return { residentHouseholds, residentPeople };
}

/** Index of the settlement that each site is; -1 = none. */
export function indexSettlementsOfSites(county: County): Int32Array {
  const siteIndex = new Map(county.sites.map((site, i) => [site.code, i]));
  const settlementOfSite = new Int32Array(county.sites.length).fill(-1);
  county.settlements.forEach(({ siteCode }, i) => {
    const site = siteCode === null ? undefined : siteIndex.get(siteCode);
    if (site !== undefined) settlementOfSite[site] = i;
  });
  return settlementOfSite;
}
