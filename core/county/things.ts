import type { AreaGeometry, LineGeometry } from '../geo/geometry.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { IsoDate } from './dates.ts';
import type * as kinds from './kinds.ts';

/**
 * The things on the map as a file or an office delivers them: what the generator writes, the import reads and `write-county` stores.
 * Positions EPSG:4490; metres, square metres, yuan, minutes. `null` means "not known" and is never read as zero.
 *
 * Codes are text and unique in a county over all kinds: areas 6, 9, 12 digits; a settlement its village's code and 3 digits; a household its
 * settlement's code and 4 digits; other things any text of 1 to 40 letters, digits, `-` and `_`.
 * `areaCode` is the smallest area that holds the thing: a village, or the town or county where no village does.
 */
interface Thing {
  readonly code: string;
  readonly name: string;
  /** English name; by default pinyin. */
  readonly nameEn: string;
}

/** Something that happened to a thing on a day; counts from that day, inclusive. Sorted by date. */
export interface ThingEvent<Kind extends string = string> {
  readonly kind: Kind;
  readonly on: IsoDate;
  /** For kinds that set a state: the new surface, status or stage. */
  readonly value?: string;
  /** For kinds that report an amount so far (not an increment): yuan, or the thing's own unit. */
  readonly amount?: number;
}

/** County, town or village. Event `exit`: the village left (exited, struck off). */
export interface AreaRow extends Thing {
  readonly level: kinds.AreaLevel;
  readonly parentCode: string | null;
  readonly boundary: AreaGeometry;
  readonly seat: LonLat;
  /** Priority village (重点村); false for towns and counties. */
  readonly priority: boolean;
  readonly plannedExitYear: number | null;
  readonly roadDuty: kinds.RoadDuty;
  /** One town one industry, one village one product. */
  readonly leadingProduct: string | null;
  readonly events: readonly ThingEvent<'exit'>[];
}

/** 自然村、村民小组 or 安置点: the place from which distance is measured. Counts are of the base date. */
export interface SettlementRow extends Thing {
  readonly villageCode: string;
  readonly kind: kinds.SettlementKind;
  readonly position: LonLat;
  readonly elevationMeters: number | null;
  readonly registeredHouseholds: number | null;
  readonly registeredPeople: number | null;
  readonly residentHouseholds: number | null;
  readonly residentPeople: number | null;
  readonly roadDuty: kinds.RoadDuty;
  /** The relocation site this settlement is, for kind `relocation_site`. */
  readonly siteCode: string | null;
}

/** What can happen to a household. `in_work`: at least one member in work; `linked`: to a cooperative or enterprise. */
export const HOUSEHOLD_EVENT_KINDS = [
  'identified',
  'risk_removed',
  'risk_removed_naturally',
  'structure_done',
  'handed_over',
  'moved_in',
  'demolished',
  'reclaimed',
  'in_work',
  'linked',
  'door_hardened',
] as const;
export type HouseholdEventKind = (typeof HOUSEHOLD_EVENT_KINDS)[number];

/** One household, without any personal data. `relocation` is null when it is not to be moved. */
export interface HouseholdRow {
  readonly code: string;
  readonly settlementCode: string;
  readonly people: number;
  /** Main category; null = not a target household. */
  readonly category: kinds.TargetCategory | null;
  readonly mainCause: kinds.Cause | null;
  readonly otherCauses: readonly kinds.Cause[];
  /** Categories of measures it receives, the main one included. */
  readonly measures: readonly kinds.TargetCategory[];
  readonly fundsYuan: number | null;
  readonly fundSource: string | null;
  readonly deadline: IsoDate | null;
  /** A post, never a person. */
  readonly responsiblePost: string | null;
  readonly labourForce: number;
  readonly houseClass: 'A' | 'B' | 'C' | 'D' | null;
  readonly safeWater: boolean | null;
  readonly sanitaryToilet: boolean | null;
  /** Hazard point that threatens it. */
  readonly hazardCode: string | null;
  readonly relocation: ArrangementRow | null;
  readonly events: readonly ThingEvent<HouseholdEventKind>[];
}

/** Relocation arrangement (安置方式) of a household. */
export interface ArrangementRow {
  readonly kind: kinds.ArrangementKind;
  /** The site for `centralised`, else null. */
  readonly siteCode: string | null;
  readonly plannedYear: number;
  /** Reason why the old house stays (retained houses are excluded from S6 and listed); null = demolition is due. */
  readonly retainedReason: string | null;
}

/** Relocation site. Event `stage` with a `SiteStage` as value. */
export interface SiteRow extends Thing {
  readonly areaCode: string;
  readonly position: LonLat;
  readonly outline: AreaGeometry | null;
  /** Where a road reaches it. */
  readonly accessPoint: LonLat;
  readonly locationType: kinds.SiteLocationType;
  readonly capacityHouseholds: number | null;
  readonly capacityPeople: number | null;
  readonly costYuan: number | null;
  readonly deadline: IsoDate | null;
  readonly facilities: readonly SiteFacility[];
  readonly hazardAssessment: { readonly number: string; readonly on: IsoDate; readonly conclusion: string } | null;
  readonly events: readonly ThingEvent<'stage'>[];
}

/** A required facility and since when it is there; null = not yet. */
export interface SiteFacility {
  readonly kind: kinds.FacilityKind;
  readonly presentSince: IsoDate | null;
}

/** Old homestead; demolition and reclaiming are events of its household. */
export interface HomesteadRow {
  readonly code: string;
  readonly householdCode: string;
  readonly position: LonLat;
}

/** Road segment. Events: `surface` (value: Surface), `status` (value: WorkStatus), `opened` and `closed`. */
export interface SegmentRow {
  readonly code: string;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly routeNumber: string | null;
  readonly roadClass: kinds.RoadClass;
  readonly roadFunction: kinds.RoadFunction | null;
  readonly line: LineGeometry;
  readonly widthMeters: number | null;
  readonly oneWay: boolean;
  /** Year in which its hardening is planned; null = no hardening planned. */
  readonly plannedYear: number | null;
  readonly costYuan: number | null;
  readonly projectCode: string | null;
  /** 重复里程: the segment whose pavement this one shares; such a segment adds no length. */
  readonly sharesPavementWith: string | null;
  readonly events: readonly ThingEvent<'surface' | 'status' | 'opened' | 'closed'>[];
}

/** Geological hazard point. Event `struck_off`. */
export interface HazardRow extends Thing {
  readonly areaCode: string;
  readonly kind: kinds.HazardKind;
  readonly sizeClass: 'small' | 'medium' | 'large' | 'very_large';
  readonly position: LonLat;
  readonly threatenedArea: AreaGeometry | null;
  readonly threatenedHouseholds: number;
  readonly threatenedPeople: number;
  readonly responsiblePost: string | null;
  readonly treatment: kinds.HazardTreatment;
  readonly events: readonly ThingEvent<'struck_off'>[];
}

/** Park, base, cooperative, community factory or belt. Event `achieved` with the amount so far in `scaleUnit`. */
export interface ParkRow extends Thing {
  readonly areaCode: string;
  readonly kind: kinds.ParkKind;
  readonly product: string;
  readonly position: LonLat;
  readonly outline: AreaGeometry | null;
  readonly accessPoint: LonLat;
  readonly plannedScale: number | null;
  /** 亩, 头, 羽, 万袋 … */
  readonly scaleUnit: string | null;
  readonly leadingEnterprise: string | null;
  readonly jobs: number | null;
  readonly householdsLinked: number | null;
  readonly linkage: string | null;
  readonly events: readonly ThingEvent<'achieved'>[];
}

/** School, clinic, town government, village committee or market. */
export interface ServiceRow extends Thing {
  readonly areaCode: string;
  readonly kind: kinds.ServiceKind;
  readonly position: LonLat;
}

/** Constraint area of one of three strengths. */
export interface ConstraintRow extends Thing {
  readonly kind: kinds.ConstraintKind;
  readonly effect: kinds.ConstraintEffect;
  readonly boundary: AreaGeometry;
  readonly source: string;
  readonly on: IsoDate;
}

/** Project. Events: `stage` (value: ProjectStage); `allocated`, `disbursed`, `spent` (amount so far, yuan). */
export interface ProjectRow extends Thing {
  readonly areaCode: string;
  readonly thingCode: string | null;
  readonly kind: kinds.ProjectKind;
  readonly leadDepartment: string;
  readonly startsOn: IsoDate | null;
  readonly deadline: IsoDate | null;
  readonly plannedYuan: number;
  readonly fundsBySource: readonly { readonly source: string; readonly yuan: number }[];
  readonly events: readonly ThingEvent<'stage' | 'allocated' | 'disbursed' | 'spent'>[];
}

/** Task. Event `progress` with the amount done so far in `unit`; `completed` when struck off. */
export interface TaskRow extends Thing {
  readonly areaCode: string;
  readonly projectCode: string | null;
  readonly thingCode: string | null;
  readonly department: string;
  readonly responsiblePost: string;
  readonly startsOn: IsoDate;
  readonly deadline: IsoDate;
  readonly plannedAmount: number;
  readonly unit: string;
  readonly events: readonly ThingEvent<'progress' | 'completed'>[];
}

/** Rectification item (问题整改台账). Events `closed`, `reopened`. */
export interface ItemRow {
  readonly code: string;
  readonly areaCode: string;
  readonly thingCode: string | null;
  readonly source: string;
  readonly problem: string;
  readonly problemClass: string;
  readonly measure: string;
  readonly responsiblePost: string;
  readonly responsibleUnit: string;
  readonly foundOn: IsoDate;
  readonly deadline: IsoDate;
  readonly events: readonly ThingEvent<'closed' | 'reopened'>[];
}

/** One link of the responsibility chain, dated so that an old sheet keeps the holder of then. `to` null = still. */
export interface ResponsibilityRow {
  readonly code: string;
  /** Area, or thing for chains below the village. */
  readonly aboutCode: string;
  readonly role: kinds.ResponsibilityRole;
  /** Post or unit, never a person's name in the sample. */
  readonly holder: string;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Average of the level above, drawn as a line. `value` in the indicator's own unit (rates 0 to 1). */
export interface BenchmarkRow {
  readonly code: string;
  readonly indicator: string;
  readonly level: 'province' | 'prefecture';
  readonly name: string;
  readonly nameEn: string;
  readonly value: number;
  readonly on: IsoDate;
  readonly source: string;
}

/** A stop of works (rain, winter, holidays) in the working-day calendar, both ends inclusive. */
export interface CalendarStopRow {
  readonly code: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly reason: string;
}

/** One row of a ledger exactly as reported; `householdCode` null when none was given. `values` hold no personal data. */
export interface LedgerRow {
  readonly source: string;
  readonly rowNumber: number;
  readonly villageCode: string;
  readonly householdCode: string | null;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
}

/** A figure that was reported to an authority above (上报数台账): what, how much, when, to whom, and who signed. */
export interface ReportedTotalRow {
  readonly code: string;
  readonly areaCode: string;
  /** Code of an indicator with its part (`T1`, `T1/people`), or the office's own words for what is counted. */
  readonly subject: string;
  readonly value: number;
  readonly unit: string;
  readonly on: IsoDate;
  readonly recipient: string;
  /** Post or official who signed. */
  readonly signedBy: string;
  /** Why it differs from the one before; null when nobody said. */
  readonly explanation: string | null;
}

/** A river line for the base map, largest order first. */
export interface RiverRow extends Thing {
  readonly line: LineGeometry;
  /** Strahler order, 1 = brook. */
  readonly order: number;
}
