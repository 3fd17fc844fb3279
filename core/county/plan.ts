import type { LineGeometry } from '../geo/geometry.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { IsoDate } from './dates.ts';
import type {
  ArrangementKind,
  ParkKind,
  RoadClass,
  RoadFunction,
  ServiceKind,
  SiteLocationType,
  Surface,
} from './kinds.ts';

/**
 * What can be done in a plan (方案), each with its input. Codes of what a plan places begin with its own code (`FA0003-S1`), so that they never
 * meet those of ledgers. Positions EPSG:4490; households, yuan, metres; a year is the one in which a thing is to be done.
 */
export interface PlanInputs {
  readonly place_site: {
    readonly siteCode: string;
    readonly name?: string;
    readonly position: LonLat;
    readonly capacityHouseholds: number;
    readonly locationType?: SiteLocationType;
    /** Absent = by the county's cost a household. */
    readonly costYuan?: number;
  };
  readonly move_site: { readonly siteCode: string; readonly position: LonLat };
  readonly set_capacity: { readonly siteCode: string; readonly capacityHouseholds: number };
  readonly remove_site: { readonly siteCode: string };
  /** The hazard assessment that was made where the site stands in the plan; without one a placed or moved site cannot be published. */
  readonly assess_site: {
    readonly siteCode: string;
    readonly number: string;
    readonly on: IsoDate;
    readonly conclusion: string;
  };
  /** A closed site takes nobody: those who have not moved in are released. */
  readonly close_site: { readonly siteCode: string };
  readonly open_site: { readonly siteCode: string };
  /** Every relocation household of the settlement that has not moved in goes to the site, scattered ones excepted. */
  readonly assign_settlement: { readonly settlementCode: string; readonly siteCode: string };
  readonly release_settlement: { readonly settlementCode: string };
  readonly assign_household: { readonly householdCode: string; readonly siteCode: string };
  readonly release_household: { readonly householdCode: string };
  /** Centralised or one of the scattered ways, for every relocation household of the settlement that has not moved in. */
  readonly arrange_settlement: { readonly settlementCode: string; readonly arrangement: ArrangementKind };
  readonly arrange_household: { readonly householdCode: string; readonly arrangement: ArrangementKind };
  readonly harden_segment: { readonly segmentCode: string; readonly year: number };
  /** Takes the planned hardening of a segment out again. */
  readonly leave_segment: { readonly segmentCode: string };
  readonly add_segment: {
    readonly segmentCode: string;
    readonly name?: string;
    readonly line: LineGeometry;
    readonly roadClass: RoadClass;
    readonly roadFunction: RoadFunction;
    readonly surface: Surface;
    readonly widthMeters: number;
    readonly year: number;
    readonly costYuan?: number;
  };
  readonly place_park: {
    readonly parkCode: string;
    readonly name: string;
    readonly kind: ParkKind;
    readonly product: string;
    readonly position: LonLat;
    readonly jobs: number | null;
  };
  readonly place_service: {
    readonly serviceCode: string;
    readonly name: string;
    readonly kind: ServiceKind;
    readonly position: LonLat;
  };
  /** Takes out a park, a service or a new segment that this plan placed. */
  readonly remove_placed: { readonly code: string };
}

/** Kinds of command. */
export type PlanCommandKind = keyof PlanInputs;

/** What a command does, without authorship. */
export type PlanEdit = {
  readonly [Kind in PlanCommandKind]: { readonly kind: Kind; readonly input: PlanInputs[Kind] };
}[PlanCommandKind];

/**
 * One command of a plan over today's county; `by` is an account, `at` a time, `id` made by the caller. Commands of one `batch` are one step of
 * undo: what a solver proposed, a group that was chosen together.
 */
export type PlanCommand = {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly batch?: string;
} & PlanEdit;

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
  /**
   * Data revision over which the plan was published. Null = it came with the ledgers, whose rows already say what it arranges: then its commands are
   * kept as its record and not applied again.
   */
  readonly baseRevision?: number | null;
  /** The plan in force when this one was published, over whose effects its commands stand. */
  readonly basedOn?: string | null;
}

/** What a plan did to a county that no row of it tells; the codes are those of the plan's own commands and of the plans under it. */
export interface PlanOverlay {
  /** Sites that take nobody. */
  readonly closedSites: ReadonlySet<string>;
  /** Sites, settlements, segments, parks and services that plans placed. */
  readonly placed: ReadonlySet<string>;
  /** Sites that plans moved. */
  readonly movedSites: ReadonlySet<string>;
  /** Households, as codes, that plans gave another site or arrangement. */
  readonly rearranged: ReadonlySet<string>;
  /** Segments that plans harden, with the year. */
  readonly hardenedIn: ReadonlyMap<string, number>;
}
