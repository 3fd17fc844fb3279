import type { LonLat } from '../geo/lon-lat.ts';
import type { IsoDate } from './dates.ts';

/** One command of a plan (方案) over today's county; `by` is an account, `at` a time, `id` made by the caller. */
export type PlanCommand = { readonly id: string; readonly by: string; readonly at: string } & (
  | {
      readonly kind: 'place_site';
      readonly input: { readonly siteCode: string; readonly position: LonLat; readonly capacityHouseholds: number };
    }
  | {
      readonly kind: 'set_capacity';
      readonly input: { readonly siteCode: string; readonly capacityHouseholds: number };
    }
  | {
      readonly kind: 'assign_settlement';
      readonly input: { readonly settlementCode: string; readonly siteCode: string };
    }
  | { readonly kind: 'harden_segment'; readonly input: { readonly segmentCode: string; readonly year: number } }
);

/** Planned state of one indicator in an area at the end of a month (时序进度); units as in the figure. */
export interface ScheduleEntry {
  readonly indicator: string;
  readonly part: string | null;
  readonly areaCode: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly numerator: number;
  readonly denominator: number | null;
}

/** A plan: commands, never a copy of the county. A published plan is frozen. */
export interface PlanRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly status: 'draft' | 'submitted' | 'published' | 'superseded';
  readonly publishedOn: IsoDate | null;
  readonly commands: readonly PlanCommand[];
  readonly schedule: readonly ScheduleEntry[];
}
