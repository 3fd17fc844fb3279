import type { Campaign, Settings } from './campaign.ts';
import type { IsoDate } from './dates.ts';
import type { PlanRow } from './plan.ts';
import type * as things from './things.ts';

/**
 * A whole county as rows: what the generator wrote, what an import read. `server/county/write-county.ts` checks it, computes
 * lengths, cuts and nodes in `core/geo`, and stores it in one transaction.
 */
export interface CountyRows {
  readonly code: string;
  /** "Today" of the county's data; `asOf` defaults to it. */
  readonly dataDate: IsoDate;
  /** Where the rows come from: `sample` or the import's description. */
  readonly origin: string;
  readonly campaign: Campaign;
  readonly settings: Settings;
  readonly areas: readonly things.AreaRow[];
  readonly settlements: readonly things.SettlementRow[];
  readonly households: readonly things.HouseholdRow[];
  readonly sites: readonly things.SiteRow[];
  readonly homesteads: readonly things.HomesteadRow[];
  readonly segments: readonly things.SegmentRow[];
  readonly hazards: readonly things.HazardRow[];
  readonly parks: readonly things.ParkRow[];
  readonly services: readonly things.ServiceRow[];
  readonly constraints: readonly things.ConstraintRow[];
  readonly projects: readonly things.ProjectRow[];
  readonly tasks: readonly things.TaskRow[];
  readonly items: readonly things.ItemRow[];
  readonly responsibilities: readonly things.ResponsibilityRow[];
  readonly benchmarks: readonly things.BenchmarkRow[];
  readonly calendarStops: readonly things.CalendarStopRow[];
  readonly ledgerRows: readonly things.LedgerRow[];
  /** Figures that went to an authority above (上报数台账). */
  readonly reportedTotals: readonly things.ReportedTotalRow[];
  readonly rivers: readonly things.RiverRow[];
  readonly plans: readonly PlanRow[];
  /** Null for a county without elevation data. */
  readonly dem: Dem | null;
}

/**
 * Elevation grid in EPSG:4490, row 0 the northernmost, values at cell centres, metres (1985 height datum).
 * `west` and `north` are the outer edges of the first cell.
 */
export interface Dem {
  readonly west: number;
  readonly north: number;
  readonly cellDegrees: number;
  readonly columns: number;
  readonly rows: number;
  readonly elevations: Int16Array;
}
