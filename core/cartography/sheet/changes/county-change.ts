import type { IsoDate } from '../../../county/dates.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import type { FeatureLayer, MapTable } from '../../map-definition.ts';

/** What a change is told under, in the order of importance. `rows`: data that came, went or were put right, without any event. */
export const CHANGE_GROUPS = ['completed', 'struck_off', 'moved_in', 'newly_late', 'begun', 'undone', 'rows'] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** A kind of change: its group, and where a map that shows it draws it (layers) or lists it (tables). */
export interface ChangeKindSpec {
  readonly group: ChangeGroup;
  readonly layers: readonly FeatureLayer[];
  readonly tables: readonly MapTable[];
}

const kind = (
  group: ChangeGroup,
  layers: readonly FeatureLayer[],
  tables: readonly MapTable[] = [],
): ChangeKindSpec => ({
  group,
  layers,
  tables,
});

/** Kinds of change between two states of a county, in the order in which they are told. */
export const CHANGE_KINDS = {
  segments_hardened: kind('completed', ['segments'], ['segments']),
  sites_accepted: kind('completed', ['sites'], ['sites']),
  projects_completed: kind('completed', [], ['projects', 'curve']),
  tasks_completed: kind('completed', ['tasks'], ['late_tasks', 'timetable', 'tasks', 'struck_off']),
  hazards_struck_off: kind('struck_off', ['hazards'], ['struck_off']),
  villages_exited: kind('struck_off', ['areas'], ['struck_off']),
  items_closed: kind('struck_off', [], ['struck_off']),
  households_risk_removed: kind('struck_off', ['households'], ['struck_off']),
  households_moved_in: kind('moved_in', ['households', 'flows', 'sites']),
  tasks_late: kind('newly_late', ['tasks'], ['late_tasks', 'timetable', 'tasks']),
  items_late: kind('newly_late', []),
  segments_begun: kind('begun', ['segments'], ['segments']),
  sites_advanced: kind('begun', ['sites'], ['sites']),
  projects_advanced: kind('begun', [], ['projects']),
  parks_grown: kind('begun', ['parks'], ['parks']),
  households_advanced: kind('begun', ['households']),
  segments_worn: kind('undone', ['segments']),
  items_reopened: kind('undone', []),
  undone: kind('undone', ['segments', 'sites', 'hazards', 'areas', 'tasks', 'households'], ['late_tasks', 'projects']),
  areas_changed: kind('rows', ['areas', 'boundaries']),
  settlements_changed: kind('rows', ['settlements']),
  sites_changed: kind('rows', ['sites'], ['sites']),
  segments_changed: kind('rows', ['segments', 'main_roads'], ['segments']),
  hazards_changed: kind('rows', ['hazards']),
  parks_changed: kind('rows', ['parks'], ['parks']),
  services_changed: kind('rows', ['services']),
  constraints_changed: kind('rows', ['constraints']),
  rivers_changed: kind('rows', ['rivers']),
  households_changed: kind('rows', ['households'], ['households']),
} as const satisfies Readonly<Record<string, ChangeKindSpec>>;
export type ChangeKind = keyof typeof CHANGE_KINDS;

/** Names of the kinds in the order of `CHANGE_KINDS`. */
export const CHANGE_KIND_NAMES = Object.keys(CHANGE_KINDS) as readonly ChangeKind[];

/** One thing that is otherwise in the later state of a county. Households never come one by one: of a site or a village how many. */
export interface CountyChange {
  readonly kind: ChangeKind;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** Areas in which it lies, the smallest that hold it; a road may run through several. */
  readonly areaCodes: readonly string[];
  /** Day of the event that made it so; null = there is none, the data were put right. */
  readonly on: IsoDate | null;
  /** Key of the state that was reached, for `site_stage_…`, `project_stage_…` of the topic `things`; null = its kind says all. */
  readonly state: string | null;
  /** How many things: 1, of households their number. */
  readonly count: number;
  readonly people: number | null;
  /** Metres hardened or worn, 亩 … achieved; null = nothing to measure. */
  readonly amount: number | null;
  readonly unit: string | null;
  readonly position: LonLat | null;
  /** Line of a road, EPSG:4490. */
  readonly line: readonly LonLat[] | null;
}
