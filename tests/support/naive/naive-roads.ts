import type { LonLat } from '#core/geo/lon-lat.ts';
import { type NaiveWorld, stands, surfaceOf } from './naive-world.ts';

const RADIUS = 6_378_137;
const FLATTENING = 1 / 298.257222101;

/** Metres of a degree about a latitude on the ellipsoid (Snyder 1987, p. 24). */
function metersPerDegree(latitude: number): readonly [lon: number, lat: number] {
  const e2 = FLATTENING * (2 - FLATTENING);
  const phi = (latitude * Math.PI) / 180;
  const w = 1 - e2 * Math.sin(phi) ** 2;
  return [
    (RADIUS / Math.sqrt(w)) * Math.cos(phi) * (Math.PI / 180),
    ((RADIUS * (1 - e2)) / w ** 1.5) * (Math.PI / 180),
  ];
}

/** Straight metres between two positions some kilometres apart. */
function straightMeters(a: LonLat, b: LonLat): number {
  const [kx, ky] = metersPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((a[0] - b[0]) * kx, (a[1] - b[1]) * ky);
}

/** The place of a line nearest to a position: how far it is, where, and at which share of the line's length. */
export function nearestOnLine(position: LonLat, line: readonly LonLat[]) {
  const [kx, ky] = metersPerDegree(position[1]);
  let best = { meters: Infinity, at: position, alongMeters: 0 };
  let length = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] ?? position, line[i] ?? position];
    const [x, y] = [(a[0] - position[0]) * kx, (a[1] - position[1]) * ky];
    const [dx, dy] = [(b[0] - a[0]) * kx, (b[1] - a[1]) * ky];
    const square = dx * dx + dy * dy;
    const part = square === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / square));
    const meters = Math.hypot(x + part * dx, y + part * dy);
    const edge = straightMeters(a, b);
    if (meters < best.meters) {
      const at: LonLat = [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
      best = { meters, at, alongMeters: length + part * edge };
    }
    length += edge;
  }
  return { ...best, share: length === 0 ? 0 : best.alongMeters / length };
}

/** A box about a line, widened by a degree fraction, so that far lines are not looked at. */
const isNearBox = ([lon, lat]: LonLat, [west, south, east, north]: readonly number[], degrees: number): boolean =>
  lon >= (west ?? 0) - degrees &&
  lon <= (east ?? 0) + degrees &&
  lat >= (south ?? 0) - degrees &&
  lat <= (north ?? 0) + degrees;

const boxes = new WeakMap<readonly unknown[], readonly (readonly number[])[]>();

function boxesOf({ stored: { segments } }: NaiveWorld): readonly (readonly number[])[] {
  const known = boxes.get(segments);
  if (known) return known;
  const created = segments.map(({ line: { coordinates } }) => {
    const lons = coordinates.map(([lon]) => lon);
    const lats = coordinates.map(([, lat]) => lat);
    return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  });
  boxes.set(segments, created);
  return created;
}

/** The segments of some that come nearest to a position, nearest first, within about a number of degrees. */
export function listNear(world: NaiveWorld, position: LonLat, degrees: number, isWanted: (segment: number) => boolean) {
  const box = boxesOf(world);
  return world.stored.segments
    .flatMap(({ line }, segment) =>
      isNearBox(position, box[segment] ?? [], degrees) && isWanted(segment)
        ? [{ segment, ...nearestOnLine(position, line.coordinates) }]
        : [],
    )
    .toSorted((a, b) => a.meters - b.meters);
}

/** Kilometres an hour by class and surface: the table of domain.md section 6. */
function speedOf(world: NaiveWorld, segment: number): number {
  const row = world.stored.segments[segment];
  if (!row) return Number.NaN;
  const paved = { G: 60, S: 50, X: 40, Y: 30, C: 20, Z: 20 }[row.roadClass];
  const surface = surfaceOf(world, row) ?? 'earth';
  if (surface === 'asphalt_concrete' || surface === 'cement_concrete') return paved;
  if (surface === 'penetrated_asphalt' || surface === 'bituminous_surface') return paved * 0.9;
  if (surface === 'blocks' || surface === 'brick' || surface === 'stone') return paved * 0.7;
  return surface === 'earth' ? 10 : 15;
}

/** Height of the ground, bilinear between the centres of cells. */
function heightAt({ rows: { dem } }: NaiveWorld, [lon, lat]: LonLat): number {
  if (!dem) return 0;
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  const x = clamp((lon - dem.west) / dem.cellDegrees - 0.5, dem.columns - 1);
  const y = clamp((dem.north - lat) / dem.cellDegrees - 0.5, dem.rows - 1);
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const cell = (dx: number, dy: number) =>
    dem.elevations[clamp(row + dy, dem.rows - 1) * dem.columns + clamp(column + dx, dem.columns - 1)] ?? 0;
  const mix = (a: number, b: number, part: number) => a * (1 - part) + b * part;
  return mix(mix(cell(0, 0), cell(1, 0), x - column), mix(cell(0, 1), cell(1, 1), x - column), y - row);
}

/** Minutes to walk straight from one position to another (Tobler 1993), in steps of at most 90 m. */
function walkMinutes(world: NaiveWorld, from: LonLat, to: LonLat): number {
  const meters = straightMeters(from, to);
  const steps = Math.max(1, Math.ceil(meters / 90));
  let minutes = 0;
  for (let i = 0; i < steps; i++) {
    const at = (step: number): LonLat => [
      from[0] + ((to[0] - from[0]) * step) / steps,
      from[1] + ((to[1] - from[1]) * step) / steps,
    ];
    const slope = meters === 0 ? 0 : (heightAt(world, at(i + 1)) - heightAt(world, at(i))) / (meters / steps);
    minutes += (meters / steps / 1000 / (6 * Math.exp(-3.5 * Math.abs(slope + 0.05)))) * 60;
  }
  return minutes;
}

/** A place on the roads: the link on which it is, how far along, and what the stretch off the road costs in either direction. */
interface NaiveSnap {
  readonly link: number;
  readonly alongMeters: number;
  readonly out: number;
  readonly home: number;
}

type Metric = 'meters' | 'minutes';

const standing = new WeakMap<NaiveWorld, readonly boolean[]>();

/** Which segments were there at the day, listed once a world. */
function listStanding(world: NaiveWorld): readonly boolean[] {
  const known = standing.get(world) ?? world.stored.segments.map((segment) => stands(world, segment));
  standing.set(world, known);
  return known;
}

function snap(world: NaiveWorld, position: LonLat, metric: Metric): NaiveSnap | null {
  const { segments, links } = world.stored;
  const isThere = (segment: number) => listStanding(world)[segment] === true;
  // a box of some 500 m first; what is found nearer than that is the nearest
  let found = listNear(world, position, 0.005, isThere)[0];
  if (!found || found.meters > 450) found = listNear(world, position, 1, isThere)[0];
  if (!found) return null;
  const onSegment = found.share * (segments[found.segment]?.lengthMeters ?? 0);
  let link = links.segment.indexOf(found.segment);
  while (links.segment[link + 1] === found.segment && (links.fromMeters[link + 1] ?? 0) <= onSegment) link++;
  const [out, home] =
    metric === 'meters'
      ? [found.meters, found.meters]
      : [walkMinutes(world, position, found.at), walkMinutes(world, found.at, position)];
  return { link, alongMeters: onSegment - (links.fromMeters[link] ?? 0), out, home };
}

/**
 * By vehicle from each position to the nearest of some places: Dijkstra with a plain array for a queue, from the places against the direction of
 * travel. `Infinity` = none can be reached.
 */
export function costsToNearest(
  world: NaiveWorld,
  { from, to, metric }: { readonly from: readonly LonLat[]; readonly to: readonly LonLat[]; readonly metric: Metric },
): readonly number[] {
  const { links, segments } = world.stored;
  const weight = (link: number) => {
    const segment = links.segment[link] ?? -1;
    const meters = (links.toMeters[link] ?? 0) - (links.fromMeters[link] ?? 0);
    if (listStanding(world)[segment] !== true) return Infinity;
    return metric === 'meters' ? meters : (meters / 1000 / speedOf(world, segment)) * 60;
  };
  const weights = Array.from({ length: links.count }, (_, link) => weight(link));
  const lengthOf = (link: number) => (links.toMeters[link] ?? 0) - (links.fromMeters[link] ?? 0);
  const isOneWay = (link: number) => segments[links.segment[link] ?? -1]?.oneWay === true;
  const cost = new Array<number>(links.nodeCount).fill(Infinity);
  const queue: number[] = [];
  const reach = (node: number, value: number) => {
    if (value >= (cost[node] ?? Infinity)) return;
    cost[node] = value;
    if (!queue.includes(node)) queue.push(node);
  };
  const places = to.map((position) => snap(world, position, metric));
  for (const place of places) {
    if (!place) continue;
    const { link, alongMeters, home } = place;
    const partBefore = ((weights[link] ?? 0) * alongMeters) / lengthOf(link);
    const partAfter = (weights[link] ?? 0) - partBefore;
    reach(links.fromNode[link] ?? 0, home + partBefore);
    if (!isOneWay(link)) reach(links.toNode[link] ?? 0, home + partAfter);
  }
  const linksAt: number[][] = cost.map(() => []);
  for (let link = 0; link < links.count; link++) {
    linksAt[links.fromNode[link] ?? 0]?.push(link);
    linksAt[links.toNode[link] ?? 0]?.push(link);
  }
  while (queue.length > 0) {
    let first = 0;
    for (let i = 1; i < queue.length; i++) {
      if ((cost[queue[i] ?? 0] ?? 0) < (cost[queue[first] ?? 0] ?? 0)) first = i;
    }
    const [node = 0] = queue.splice(first, 1);
    for (const link of linksAt[node] ?? []) {
      const value = (cost[node] ?? Infinity) + (weights[link] ?? Infinity);
      // travel runs towards the node: along the line when the node is the link's end
      if (links.toNode[link] === node) reach(links.fromNode[link] ?? 0, value);
      if (links.fromNode[link] === node && !isOneWay(link)) reach(links.toNode[link] ?? 0, value);
    }
  }
  return from.map((position) => {
    const start = snap(world, position, metric);
    if (!start) return Infinity;
    const { link, alongMeters, out } = start;
    const whole = weights[link] ?? Infinity;
    const before = (whole * alongMeters) / lengthOf(link);
    const overEnd = out + (whole - before) + (cost[links.toNode[link] ?? 0] ?? Infinity);
    const overStart = isOneWay(link) ? Infinity : out + before + (cost[links.fromNode[link] ?? 0] ?? Infinity);
    const onLink = places
      .filter((place) => place?.link === link && (!isOneWay(link) || place.alongMeters >= alongMeters))
      .map(
        (place) =>
          out + (place?.home ?? 0) + (whole * Math.abs((place?.alongMeters ?? 0) - alongMeters)) / lengthOf(link),
      );
    return Math.min(overEnd, overStart, ...onLink);
  });
}
