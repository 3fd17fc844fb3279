import type { County } from '../../../county/county.ts';
import { findLatest } from '../../../county/county-state.ts';
import { dateToDay, dayToDate, type IsoDate } from '../../../county/dates.ts';
import { PROJECT_STAGES, SITE_STAGES, WORK_STATUSES } from '../../../county/kinds.ts';
import type { ThingEvent } from '../../../county/things.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import { indexCodes } from '../../../planning/list-draft.ts';
import type { ChangeKind, CountyChange } from './county-change.ts';
import { listSegmentAreas } from './segment-areas.ts';

/** Two states of one county: the sheet's and now, or of two days. */
export interface StatePair {
  readonly before: IndicatorContext;
  readonly after: IndicatorContext;
}

/** Things of a list that are in both states, with their places in both. */
function pairUp<Row extends { readonly code: string }>(
  { before, after }: StatePair,
  listOf: (county: County) => readonly Row[],
): readonly { readonly row: Row; readonly i: number; readonly j: number }[] {
  const [first, second] = [listOf(before.county), listOf(after.county)];
  if (first === second) return second.map((row, j) => ({ row, i: j, j }));
  const places = indexCodes(first);
  return second.flatMap((row, j) => {
    const i = places.get(row.code);
    return i === undefined ? [] : [{ row, i, j }];
  });
}

/** What a change may say beside its kind and its thing. */
type ChangeFacts = Partial<Omit<CountyChange, 'kind' | 'code' | 'name' | 'nameEn'>>;

interface Thing {
  readonly code: string;
  readonly name: string | null;
  readonly nameEn: string | null;
}

/** A change with what is usual left out. */
export const createChange = (kind: ChangeKind, { code, name, nameEn }: Thing, facts: ChangeFacts): CountyChange => ({
  kind,
  code,
  name: name ?? code,
  nameEn: nameEn ?? name ?? code,
  areaCodes: [],
  on: null,
  state: null,
  count: 1,
  people: null,
  amount: null,
  unit: null,
  position: null,
  line: null,
  ...facts,
});

/** The day of the last event that came between the two states; null where none did. */
function dayOf<Kind extends string>(
  { before, after }: StatePair,
  events: readonly ThingEvent<Kind>[],
  kind?: Kind,
): IsoDate | null {
  const on = findLatest(events, after.asOf, kind)?.on ?? null;
  return on !== null && on > before.asOf ? on : null;
}

/** Roads: hardened, worn, begun. */
export function listSegmentChanges(pair: StatePair): readonly CountyChange[] {
  const [first, second] = [pair.before.state.segments, pair.after.state.segments];
  const begun = WORK_STATUSES.indexOf('begun');
  const areasOf = listSegmentAreas(pair.after.county);
  return pairUp(pair, ({ segments }) => segments).flatMap(({ row, i, j }) => {
    const place = { areaCodes: areasOf[j] ?? [], line: row.line.coordinates, position: middleOf(row.line.coordinates) };
    const [was, is] = [first.hardened[i] === 1, second.hardened[j] === 1];
    const named = { ...row, name: row.name ?? row.routeNumber };
    if (was !== is) {
      const on = dayOf(pair, row.events, 'surface') ?? dayOf(pair, row.events);
      const kind = is ? 'segments_hardened' : 'segments_worn';
      return [createChange(kind, named, { ...place, on, amount: row.lengthMeters, unit: 'meters' })];
    }
    const [from, to] = [first.status[i] ?? 0, second.status[j] ?? 0];
    if (from === to || is) return [];
    const on = dayOf(pair, row.events, 'status');
    if (to < from) return [createChange('undone', named, { ...place, on })];
    return to >= begun
      ? [createChange('segments_begun', named, { ...place, on, amount: row.lengthMeters, unit: 'meters' })]
      : [];
  });
}

const middleOf = (line: readonly LonLat[]): LonLat | null => line[Math.floor(line.length / 2)] ?? null;

/** Sites: stages reached. */
export function listSiteChanges(pair: StatePair): readonly CountyChange[] {
  const accepted = SITE_STAGES.indexOf('accepted');
  return pairUp(pair, ({ sites }) => sites).flatMap(({ row, i, j }) => {
    const [from, to] = [pair.before.state.siteStage[i] ?? -1, pair.after.state.siteStage[j] ?? -1];
    if (from === to) return [];
    const kind = to < from ? 'undone' : from < accepted && to >= accepted ? 'sites_accepted' : 'sites_advanced';
    const on = dayOf(pair, row.events);
    const state = to < 0 ? null : `site_stage_${SITE_STAGES[to]}`;
    return [createChange(kind, row, { areaCodes: [row.areaCode], on, state, position: row.position })];
  });
}

/** Hazard points closed, villages that left. */
export function listStruckOff(pair: StatePair): readonly CountyChange[] {
  const [first, second] = [pair.before.hazardsClosed(), pair.after.hazardsClosed()];
  const hazards = pairUp(pair, (county) => county.hazards).flatMap(({ row, i, j }) => {
    if (first[i] === second[j]) return [];
    const place = { areaCodes: [row.areaCode], on: dayOf(pair, row.events), position: row.position };
    return [createChange(second[j] === 1 ? 'hazards_struck_off' : 'undone', row, place)];
  });
  const villages = pairUp(pair, ({ areas }) => areas).flatMap(({ row, i, j }) => {
    const [was, is] = [pair.before.state.areaExited[i], pair.after.state.areaExited[j]];
    if (was === is) return [];
    const place = { areaCodes: [row.code], on: dayOf(pair, row.events), position: row.seat };
    return [createChange(is === 1 ? 'villages_exited' : 'undone', row, place)];
  });
  return [...hazards, ...villages];
}

/** Projects: completed, a stage farther. */
export function listProjectChanges(pair: StatePair): readonly CountyChange[] {
  const completed = PROJECT_STAGES.indexOf('completed');
  const positions = pair.after.index.positions();
  return pairUp(pair, ({ projects }) => projects).flatMap(({ row, i, j }) => {
    const [from, to] = [pair.before.state.projects.stage[i] ?? -1, pair.after.state.projects.stage[j] ?? -1];
    if (from === to) return [];
    const kind =
      to < from ? 'undone' : from < completed && to >= completed ? 'projects_completed' : 'projects_advanced';
    const state = to < 0 ? null : `project_stage_${PROJECT_STAGES[to]}`;
    const position = positions.get(row.code) ?? null;
    return [
      createChange(kind, row, { areaCodes: [row.areaCode], on: dayOf(pair, row.events, 'stage'), state, position }),
    ];
  });
}

/** Tasks: struck off, or past their deadline since. A task is late from the day after its deadline. */
export function listTaskChanges(pair: StatePair): readonly CountyChange[] {
  const { before, after } = pair;
  const positions = after.index.positions();
  return pairUp(pair, ({ tasks }) => tasks).flatMap(({ row, i, j }) => {
    const place = { areaCodes: [row.areaCode], position: positions.get(row.code) ?? null };
    const [was, is] = [before.state.tasks.completed[i] === 1, after.state.tasks.completed[j] === 1];
    if (was !== is)
      return [createChange(is ? 'tasks_completed' : 'undone', row, { ...place, on: dayOf(pair, row.events) })];
    const deadlineThen = before.county.tasks[i]?.deadline ?? row.deadline;
    const isNewlyLate = !is && row.startsOn <= after.asOf && row.deadline < after.asOf && deadlineThen >= before.asOf;
    return isNewlyLate ? [createChange('tasks_late', row, { ...place, on: dayAfter(row.deadline) })] : [];
  });
}

/** Rectification items: closed, reopened, past their deadline since. Their problem is their name. */
export function listItemChanges(pair: StatePair): readonly CountyChange[] {
  const { before, after } = pair;
  const positions = after.index.positions();
  return pairUp(pair, ({ items }) => items).flatMap(({ row, i, j }) => {
    if (after.state.items.found[j] === 0) return [];
    const named = { code: row.code, name: row.problem, nameEn: row.code };
    const place = { areaCodes: [row.areaCode], position: positions.get(row.code) ?? null };
    const [was, is] = [before.state.items.closed[i] === 1, after.state.items.closed[j] === 1];
    if (was !== is)
      return [createChange(is ? 'items_closed' : 'items_reopened', named, { ...place, on: dayOf(pair, row.events) })];
    const isNewlyLate = !is && row.deadline < after.asOf && row.deadline >= before.asOf;
    return isNewlyLate ? [createChange('items_late', named, { ...place, on: dayAfter(row.deadline) })] : [];
  });
}

const dayAfter = (date: IsoDate): IsoDate => dayToDate(dateToDay(date) + 1);

/** Parks and bases: achieved so far. */
export function listParkChanges(pair: StatePair): readonly CountyChange[] {
  return pairUp(pair, ({ parks }) => parks).flatMap(({ row, i, j }) => {
    const [from, to] = [pair.before.state.parkAchieved[i] ?? 0, pair.after.state.parkAchieved[j] ?? 0];
    if (from === to) return [];
    const place = { areaCodes: [row.areaCode], on: dayOf(pair, row.events), position: row.position };
    return [
      createChange(to < from ? 'undone' : 'parks_grown', row, { ...place, amount: to - from, unit: row.scaleUnit }),
    ];
  });
}
