import type { Area, County } from '../../county/county.ts';
import type { AreaLevel } from '../../county/kinds.ts';
import type { AreaGeometry } from '../../geo/geometry.ts';
import type { LonLat } from '../../geo/lon-lat.ts';

/** A stretch of boundary between the same two areas, drawn once, with the rank of the widest unit it bounds. */
export interface BoundaryLine {
  readonly rank: AreaLevel;
  /** Codes of the smallest areas on both sides; the second is null at the county's edge. */
  readonly sides: readonly [string, string | null];
  readonly line: readonly LonLat[];
}

interface Edge {
  readonly from: LonLat;
  readonly to: LonLat;
  readonly owner: Area;
  other: Area | null;
}

const DECIMALS = 6;

/** A metre: how far an area's edge may lie from the county's. */
const TOLERANCE_DEGREES = 1e-5;

const lines = new WeakMap<County, readonly BoundaryLine[]>();

/**
 * Boundaries of a county as lines: edges that two areas share are drawn once. Works on the finest level that the county has; edges match
 * when their ends agree to 1e-6 degrees; an edge without a partner counts as the county's when it is on the county's ring, else as the town's.
 */
export function getBoundaryLines(county: County): readonly BoundaryLine[] {
  const known = lines.get(county);
  if (known) return known;
  const made = chainEdges(county, collectEdges(finestAreas(county)));
  lines.set(county, made);
  return made;
}

function finestAreas(county: County): readonly Area[] {
  const parents = new Set(county.areas.map((area) => area.parentCode));
  return county.areas.filter((area) => !parents.has(area.code));
}

const keyOf = ([lon, lat]: LonLat): string => `${lon.toFixed(DECIMALS)},${lat.toFixed(DECIMALS)}`;

const ringsOf = (geometry: AreaGeometry): readonly (readonly LonLat[])[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** Every edge once, with the areas on both sides, in the order of the rings. */
function collectEdges(areas: readonly Area[]): readonly Edge[] {
  const edges = new Map<string, Edge>();
  for (const area of areas) {
    for (const ring of ringsOf(area.boundary)) {
      for (let i = 1; i < ring.length; i++) {
        const from = ring[i - 1] as LonLat;
        const to = ring[i] as LonLat;
        const partner = edges.get(`${keyOf(to)} ${keyOf(from)}`) ?? edges.get(`${keyOf(from)} ${keyOf(to)}`);
        if (partner && partner.owner !== area) partner.other = area;
        else edges.set(`${keyOf(from)} ${keyOf(to)}`, { from, to, owner: area, other: null });
      }
    }
  }
  return [...edges.values()];
}

/** Joins edges that follow one another and lie between the same two areas. */
function chainEdges(county: County, edges: readonly Edge[]): readonly BoundaryLine[] {
  const outer = county.areas
    .filter((area) => area.level === 'county')
    .flatMap((area) => ringsOf(area.boundary))
    .flatMap((ring) => ring.slice(1).map((to, i): readonly [LonLat, LonLat] => [ring[i] as LonLat, to]));
  const result: { rank: AreaLevel; sides: readonly [string, string | null]; line: LonLat[] }[] = [];
  let previous: Edge | null = null;
  for (const edge of edges) {
    const rank = rankOf(edge, outer);
    const current = result.at(-1);
    const follows = previous && keyOf(previous.to) === keyOf(edge.from);
    if (
      current &&
      follows &&
      previous?.owner === edge.owner &&
      previous?.other === edge.other &&
      current.rank === rank
    ) {
      current.line.push(edge.to);
    } else {
      result.push({ rank, sides: [edge.owner.code, edge.other?.code ?? null], line: [edge.from, edge.to] });
    }
    previous = edge;
  }
  return result;
}

/** Rank of an edge; `outer` holds the edges of the county's own ring, which may be longer than those of the areas inside it. */
function rankOf({ owner, other, from, to }: Edge, outer: readonly (readonly [LonLat, LonLat])[]): AreaLevel {
  if (other) return owner.level === 'town' || owner.parentCode !== other.parentCode ? 'town' : 'village';
  if (owner.level === 'county' || outer.length === 0) return 'county';
  const middle: LonLat = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return outer.some((edge) => isOnEdge(middle, edge)) ? 'county' : 'town';
}

/** Whether a position lies on an edge to within the tolerance, in plain degrees. */
function isOnEdge([x, y]: LonLat, [[ax, ay], [bx, by]]: readonly [LonLat, LonLat]): boolean {
  if (x < Math.min(ax, bx) - TOLERANCE_DEGREES || x > Math.max(ax, bx) + TOLERANCE_DEGREES) return false;
  if (y < Math.min(ay, by) - TOLERANCE_DEGREES || y > Math.max(ay, by) + TOLERANCE_DEGREES) return false;
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return true;
  return Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length <= TOLERANCE_DEGREES;
}
