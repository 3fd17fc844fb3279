import type { CountyRows } from '#core/county/county-rows.ts';
import type { ThingEvent } from '#core/county/things.ts';

/** Kinds of things in the register, as in the table `thing`. */
export type ThingKind =
  | 'area'
  | 'settlement'
  | 'household'
  | 'site'
  | 'homestead'
  | 'segment'
  | 'hazard'
  | 'park'
  | 'service'
  | 'constraint'
  | 'project'
  | 'task'
  | 'item'
  | 'responsibility'
  | 'benchmark'
  | 'calendar_stop'
  | 'river'
  | 'reported_total'
  | 'plan';

/** What every thing has, with the events of those that have some. */
export interface AnyThing {
  readonly code: string;
  readonly events?: readonly ThingEvent[];
}

/** All things of a county by kind, in the order in which they are stored: what is referred to comes first. */
export function listThings(rows: CountyRows): readonly (readonly [ThingKind, readonly AnyThing[]])[] {
  return [
    ['area', rows.areas],
    ['hazard', rows.hazards],
    ['site', rows.sites],
    ['settlement', rows.settlements],
    ['household', rows.households],
    ['homestead', rows.homesteads],
    ['project', rows.projects],
    ['segment', rows.segments],
    ['park', rows.parks],
    ['service', rows.services],
    ['constraint', rows.constraints],
    ['river', rows.rivers],
    ['task', rows.tasks],
    ['item', rows.items],
    ['responsibility', rows.responsibilities],
    ['benchmark', rows.benchmarks],
    ['calendar_stop', rows.calendarStops],
    ['reported_total', rows.reportedTotals],
    ['plan', rows.plans],
  ];
}
