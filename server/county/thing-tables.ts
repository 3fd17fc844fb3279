import type { Campaign } from '#core/county/campaign.ts';
import type { Area, Segment } from '#core/county/county.ts';
import type { SegmentPieceRow } from '#core/county/cut-segments.ts';
import type * as things from '#core/county/things.ts';
import { columnsOf, type TableSpec } from './table-spec.ts';

/** Rows whose events live in the table of events. */
type WithoutEvents<Row> = Omit<Row, 'events'>;

const campaign = columnsOf<Campaign>();
/** Campaigns. */
export const CAMPAIGNS: TableSpec<Campaign> = {
  table: 'campaign',
  columns: [
    ...campaign.plain(
      'code',
      'name',
      'nameEn',
      'startsOn',
      'deadline',
      'baseYear',
      'documents',
      'targetWordSet',
      'relocationWordSet',
    ),
  ],
};

const area = columnsOf<WithoutEvents<Area>>();
/** County, towns and villages; the box is read from the boundary. */
export const AREAS: TableSpec<WithoutEvents<Area>> = {
  table: 'area',
  columns: [
    ...area.plain('code', 'name', 'nameEn', 'level', 'parentCode'),
    area.geometry('boundary'),
    area.mercator('boundary'),
    area.position('seat'),
    ...area.plain('priority', 'plannedExitYear', 'roadDuty', 'leadingProduct'),
    area.computed('west_deg', (row) => row.bbox[0]),
    area.computed('south_deg', (row) => row.bbox[1]),
    area.computed('east_deg', (row) => row.bbox[2]),
    area.computed('north_deg', (row) => row.bbox[3]),
    area.renamed('areaSquareMeters', 'area_m2'),
  ],
};

const settlement = columnsOf<things.SettlementRow>();
/** Settlements. */
export const SETTLEMENTS: TableSpec<things.SettlementRow> = {
  table: 'settlement',
  columns: [
    ...settlement.plain('code', 'name', 'nameEn', 'villageCode', 'kind'),
    settlement.position('position'),
    settlement.mercator('position'),
    settlement.renamed('elevationMeters', 'elevation_m'),
    ...settlement.plain(
      'registeredHouseholds',
      'registeredPeople',
      'residentHouseholds',
      'residentPeople',
      'roadDuty',
      'siteCode',
    ),
  ],
};

/** A household without arrangement and events. */
export type HouseholdRecordRow = Omit<things.HouseholdRow, 'relocation' | 'events'>;

const household = columnsOf<HouseholdRecordRow>();
/** Households. */
export const HOUSEHOLDS: TableSpec<HouseholdRecordRow> = {
  table: 'household',
  columns: [
    ...household.plain(
      'code',
      'settlementCode',
      'people',
      'category',
      'mainCause',
      'otherCauses',
      'measures',
      'fundsYuan',
      'fundSource',
      'deadline',
      'responsiblePost',
      'labourForce',
      'houseClass',
      'safeWater',
      'sanitaryToilet',
      'hazardCode',
    ),
  ],
};

/** An arrangement with its household. */
export type ArrangementRecordRow = things.ArrangementRow & { readonly householdCode: string };

const arrangement = columnsOf<ArrangementRecordRow>();
/** Arrangements of relocation households. */
export const ARRANGEMENTS: TableSpec<ArrangementRecordRow> = {
  table: 'arrangement',
  columns: [...arrangement.plain('householdCode', 'kind', 'siteCode', 'plannedYear', 'retainedReason')],
};

/** A site whose hazard assessment lies in three columns and whose facilities have a table of their own. */
export type SiteRecordRow = Omit<things.SiteRow, 'facilities' | 'hazardAssessment' | 'events'> & {
  readonly assessmentNumber: string | null;
  readonly assessmentOn: string | null;
  readonly assessmentConclusion: string | null;
};

const site = columnsOf<SiteRecordRow>();
/** Relocation sites. */
export const SITES: TableSpec<SiteRecordRow> = {
  table: 'site',
  columns: [
    ...site.plain('code', 'name', 'nameEn', 'areaCode'),
    site.position('position'),
    site.mercator('position'),
    site.geometry('outline'),
    site.position('accessPoint'),
    ...site.plain(
      'locationType',
      'capacityHouseholds',
      'capacityPeople',
      'costYuan',
      'deadline',
      'assessmentNumber',
      'assessmentOn',
      'assessmentConclusion',
    ),
  ],
};

/** A facility with its site and its place in the site's list. */
export type FacilityRecordRow = things.SiteFacility & { readonly siteCode: string; readonly facilityNumber: number };

const facility = columnsOf<FacilityRecordRow>();
/** Facilities of sites. */
export const FACILITIES: TableSpec<FacilityRecordRow> = {
  table: 'site_facility',
  columns: [...facility.plain('siteCode', 'facilityNumber', 'kind', 'presentSince')],
};

const homestead = columnsOf<things.HomesteadRow>();
/** Old homesteads. */
export const HOMESTEADS: TableSpec<things.HomesteadRow> = {
  table: 'homestead',
  columns: [...homestead.plain('code', 'householdCode'), homestead.position('position')],
};

const segment = columnsOf<WithoutEvents<Segment>>();
/** Road segments. */
export const SEGMENTS: TableSpec<WithoutEvents<Segment>> = {
  table: 'segment',
  columns: [
    ...segment.plain('code', 'name', 'nameEn', 'routeNumber', 'roadClass', 'roadFunction'),
    segment.geometry('line'),
    segment.mercator('line'),
    segment.renamed('widthMeters', 'width_m'),
    ...segment.plain('oneWay', 'plannedYear', 'costYuan', 'projectCode', 'sharesPavementWith'),
    segment.renamed('lengthMeters', 'length_m'),
    ...segment.plain('startNode', 'endNode'),
  ],
};

const piece = columnsOf<SegmentPieceRow>();
/** Segments cut at village boundaries. */
export const SEGMENT_PIECES: TableSpec<SegmentPieceRow> = {
  table: 'segment_piece',
  columns: [
    ...piece.plain('segmentCode', 'areaCode'),
    piece.renamed('lengthMeters', 'length_m'),
    ...piece.plain('fromFraction', 'toFraction'),
  ],
};

const hazard = columnsOf<WithoutEvents<things.HazardRow>>();
/** Hazard points. */
export const HAZARDS: TableSpec<WithoutEvents<things.HazardRow>> = {
  table: 'hazard',
  columns: [
    ...hazard.plain('code', 'name', 'nameEn', 'areaCode', 'kind', 'sizeClass'),
    hazard.position('position'),
    hazard.mercator('position'),
    hazard.geometry('threatenedArea'),
    ...hazard.plain('threatenedHouseholds', 'threatenedPeople', 'responsiblePost', 'treatment'),
  ],
};

const park = columnsOf<WithoutEvents<things.ParkRow>>();
/** Parks and bases. */
export const PARKS: TableSpec<WithoutEvents<things.ParkRow>> = {
  table: 'park',
  columns: [
    ...park.plain('code', 'name', 'nameEn', 'areaCode', 'kind', 'product'),
    park.position('position'),
    park.mercator('position'),
    park.geometry('outline'),
    park.position('accessPoint'),
    ...park.plain('plannedScale', 'scaleUnit', 'leadingEnterprise', 'jobs', 'householdsLinked', 'linkage'),
  ],
};

const service = columnsOf<things.ServiceRow>();
/** Public services. */
export const SERVICES: TableSpec<things.ServiceRow> = {
  table: 'service',
  columns: [
    ...service.plain('code', 'name', 'nameEn', 'areaCode', 'kind'),
    service.position('position'),
    service.mercator('position'),
  ],
};

const constraint = columnsOf<things.ConstraintRow>();
/** Constraint areas. */
export const CONSTRAINTS: TableSpec<things.ConstraintRow> = {
  table: 'constraint_area',
  columns: [
    ...constraint.plain('code', 'name', 'nameEn', 'kind', 'effect'),
    constraint.geometry('boundary'),
    constraint.mercator('boundary'),
    ...constraint.plain('source'),
    constraint.renamed('on', 'delivered_on'),
  ],
};

const river = columnsOf<things.RiverRow>();
/** Rivers. */
export const RIVERS: TableSpec<things.RiverRow> = {
  table: 'river',
  columns: [
    ...river.plain('code', 'name', 'nameEn'),
    river.geometry('line'),
    river.mercator('line'),
    river.renamed('order', 'stream_order'),
  ],
};
