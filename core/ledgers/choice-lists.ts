import * as kinds from '../county/kinds.ts';
import { HOUSEHOLD_EVENT_KINDS } from '../county/things.ts';

/** Kinds of events in the ledger `events`, of every thing. */
export const EVENT_KINDS = [
  ...HOUSEHOLD_EVENT_KINDS,
  'exit',
  'stage',
  'surface',
  'status',
  'opened',
  'closed',
  'struck_off',
  'achieved',
  'allocated',
  'disbursed',
  'spent',
  'progress',
  'completed',
  'reopened',
] as const;

/** Values that events set: surfaces, states of works, stages of sites and projects; each is listed once. */
export const EVENT_VALUES: readonly string[] = [
  ...new Set([...kinds.SURFACES, ...kinds.WORK_STATUSES, ...kinds.SITE_STAGES, ...kinds.PROJECT_STAGES]),
];

/** Closed lists of fields, by the name that `LedgerField.choiceList` and the texts `ledgers.choice_<list>_<value>` use. */
export const CHOICE_LISTS = {
  area_level: kinds.AREA_LEVELS,
  settlement_kind: kinds.SETTLEMENT_KINDS,
  road_duty: kinds.ROAD_DUTIES,
  category: kinds.TARGET_CATEGORIES,
  cause: kinds.CAUSES,
  arrangement: kinds.ARRANGEMENT_KINDS,
  house_class: ['A', 'B', 'C', 'D'],
  site_location: kinds.SITE_LOCATION_TYPES,
  site_stage: kinds.SITE_STAGES,
  road_class: kinds.ROAD_CLASSES,
  road_function: kinds.ROAD_FUNCTIONS,
  surface: kinds.SURFACES,
  work_status: kinds.WORK_STATUSES,
  hazard_kind: kinds.HAZARD_KINDS,
  hazard_size: ['small', 'medium', 'large', 'very_large'],
  hazard_treatment: kinds.HAZARD_TREATMENTS,
  park_kind: kinds.PARK_KINDS,
  service_kind: kinds.SERVICE_KINDS,
  constraint_kind: kinds.CONSTRAINT_KINDS,
  constraint_effect: kinds.CONSTRAINT_EFFECTS,
  project_stage: kinds.PROJECT_STAGES,
  project_kind: kinds.PROJECT_KINDS,
  role: kinds.RESPONSIBILITY_ROLES,
  benchmark_level: ['province', 'prefecture'],
  event_kind: EVENT_KINDS,
  event_value: EVENT_VALUES,
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type ChoiceList = keyof typeof CHOICE_LISTS;
