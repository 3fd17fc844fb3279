import type { GroupCount } from './demand.ts';
import type { PlanFlow } from './evaluation.ts';

/** A flow with all its trips; `Infinity` = no way. */
export interface MeasuredFlow extends GroupCount {
  /** Index into `Demand.origins`, and into the sites. */
  readonly origin: number;
  readonly site: number;
  readonly movedInHouseholds: number;
  readonly by: 'explicit' | 'nearest';
  readonly minutes: number;
  readonly meters: number;
  readonly backMinutes: number;
  readonly backMeters: number;
  /** As the evaluation gives it, once it has been written. */
  told: PlanFlow | null;
}

/** A flow while its trips are filled in; `order` is its place by settlement, then site code. */
export type OpenFlow = { -readonly [Key in keyof MeasuredFlow]: MeasuredFlow[Key] } & {
  readonly order: number;
  isMeasured: boolean;
};
