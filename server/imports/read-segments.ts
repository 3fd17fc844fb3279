import {
  ROAD_CLASSES,
  ROAD_FUNCTIONS,
  type RoadClass,
  type RoadFunction,
  SURFACES,
  type Surface,
} from '#core/county/kinds.ts';
import type { SegmentRow, ThingEvent } from '#core/county/things.ts';
import type { LineGeometry, MultiLineGeometry } from '#core/geo/geometry.ts';
import type { CodeBook } from './code-book.ts';
import { amountField, readChoice, readNumber, readText } from './fields.ts';
import type { ImportProblems } from './import-problem.ts';
import type { ImportFeature } from './read-features.ts';

/** OpenStreetMap `highway` values to administrative classes; `*` = all others. The person may give their own with `--map`. */
export const DEFAULT_HIGHWAY_CLASSES: Readonly<Record<string, RoadClass>> = {
  primary: 'S',
  secondary: 'X',
  tertiary: 'Y',
  '*': 'C',
};

/** What a highway value says of a road's function; through roads have none. */
const HIGHWAY_FUNCTIONS: Readonly<Record<string, RoadFunction>> = {
  tertiary: 'village_access',
  unclassified: 'village_access',
  residential: 'group_access',
  living_street: 'group_access',
  road: 'group_access',
  service: 'door',
  track: 'industry',
};

/** OpenStreetMap `surface` values (wiki page Key:surface) to the groups of the road statistics. */
const OPENSTREETMAP_SURFACES: Readonly<Record<string, Surface>> = {
  asphalt: 'asphalt_concrete',
  paved: 'asphalt_concrete',
  concrete: 'cement_concrete',
  'concrete:plates': 'cement_concrete',
  'concrete:lanes': 'cement_concrete',
  chipseal: 'bituminous_surface',
  paving_stones: 'blocks',
  bricks: 'brick',
  sett: 'stone',
  cobblestone: 'stone',
  unhewn_cobblestone: 'stone',
  gravel: 'gravel',
  fine_gravel: 'gravel',
  compacted: 'gravel',
  pebblestone: 'gravel',
  unpaved: 'earth',
  ground: 'earth',
  dirt: 'earth',
  earth: 'earth',
  grass: 'earth',
  grass_paver: 'earth',
  mud: 'earth',
  sand: 'earth',
  wood: 'earth',
};

/** Highway values that are not hardened when nothing is said of their surface. */
const UNPAVED_HIGHWAYS: readonly string[] = ['track', 'road'];

/** Metres. */
const WIDTH = { field: 'width', minimum: 0.1, maximum: 100, whole: false } as const;

const PLANNED_YEAR = { field: 'plannedYear', minimum: 1990, maximum: 2100, whole: true } as const;

/** What the reading of segments needs besides the features. */
export interface SegmentContext {
  readonly codes: CodeBook;
  readonly problems: ImportProblems;
  readonly highwayClasses: Readonly<Record<string, RoadClass>>;
  /** Since when the surfaces are known, `YYYY-MM-DD`. */
  readonly since: string;
}

/** Segments of a file and on how many of them the surface had to be assumed. */
export interface SegmentReading {
  readonly segments: readonly SegmentRow[];
  readonly assumedSurfaces: number;
}

/** Features of a road file as segments; each line of a MultiLineString becomes one. */
export function readSegments(
  features: readonly ImportFeature<LineGeometry | MultiLineGeometry>[],
  context: SegmentContext,
): SegmentReading {
  let assumedSurfaces = 0;
  const segments = features.flatMap((feature) => {
    const surface = readSurface(feature, context.problems);
    if (surface.assumed) assumedSurfaces++;
    return readLines(feature, context, surface.surface);
  });
  return { segments, assumedSurfaces };
}

function readLines(
  feature: ImportFeature<LineGeometry | MultiLineGeometry>,
  context: SegmentContext,
  surface: Surface,
): readonly SegmentRow[] {
  const { geometry, properties } = feature;
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  const given = readText(properties, 'code');
  const base = readBase(feature, context, surface);
  return lines.map((coordinates, index) => {
    const wanted = given === null || lines.length === 1 ? given : `${given}-${index + 1}`;
    const code = wanted === null ? context.codes.make('D', 5) : context.codes.take(feature, wanted);
    return { ...base, code, line: { type: 'LineString', coordinates } };
  });
}

function readBase(
  feature: ImportFeature,
  context: SegmentContext,
  surface: Surface,
): Omit<SegmentRow, 'code' | 'line'> {
  const { properties } = feature;
  const { problems } = context;
  const highway = readText(properties, 'highway') ?? '*';
  const byHighway = context.highwayClasses[highway] ?? context.highwayClasses['*'] ?? 'C';
  const events: ThingEvent<'surface' | 'status' | 'opened' | 'closed'>[] = [
    { kind: 'surface', on: context.since, value: surface },
  ];
  return {
    name: readText(properties, 'name'),
    nameEn: readText(properties, 'nameEn') ?? readText(properties, 'name'),
    routeNumber: readText(properties, 'routeNumber'),
    roadClass: readChoice(feature, { field: 'roadClass', choices: ROAD_CLASSES, absent: byHighway }, problems),
    roadFunction: readFunction(feature, highway, problems),
    widthMeters: readNumber(feature, WIDTH, problems),
    oneWay: ['yes', 'true', '1'].includes(readText(properties, 'oneWay') ?? 'no'),
    plannedYear: readNumber(feature, PLANNED_YEAR, problems),
    costYuan: readNumber(feature, amountField('costYuan'), problems),
    projectCode: null,
    sharesPavementWith: null,
    events,
  };
}

function readFunction(feature: ImportFeature, highway: string, problems: ImportProblems): RoadFunction | null {
  if (readText(feature.properties, 'roadFunction') === null) return HIGHWAY_FUNCTIONS[highway] ?? null;
  const asked = { field: 'roadFunction', choices: ROAD_FUNCTIONS, absent: 'village_access' } as const;
  return readChoice<RoadFunction>(feature, asked, problems);
}

function readSurface(feature: ImportFeature, problems: ImportProblems): { surface: Surface; assumed: boolean } {
  const given = readText(feature.properties, 'surface');
  if (given === null) {
    const unpaved = UNPAVED_HIGHWAYS.includes(readText(feature.properties, 'highway') ?? '');
    return { surface: unpaved ? 'earth' : 'asphalt_concrete', assumed: true };
  }
  const known = OPENSTREETMAP_SURFACES[given];
  if (known !== undefined) return { surface: known, assumed: false };
  return {
    surface: readChoice(feature, { field: 'surface', choices: SURFACES, absent: 'earth' }, problems),
    assumed: false,
  };
}
