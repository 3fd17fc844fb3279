import { type ChangeDays, createChangeDays } from './change-days.ts';
import type { County, Segment } from './county.ts';
import type { IsoDate } from './dates.ts';
import { SURFACES, type Surface, WORK_STATUSES } from './kinds.ts';

/**
 * Surfaces passable by a motor vehicle in every season, for the rural access index: all but earth (our reading of "all-season").
 *
 * @see World Bank 2016, "Measuring rural access: using new technologies": an all-season road is motorable all year round
 */
export const ALL_SEASON_SURFACES: readonly Surface[] = SURFACES.filter((surface) => surface !== 'earth');

/** A surface that is not known: `NO_CODE` of the state of a county. */
export const UNKNOWN_SURFACE = 255;

/** Segments at a day, aligned with `County.segments`. Flags are 0 or 1. Shared by all days between which no segment changes: immutable. */
export interface SegmentState {
  /** Opened and not closed; a segment without such events has always been there. */
  readonly exists: Uint8Array;
  /** Index into SURFACES of the latest surface event; `NO_CODE` = not known. */
  readonly surface: Uint8Array;
  /** Exists, and its surface counts as hardened under the county's settings. */
  readonly hardened: Uint8Array;
  /** Exists, and its surface is one of `ALL_SEASON_SURFACES`. */
  readonly allSeason: Uint8Array;
  /** Index into WORK_STATUSES; 0 = none. */
  readonly status: Uint8Array;
}

/** What a state is made from. */
type RoadsOfCounty = Pick<County, 'segments' | 'settings'>;

/** States of a list of segments that were asked for last. */
interface KeptStates {
  /** The days at which segments change, sorted when a second day is asked for. */
  days: ChangeDays | null;
  /** The latest first. */
  readonly states: { readonly asOf: IsoDate; readonly state: SegmentState }[];
}

/** States kept: the day itself, the one before, the months of a series one after the other. */
const MOST_KEPT = 4;

const kept = new WeakMap<readonly Segment[], Map<string, KeptStates>>();

/**
 * The segments of a county at a day. A day near one that was asked for before is made from it: only what changed between the two is looked at again, and
 * where nothing did, the same object is answered.
 */
export function getSegmentState(county: RoadsOfCounty, asOf: IsoDate): SegmentState {
  const { states, days } = findKept(county);
  const near = days && findNearest(states, days, asOf);
  const state = near?.changes === 0 ? near.state : createState(county, asOf, near);
  states.unshift({ asOf, state });
  if (states.length > MOST_KEPT) states.pop();
  return state;
}

/** What is kept for the segments and the surfaces that count as hardened. */
function findKept({ segments, settings }: RoadsOfCounty): KeptStates {
  const bySurfaces = kept.get(segments) ?? new Map<string, KeptStates>();
  kept.set(segments, bySurfaces);
  const key = settings.hardenedSurfaces.join(' ');
  const known = bySurfaces.get(key) ?? { days: null, states: [] };
  bySurfaces.set(key, known);
  if (known.states.length > 0) known.days ??= createChangeDays(segments);
  return known;
}

/** A state to begin with, and the segments that may be otherwise at the day asked for. */
interface NearState {
  readonly state: SegmentState;
  readonly changes: number;
  readonly changed: Int32Array;
}

/** The kept state with the fewest changes until the day. */
function findNearest(states: KeptStates['states'], days: ChangeDays, asOf: IsoDate): NearState | null {
  const place = days.placeOf(asOf);
  let nearest: { readonly state: SegmentState; readonly place: number; readonly changes: number } | null = null;
  for (const one of states) {
    const other = days.placeOf(one.asOf);
    const changes = days.countBetween(place, other);
    if (nearest === null || changes < nearest.changes) nearest = { state: one.state, place: other, changes };
  }
  if (nearest === null) return null;
  return { state: nearest.state, changes: nearest.changes, changed: days.changedBetween(place, nearest.place) };
}

/** A state of its own, from another one or from nothing. */
function createState({ segments, settings }: RoadsOfCounty, asOf: IsoDate, near: NearState | null): SegmentState {
  const start = near && near.changes < segments.length ? near : null;
  const column = (key: keyof SegmentState): Uint8Array => start?.state[key].slice() ?? new Uint8Array(segments.length);
  const state: SegmentState = {
    exists: column('exists'),
    surface: column('surface'),
    hardened: column('hardened'),
    allSeason: column('allSeason'),
    status: column('status'),
  };
  const resolve = createResolver(state, { hardened: settings.hardenedSurfaces, asOf });
  if (start)
    for (const index of start.changed) {
      const segment = segments[index];
      if (segment) resolve(segment, index);
    }
  else segments.forEach(resolve);
  return state;
}

/** Writes what a segment is at a day into the columns. */
function createResolver(
  state: SegmentState,
  { hardened, asOf }: { readonly hardened: readonly Surface[]; readonly asOf: IsoDate },
): (segment: Pick<Segment, 'events'>, index: number) => void {
  const isHardened = flagSurfaces(hardened);
  const isAllSeason = flagSurfaces(ALL_SEASON_SURFACES);
  return ({ events }, index) => {
    // events are sorted by day, and dates compare as text: the last one until then counts
    let surface = UNKNOWN_SURFACE;
    let status = 0;
    let everOpened = false;
    let latest: 'opened' | 'closed' | null = null;
    for (const { kind, on, value } of events) {
      if (kind === 'opened') everOpened = true;
      if (on > asOf) continue;
      if (kind === 'surface') surface = codeOf(SURFACES, value, UNKNOWN_SURFACE);
      else if (kind === 'status') status = codeOf(WORK_STATUSES, value, 0);
      else if (kind === 'opened' || kind === 'closed') latest = kind;
    }
    // without an `opened` event a segment has always been there, until it is closed
    const exists = latest === null ? !everOpened : latest === 'opened';
    state.exists[index] = exists ? 1 : 0;
    state.surface[index] = surface;
    state.hardened[index] = exists ? (isHardened[surface] ?? 0) : 0;
    state.allSeason[index] = exists ? (isAllSeason[surface] ?? 0) : 0;
    state.status[index] = status;
  };
}

/** By code of a surface, 1 = it is one of those given. */
function flagSurfaces(surfaces: readonly Surface[]): Uint8Array {
  const flags = new Uint8Array(UNKNOWN_SURFACE + 1);
  for (const surface of surfaces) flags[SURFACES.indexOf(surface)] = 1;
  return flags;
}

/** Number of a value in its list; `otherwise` where there is none. */
function codeOf(list: readonly string[], value: string | undefined, otherwise: number): number {
  const code = value === undefined ? -1 : list.indexOf(value);
  return code < 0 ? otherwise : code;
}
