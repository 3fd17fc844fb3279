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
  const edgeKeys = (level: AreaLevel): ReadonlySet<string> =>
    new Set(
      county.areas
        .filter((area) => area.level === level)
        .flatMap((area) => ringsOf(area.boundary))
        .flatMap((ring) => ring.slice(1).map((to, i) => unorderedKey(ring[i] as LonLat, to))),
    );
  const outer = edgeKeys('county');
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

const unorderedKey = (a: LonLat, b: LonLat): string => [keyOf(a), keyOf(b)].sort().join(' ');

function rankOf({ owner, other, from, to }: Edge, outer: ReadonlySet<string>): AreaLevel {
  if (other) return owner.level === 'town' || owner.parentCode !== other.parentCode ? 'town' : 'village';
  if (owner.level === 'county' || outer.size === 0 || outer.has(unorderedKey(from, to))) return 'county';
  return 'town';
}
