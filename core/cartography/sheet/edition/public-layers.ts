import type { FeatureLayer, MapTable } from '../../map-definition.ts';

/**
 * Layers of map definitions that a public edition may draw. A layer that is not named here is not drawn: whoever adds one decides here whether the
 * public may see it. Nothing below village level, no counts of households or people other than the
 * circles of targets, whose counts pass the view.
 */
export const PUBLIC_LAYERS: ReadonlySet<string> = new Set([
  // ground, relief, water
  'ground',
  'relief',
  'contours',
  'contours-index',
  'rivers',
  'rivers-label',
  // boundaries, seats and their names
  'boundary-tint',
  'boundary-village',
  'boundary-town',
  'boundary-county',
  'veil',
  'neighbour-boundary',
  'neighbours-label',
  'exits-label',
  'seats',
  'towns-label',
  'villages-label',
  // roads; those to doors are taken out of the features
  'roads-case',
  'roads',
  'roads-label',
  'programme-case',
  'programme-1',
  'programme-2',
  'programme-3',
  'programme-4',
  'programme-new',
  'segments-none',
  'segments-hardened',
  'segments-not_begun-case',
  'segments-not_begun',
  'segments-under_way-case',
  'segments-under_way',
  // areas
  'areas-share',
  'areas-far',
  'areas-priority',
  'areas-light',
  'hand-villages',
  'hand-sites',
  'hand-segments',
  'areas-empty',
  'areas-unreached',
  'lights',
  'stamps',
  'stamps-date',
  'exit-label',
  'product-label',
  'targets-ring',
  'targets-core',
  // public works, services and dangers
  'hazards',
  'services',
  'services-planned',
  'sites',
  'sites-unassessed',
  'sites-forbidden',
  'sites-placed',
  'sites-moved',
  'sites-closed',
  'parks-fill',
  'parks-outline',
  'parks',
  'parks-planned',
  'parks-label',
  'bases-label',
  'reach-far',
  'reach-near',
  'reach-edge',
]);

/** What a public sheet says of an area beside its counts. */
const AREA_PROPERTIES = [
  'level',
  'name',
  'nameEn',
  'label',
  'mapped',
  'priority',
  'light',
  'travelClass',
  'plannedExitYear',
  'exitLabel',
  'exitedOn',
  'exited',
  'leadingProduct',
  'reach',
] as const;

/**
 * Properties of features that reach a public sheet, by feature layer; a feature layer that is not named gives no features, a property that is not
 * named is taken out. `code` always stays.
 */
export const PUBLIC_PROPERTIES: Readonly<Partial<Record<FeatureLayer, readonly string[]>>> = {
  areas: AREA_PROPERTIES,
  seats: AREA_PROPERTIES,
  boundaries: ['rank', 'edge'],
  main_roads: ['name', 'nameEn', 'label', 'class', 'routeNumber'],
  segments: ['class', 'width', 'function', 'progress', 'plannedYear', 'yearClass', 'isNew'],
  sites: ['quarters', 'stage', 'assessed', 'refused', 'plan', 'beside'],
  hazards: ['kind', 'mark', 'sizeClass', 'struckOff', 'struckOffOn'],
  parks: ['role', 'kind', 'name', 'nameEn', 'label', 'isPlanned', 'isPark', 'product', 'scaleLabel'],
  reach: ['band', 'minutes', 'label'],
  services: ['kind', 'name', 'nameEn', 'label', 'isPlanned'],
  rivers: ['name', 'nameEn', 'label', 'kind', 'order', 'size'],
  contours: ['index', 'elevationMeters', 'label'],
  neighbours: ['role', 'label'],
};

/** Functions of roads that lead to a door. */
export const DOOR_ROAD_FUNCTIONS: ReadonlySet<unknown> = new Set(['door']);

/** Tables of map definitions on a public edition: none with names of people, of households or of places below the village, no breakdown by cause. */
export const PUBLIC_TABLES: ReadonlySet<MapTable> = new Set([
  'figures',
  'towns_by_cause',
  'villages',
  'measures_by_year',
  'road_programme',
  'parks',
  'curve',
]);

/** Panels and furniture on a public edition. */
export const PUBLIC_PANELS: ReadonlySet<string> = new Set([
  'countdown',
  'figures',
  'legend',
  'locator',
  'north',
  'approval',
  'signatures',
  'log',
  // on further sheets
  'notes',
  'towns_by_cause',
  'villages',
  'measures_by_year',
  'road_programme',
  'parks',
  'curve',
]);
