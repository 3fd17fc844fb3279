import type { Bbox } from '../geo/bbox.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { Campaign, Settings } from './campaign.ts';
import type { Dem } from './county-rows.ts';
import type { IsoDate } from './dates.ts';
import type { PlanOverlay, PlanRow } from './plan.ts';
import type * as things from './things.ts';

/** An area with what was computed when it was stored. */
export interface Area extends things.AreaRow {
  readonly bbox: Bbox;
  /** Geodesic, holes subtracted. */
  readonly areaSquareMeters: number;
}

/** A segment with what was computed when it was stored. */
export interface Segment extends things.SegmentRow {
  readonly lengthMeters: number;
  /** Topology nodes: numbers that are equal where segments meet. */
  readonly startNode: number;
  readonly endNode: number;
}

/**
 * Segments cut at area boundaries, columnar, sorted by `areaCode`, then segment. The lengths of a segment's pieces add up to its
 * length exactly; a piece in no village carries the code of its town or county.
 */
export interface SegmentPieces {
  readonly count: number;
  readonly areaCodes: readonly string[];
  /** Index into `County.segments`. */
  readonly segment: Int32Array;
  readonly lengthMeters: Float64Array;
  /** Position of the piece along its segment as planar fractions, 0 to 1. */
  readonly fromFraction: Float64Array;
  readonly toFraction: Float64Array;
}

/**
 * The topology of the roads, computed when data entered: segments split where they meet. Columnar, sorted by segment, then place along it.
 * A link runs from one node to the next along its segment; every segment has at least one.
 */
export interface SegmentLinks {
  /** Nodes are numbered 0 to `nodeCount - 1`. */
  readonly nodeCount: number;
  readonly count: number;
  /** Index into `County.segments`. */
  readonly segment: Int32Array;
  readonly fromNode: Int32Array;
  readonly toNode: Int32Array;
  /** Geodesic metres along the segment; the first link begins at 0, the last ends at the segment's length. */
  readonly fromMeters: Float64Array;
  readonly toMeters: Float64Array;
}

/**
 * What was found while the topology was built. `joined_ends`: ends that did not quite meet and were joined; `probable_gap`: a dangling end close
 * to another road, left open; `crossing`: two lines cross without a common position, taken for a bridge; `duplicate`: the same line twice;
 * `zero_length`: a segment without length.
 */
export const ROAD_FAULT_KINDS = ['joined_ends', 'probable_gap', 'crossing', 'duplicate', 'zero_length'] as const;
export type RoadFaultKind = (typeof ROAD_FAULT_KINDS)[number];

/** One finding, reported and never silently bridged. */
export interface RoadFault {
  readonly kind: RoadFaultKind;
  readonly segmentCode: string;
  /** Null for `zero_length`. */
  readonly otherSegmentCode: string | null;
  readonly distanceMeters: number;
  readonly position: LonLat;
}

/**
 * Households, columnar, sorted by code, so that each area is one contiguous range. Days are `DayNumber`, `NEVER` = not (yet).
 * Small codes are indexes into the lists of `kinds.ts`; 255 = none.
 */
export interface HouseholdColumns {
  readonly count: number;
  readonly codes: readonly string[];
  /** Index into `County.settlements`. */
  readonly settlement: Int32Array;
  readonly people: Uint8Array;
  /** TARGET_CATEGORIES; 255 = not a target household. */
  readonly category: Uint8Array;
  /** CAUSES. */
  readonly mainCause: Uint8Array;
  /** Bit i = TARGET_CATEGORIES[i] is among its measures. */
  readonly measures: Uint8Array;
  readonly labourForce: Uint8Array;
  /** NaN = not known. */
  readonly fundsYuan: Float64Array;
  /** ARRANGEMENT_KINDS; 255 = not a relocation household. */
  readonly arrangement: Uint8Array;
  /** Index into `County.sites`, -1 = none. */
  readonly site: Int32Array;
  /** 0 = none. */
  readonly plannedMoveYear: Int16Array;
  /** 1 = the old house stays with a reason; excluded from S6. */
  readonly retained: Uint8Array;
  /** Index into `County.hazards`, -1 = none. */
  readonly hazard: Int32Array;
  /** One column of days per kind of event. */
  readonly eventDay: Readonly<Record<things.HouseholdEventKind, Int32Array>>;
}

/**
 * A county at one data revision: every thing with its whole dated history. Immutable; shared by indicators, maps and sheets.
 *
 * Order, on which range searches rest: `areas` by code (the tree in preorder); `settlements`, `households` by code; every list with an
 * `areaCode` by (areaCode, code); other lists by code.
 */
export interface County {
  readonly code: string;
  readonly revision: number;
  readonly dataDate: IsoDate;
  readonly origin: string;
  readonly campaign: Campaign;
  readonly settings: Settings;
  readonly areas: readonly Area[];
  readonly settlements: readonly things.SettlementRow[];
  readonly households: HouseholdColumns;
  readonly sites: readonly things.SiteRow[];
  readonly homesteads: readonly things.HomesteadRow[];
  readonly segments: readonly Segment[];
  readonly pieces: SegmentPieces;
  readonly links: SegmentLinks;
  /** By kind, then segment. */
  readonly roadFaults: readonly RoadFault[];
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
  /** Sorted by (villageCode, source, rowNumber). */
  readonly ledgerRows: readonly things.LedgerRow[];
  readonly reportedTotals: readonly things.ReportedTotalRow[];
  readonly rivers: readonly things.RiverRow[];
  readonly plans: readonly PlanRow[];
  readonly dem: Dem | null;
  /** What commands of plans did to these rows (`core/planning`); absent = the rows as the ledgers tell them. */
  readonly planned?: PlanOverlay;
}
