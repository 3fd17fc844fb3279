import type { Segment } from '#core/county/county.ts';
import type { RoadClass, Surface } from '#core/county/kinds.ts';
import { roundToMillimeters } from '#core/geo/geodesic-length.ts';
import { createLocalMetric } from '#core/geo/local-metric.ts';
import type { LonLat, PlanePoint } from '#core/geo/lon-lat.ts';
import { createRandom, type Random } from '../random.ts';
import { layVillageRoads, type VillageRoad } from './village-roads.ts';

/** A segment whose nodes are not known yet. */
export type PrefectureSegment = Omit<Segment, 'startNode' | 'endNode'>;

/** A made-up prefecture: villages, and ten road segments for each. */
export interface Prefecture {
  /** Sorted by code; lines in EPSG:4490, lengths in metres to the millimetre. */
  readonly segments: readonly PrefectureSegment[];
  /** By village; each is an end of at least one segment. */
  readonly seats: readonly LonLat[];
}

/** Size and seed of a prefecture. */
export interface PrefectureOptions {
  readonly villages: number;
  readonly seed: number;
}

const SEGMENTS_PER_VILLAGE = 10;
const SEGMENTS_PER_VILLAGE_ROAD = 3;

/** Between neighbouring seats: about 2 square kilometres a village, as in the mountains of the southwest. */
const SPACING_METERS = 1200;
const SEAT_JITTER_METERS = 250;

/** Share by which a line sways to either side of its chord. */
const SWAY = 0.16;
const VERTICES = 5;

/** Segments to groups of a village: between these lengths as the crow flies. */
const BRANCH_METERS = [230, 560] as const;
/** Share of branches that leave another one half way and not at its end: there the topology splits a segment. */
const HALFWAY_SHARE = 0.15;

const SOUTHWEST: LonLat = [105.2, 25.4];
const DIRECTIONS = 16;

const SURFACE_OF_CLASS: Readonly<Record<RoadClass, readonly Surface[]>> = {
  G: ['asphalt_concrete'],
  S: ['asphalt_concrete'],
  X: ['asphalt_concrete'],
  Y: ['asphalt_concrete', 'cement_concrete'],
  C: ['cement_concrete', 'cement_concrete', 'gravel'],
  Z: ['cement_concrete', 'gravel', 'earth'],
};

/**
 * Roads of a prefecture: a tree of village roads with cross links along through roads, cut off valleys that it does not reach, and branches to
 * the groups of each village. Ten segments a village, exactly.
 */
export function createPrefecture({ villages, seed }: PrefectureOptions): Prefecture {
  const random = createRandom(seed);
  const columns = Math.ceil(Math.sqrt(villages));
  const seats = Array.from({ length: villages }, (_, village): PlanePoint => {
    const sway = () => (random() - 0.5) * 2 * SEAT_JITTER_METERS;
    return [(village % columns) * SPACING_METERS + sway(), Math.floor(village / columns) * SPACING_METERS + sway()];
  });
  const drawing = createDrawing(random);
  for (const road of layVillageRoads({ villages, columns, random })) drawRoad(drawing, seats, road);
  drawBranches(drawing, seats, villages * SEGMENTS_PER_VILLAGE);
  return { segments: drawing.segments, seats: seats.map(toLonLat) };
}

interface Drawing {
  readonly random: Random;
  readonly segments: PrefectureSegment[];
}

const createDrawing = (random: Random): Drawing => ({ random, segments: [] });

/** A village road as three segments in a row. */
function drawRoad(drawing: Drawing, seats: readonly PlanePoint[], road: VillageRoad): void {
  const from = seats[road.from] ?? [0, 0];
  const to = seats[road.to] ?? [0, 0];
  let start = from;
  for (let part = 1; part <= SEGMENTS_PER_VILLAGE_ROAD; part++) {
    const end =
      part === SEGMENTS_PER_VILLAGE_ROAD ? to : swayed(drawing.random, from, to, part / SEGMENTS_PER_VILLAGE_ROAD);
    drawSegment(drawing, [start, end], road);
    start = end;
  }
}

/** Branches from each village in turn until there are `count` segments: each begins at its seat or on an earlier branch. */
function drawBranches(drawing: Drawing, seats: readonly PlanePoint[], count: number): void {
  const { random } = drawing;
  const forks: PlanePoint[][] = seats.map((seat) => [seat]);
  for (let turn = 0; drawing.segments.length < count; turn++) {
    const village = forks[turn % forks.length] ?? [];
    const start = village[Math.floor(random() * village.length)] ?? [0, 0];
    const angle = (Math.floor(random() * DIRECTIONS) / DIRECTIONS) * 2 * Math.PI + random() * 0.2;
    const length = BRANCH_METERS[0] + random() * (BRANCH_METERS[1] - BRANCH_METERS[0]);
    const end: PlanePoint = [start[0] + length * Math.cos(angle), start[1] + length * Math.sin(angle)];
    const vertices = drawSegment(drawing, [start, end], { roadClass: random() < 0.6 ? 'Z' : 'C', isOneWay: false });
    const halfway = vertices[VERTICES >> 1];
    village.push(halfway !== undefined && random() < HALFWAY_SHARE ? halfway : end);
  }
}

/** One segment; returns its vertices. */
function drawSegment(
  { random, segments }: Drawing,
  [start, end]: readonly [PlanePoint, PlanePoint],
  { roadClass, isOneWay }: Pick<VillageRoad, 'roadClass' | 'isOneWay'>,
): readonly PlanePoint[] {
  const vertices = Array.from({ length: VERTICES }, (_, i): PlanePoint => {
    if (i === 0) return start;
    return i === VERTICES - 1 ? end : swayed(random, start, end, i / (VERTICES - 1));
  });
  const coordinates = vertices.map(toLonLat);
  const surfaces = SURFACE_OF_CLASS[roadClass];
  const surface = surfaces[Math.floor(random() * surfaces.length)] ?? 'earth';
  segments.push({
    code: `LD${String(segments.length + 1).padStart(7, '0')}`,
    name: null,
    nameEn: null,
    routeNumber: null,
    roadClass,
    roadFunction: roadClass === 'C' || roadClass === 'Z' ? 'group_access' : 'village_access',
    line: { type: 'LineString', coordinates },
    widthMeters: roadClass === 'Z' ? 3 : 4.5,
    oneWay: isOneWay,
    plannedYear: null,
    costYuan: null,
    projectCode: null,
    sharesPavementWith: null,
    events: [{ kind: 'surface', on: '2020-01-01', value: surface }],
    lengthMeters: roundToMillimeters(measure(coordinates)),
  });
  return vertices;
}

/** A place at a share of the way, off its chord. */
function swayed(random: Random, from: PlanePoint, to: PlanePoint, share: number): PlanePoint {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const side = (random() - 0.5) * 2 * SWAY;
  return [from[0] + dx * share - dy * side, from[1] + dy * share + dx * side];
}

const PLANE = createLocalMetric(SOUTHWEST);

/** Degrees with seven decimals, as delivered data have them. */
const toLonLat = (point: PlanePoint): LonLat => {
  const [lon, lat] = PLANE.toLonLat(point);
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
};

/** Metres along a line, in the flat plane about its first position: fast, and true enough for made-up roads. */
function measure(coordinates: readonly LonLat[]): number {
  const metric = createLocalMetric(coordinates[0] ?? SOUTHWEST);
  const points = coordinates.map(metric.toPlane);
  let sum = 0;
  for (const [i, [x, y]] of points.entries()) {
    const [fromX, fromY] = points[i - 1] ?? [x, y];
    sum += Math.hypot(x - fromX, y - fromY);
  }
  return sum;
}
