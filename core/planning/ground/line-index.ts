import Flatbush from 'flatbush';
import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';

/** Room for rounding where a bound in metres becomes a box in degrees, as a share and in metres. */
const SLACK_SHARE = 1e-6;
const SLACK_METERS = 1e-3;

/** Every edge of some lines, ready to be asked for the nearest. Edges are numbered by line, then along it. */
export interface LineIndex {
  readonly edgeCount: number;
  /** `[lon1, lat1, lon2, lat2]` by edge, degrees EPSG:4490; a line of one position is one edge without length. */
  readonly edges: Float64Array;
  readonly lineOfEdge: Int32Array;
  /** The number of the edge in its line. */
  readonly placeOfEdge: Int32Array;
  /** The nearest edge; of equally near ones the lowest. Null when there is none. */
  nearest(position: LonLat): NearEdge | null;
  /** Edges whose box comes within a distance of a position, ascending: every edge within it is among them. */
  listWithin(position: LonLat, meters: number): readonly number[];
}

/** The nearest edge of a position. */
export interface NearEdge {
  readonly edge: number;
  /** In the metric plane about the position: within 5 km true to 1 in 5,000. */
  readonly meters: number;
  /** Where on the edge, 0 to 1. */
  readonly share: number;
}

/**
 * A search for the nearest of some edges: first the question, then the answer. One object serves many questions, because grids ask millions of them.
 */
export interface EdgeSearch {
  lon: number;
  lat: number;
  /** Metres a degree about the position. */
  metersPerLon: number;
  metersPerLat: number;
  /** The nearest edge; -1 = there were no candidates. */
  edge: number;
  /** Square of the distance in metres. */
  squared: number;
  /** Where on the edge, 0 to 1. */
  share: number;
}

/** Index over lines, each at least one position; lines that are not wanted (by index) are left out. */
export function createLineIndex(
  lines: readonly (readonly LonLat[])[],
  isWanted: (line: number) => boolean = () => true,
): LineIndex {
  const { edges, lineOfEdge, placeOfEdge } = flattenLines(lines, isWanted);
  const edgeCount = lineOfEdge.length;
  const parts = { edgeCount, edges, lineOfEdge, placeOfEdge };
  if (edgeCount === 0) return { ...parts, nearest: () => null, listWithin: () => [] };
  const tree = new Flatbush(edgeCount);
  for (let e = 0; e < edgeCount; e++) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = edges.subarray(4 * e, 4 * e + 4);
    tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  tree.finish();
  const listWithin = ([lon, lat]: LonLat, meters: number): readonly number[] => {
    const reach = meters * (1 + SLACK_SHARE) + SLACK_METERS;
    const { lon: kx, lat: ky } = metersPerDegreeAt(lat);
    return tree.search(lon - reach / kx, lat - reach / ky, lon + reach / kx, lat + reach / ky).sort(byNumber);
  };
  // several rules and factors ask the same of one place
  let last: { readonly position: LonLat; readonly near: NearEdge } | undefined;
  return {
    ...parts,
    listWithin,
    nearest(position) {
      if (last?.position[0] === position[0] && last.position[1] === position[1]) return last.near;
      const search = createEdgeSearch(position);
      // any edge bounds the distance from above; the one with the nearest box is a good guess
      seekNearestEdge(search, edges, tree.neighbors(position[0], position[1], 1));
      seekNearestEdge(search, edges, listWithin(position, Math.sqrt(search.squared)));
      const near = { edge: search.edge, meters: Math.sqrt(search.squared), share: search.share };
      last = { position, near };
      return near;
    },
  };
}

const byNumber = (a: number, b: number): number => a - b;

/** A search that begins at a position. */
export function createEdgeSearch([lon, lat]: LonLat): EdgeSearch {
  const { lon: metersPerLon, lat: metersPerLat } = metersPerDegreeAt(lat);
  return { lon, lat, metersPerLon, metersPerLat, edge: -1, squared: Infinity, share: 0 };
}

/**
 * Answers a search among some edges. Whoever asks with the same position and with candidates that hold the nearest edge gets the same answer to the
 * last digit, however many others are among them.
 *
 * @param candidates ascending
 */
export function seekNearestEdge(search: EdgeSearch, edges: Float64Array, candidates: ArrayLike<number>): void {
  const { lon, lat, metersPerLon, metersPerLat } = search;
  let best = Infinity;
  let bestEdge = -1;
  let bestShare = 0;
  for (let i = 0; i < candidates.length; i++) {
    const at = 4 * (candidates[i] as number);
    const x1 = ((edges[at] as number) - lon) * metersPerLon;
    const y1 = ((edges[at + 1] as number) - lat) * metersPerLat;
    const dx = ((edges[at + 2] as number) - lon) * metersPerLon - x1;
    const dy = ((edges[at + 3] as number) - lat) * metersPerLat - y1;
    const length2 = dx * dx + dy * dy;
    const along = -(x1 * dx + y1 * dy);
    const share = length2 === 0 || along <= 0 ? 0 : along >= length2 ? 1 : along / length2;
    const x = x1 + share * dx;
    const y = y1 + share * dy;
    const squared = x * x + y * y;
    if (squared < best) {
      best = squared;
      bestEdge = candidates[i] as number;
      bestShare = share;
    }
  }
  search.squared = best;
  search.edge = bestEdge;
  search.share = bestShare;
}

function flattenLines(lines: readonly (readonly LonLat[])[], isWanted: (line: number) => boolean) {
  const edgesOf = (line: readonly LonLat[]) => (line.length === 0 ? 0 : Math.max(1, line.length - 1));
  const count = lines.reduce((sum, line, l) => sum + (isWanted(l) ? edgesOf(line) : 0), 0);
  const edges = new Float64Array(4 * count);
  const lineOfEdge = new Int32Array(count);
  const placeOfEdge = new Int32Array(count);
  let edge = 0;
  lines.forEach((line, l) => {
    if (!isWanted(l)) return;
    for (let i = 0; i < edgesOf(line); i++) {
      const from = line[i] ?? [0, 0];
      const to = line[i + 1] ?? from;
      edges.set([from[0], from[1], to[0], to[1]], 4 * edge);
      lineOfEdge[edge] = l;
      placeOfEdge[edge++] = i;
    }
  });
  return { edges, lineOfEdge, placeOfEdge };
}
