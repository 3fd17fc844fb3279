/** Levels of the area tree, widest first. */
export const AREA_LEVELS = ['county', 'town', 'village'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** 自然村 / 村民小组 / 安置点. */
export const SETTLEMENT_KINDS = ['natural_village', 'villager_group', 'relocation_site'] as const;
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

/** Whether a place must be joined by road; the two exceptions are excluded from R0 and R2 and listed. */
export const ROAD_DUTIES = ['required', 'to_be_moved', 'not_possible'] as const;
export type RoadDuty = (typeof ROAD_DUTIES)[number];

/** 五个一批 and medical help: 产业、搬迁、生态岗位、教育、社会保障、医疗. */
export const TARGET_CATEGORIES = [
  'industry',
  'relocation',
  'ecological_post',
  'education',
  'social_security',
  'medical',
] as const;
export type TargetCategory = (typeof TARGET_CATEGORIES)[number];

/** Main causes: 因病、因残、因学、因灾、缺技术、缺劳力、缺资金、交通条件落后(待提升)、自身发展动力、其他. */
export const CAUSES = [
  'illness',
  'disability',
  'schooling',
  'disaster',
  'lack_of_skill',
  'lack_of_labour',
  'lack_of_funds',
  'lack_of_transport',
  'other',
] as const;
export type Cause = (typeof CAUSES)[number];

/** 集中安置 in a site, or scattered: 自建/插花、购房、货币化、投亲、进城. */
export const ARRANGEMENT_KINDS = [
  'centralised',
  'self_built',
  'purchased',
  'monetary',
  'with_relatives',
  'moved_to_city',
] as const;
export type ArrangementKind = (typeof ARRANGEMENT_KINDS)[number];

/** 县城、集镇、园区、景区、中心村、其他. */
export const SITE_LOCATION_TYPES = [
  'county_seat',
  'market_town',
  'park',
  'scenic_area',
  'central_village',
  'other',
] as const;
export type SiteLocationType = (typeof SITE_LOCATION_TYPES)[number];

/** 选址、规划批复、征地、开工、主体完工、竣工验收、分房交付、入住, in order. */
export const SITE_STAGES = [
  'sited',
  'plan_approved',
  'land_acquired',
  'begun',
  'structure_done',
  'accepted',
  'handed_over',
  'moved_in',
] as const;
export type SiteStage = (typeof SITE_STAGES)[number];

/** Facilities built together with a site. */
export const FACILITY_KINDS = [
  'party_service_centre',
  'police_room',
  'training_centre',
  'clinic',
  'shop_or_market',
  'school_within_reach',
  'water',
  'power',
  'road',
  'communications',
] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

/** Administrative classes of a road: 国、省、县、乡、村、专用. */
export const ROAD_CLASSES = ['G', 'S', 'X', 'Y', 'C', 'Z'] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

/** 通村、通组、入户、产业路. */
export const ROAD_FUNCTIONS = ['village_access', 'group_access', 'door', 'industry'] as const;
export type RoadFunction = (typeof ROAD_FUNCTIONS)[number];

/** Surfaces in the order of the road statistics: 有铺装 first, then 简易铺装, then 未铺装. `worn_asphalt` is 油返砂, never hardened. */
export const SURFACES = [
  'asphalt_concrete',
  'cement_concrete',
  'penetrated_asphalt',
  'bituminous_surface',
  'blocks',
  'brick',
  'stone',
  'gravel',
  'earth',
  'worn_asphalt',
] as const;
export type Surface = (typeof SURFACES)[number];

/** State of the hardening works of a segment; speaks of works, never decides whether a segment is hardened. */
export const WORK_STATUSES = ['none', 'planned', 'begun', 'completed', 'accepted'] as const;
export type WorkStatus = (typeof WORK_STATUSES)[number];

/** 滑坡、崩塌、泥石流、塌陷、不稳定斜坡、山洪. */
export const HAZARD_KINDS = [
  'landslide',
  'rockfall',
  'debris_flow',
  'collapse',
  'unstable_slope',
  'flash_flood',
] as const;
export type HazardKind = (typeof HAZARD_KINDS)[number];

/** 监测、治理、搬迁. */
export const HAZARD_TREATMENTS = ['monitor', 'engineer', 'relocate'] as const;
export type HazardTreatment = (typeof HAZARD_TREATMENTS)[number];

/** 现代工业园区、特色农业园区、精品旅游景区、社区工厂(帮扶车间)、基地、合作社、产业带. */
export const PARK_KINDS = [
  'industrial_park',
  'agricultural_park',
  'scenic_area',
  'community_factory',
  'base',
  'cooperative',
  'belt',
] as const;
export type ParkKind = (typeof PARK_KINDS)[number];

/** Kinds that count as a park (园区) in I2 and D3; the others are bases. */
export const PARK_KINDS_COUNTED_AS_PARK: readonly ParkKind[] = ['industrial_park', 'agricultural_park', 'scenic_area'];

/** 学校、卫生室、乡镇政府、村委会、集市. */
export const SERVICE_KINDS = ['school', 'clinic', 'town_government', 'village_committee', 'market'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** 永久基本农田、生态保护红线、25°以上坡地、河道、水源保护区、断裂带、压覆区、城镇开发边界、村庄建设边界. */
export const CONSTRAINT_KINDS = [
  'basic_farmland',
  'ecological_redline',
  'steep_slope',
  'river_channel',
  'water_source',
  'fault_zone',
  'mineral_overlap',
  'town_boundary',
  'village_boundary',
] as const;
export type ConstraintKind = (typeof CONSTRAINT_KINDS)[number];

/** 禁止、须论证、提示. */
export const CONSTRAINT_EFFECTS = ['forbidden', 'argued', 'hint'] as const;
export type ConstraintEffect = (typeof CONSTRAINT_EFFECTS)[number];

/** 谋划、入库、批复、招标、开工、完工、验收、报账、移交, in order. "Begun" means at least `begun`; "completed" at least `completed`. */
export const PROJECT_STAGES = [
  'conceived',
  'listed',
  'approved',
  'tendered',
  'begun',
  'completed',
  'accepted',
  'reimbursed',
  'transferred',
] as const;
export type ProjectStage = (typeof PROJECT_STAGES)[number];

/** Kinds of project: 道路、安置、产业、饮水、电力、公共服务、人居环境. */
export const PROJECT_KINDS = ['road', 'relocation', 'industry', 'water', 'power', 'service', 'environment'] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** Roles of the responsibility chain (责任链). */
export const RESPONSIBILITY_ROLES = [
  'commander',
  'lead_department',
  'county_leader_of_town',
  'town_secretary',
  'town_head',
  'helping_unit',
  'work_team_leader',
  'first_secretary',
  'village_secretary',
  'grid_member',
  'helping_cadre',
] as const;
export type ResponsibilityRole = (typeof RESPONSIBILITY_ROLES)[number];

/** The word sets of domain.md section 2. */
export const WORD_SETS = [
  'poverty_alleviation',
  'consolidation',
  'regular_assistance',
  'hazard_relocation',
  'rural_roads',
  'living_environment',
] as const;
export type WordSet = (typeof WORD_SETS)[number];

/** The four maps (四张图). */
export const MAP_KINDS = ['targets', 'measures', 'industry', 'progress'] as const;
export type MapKind = (typeof MAP_KINDS)[number];
