import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import { positionOf, type RoadVertices } from './road-vertices.ts';

/** Positions closer than this are one position written twice: the precision in which lengths are stored. */
export const SAME_POSITION_METERS = 0.001;

/** Cells are far larger than the tolerance, so that a position nearly always looks into one. */
const CELL_DEGREES = 1e-6;

/** Unites vertices of the same position (to 1 mm): the way in which OpenStreetMap and most road surveys say that roads meet. */
export function sharePositions(vertices: RoadVertices, sets: DisjointSets): void {
  const grid = createPositionGrid(vertices);
  const [first = 0] = vertices.lat;
  const reachLat = SAME_POSITION_METERS / metersPerDegreeAt(first).lat;
  for (let vertex = 0; vertex < vertices.count; vertex++) {
    const parallel = Math.max(Math.cos(((vertices.lat[vertex] ?? 0) * Math.PI) / 180), 1e-6);
    let isKnown = false;
    grid.eachNear(vertex, { lon: reachLat / parallel, lat: reachLat }, (other) => {
      sets.unite(vertex, other);
      const [lon, lat] = positionOf(vertices, other);
      isKnown ||= lon === vertices.lon[vertex] && lat === vertices.lat[vertex];
    });
    // one of many equal positions stands for all of them
    if (!isKnown) grid.add(vertex);
  }
}

/** Vertices by cell; buckets of a hash table, each a chain. */
function createPositionGrid(vertices: RoadVertices) {
  const size = 2 ** Math.ceil(Math.log2(vertices.count + 1));
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(vertices.count).fill(-1);
  // high bits are folded into the low ones: cells of a regular grid would share their low bits
  const bucketOf = (column: number, row: number): number => {
    const mixed = Math.imul(column, 0x9e3779b1) + Math.imul(row, 0x85ebca6b);
    return (Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 8) & (size - 1);
  };
  const cellOf = (degrees: number): number => Math.floor(degrees / CELL_DEGREES);
  return {
    add(vertex: number): void {
      const bucket = bucketOf(cellOf(vertices.lon[vertex] ?? 0), cellOf(vertices.lat[vertex] ?? 0));
      next[vertex] = heads[bucket] ?? -1;
      heads[bucket] = vertex;
    },
    /** Vertices added so far within an ellipse of `reach` degrees. */
    eachNear(vertex: number, reach: { readonly lon: number; readonly lat: number }, visit: (other: number) => void) {
      const [lon, lat] = positionOf(vertices, vertex);
      for (let column = cellOf(lon - reach.lon); column <= cellOf(lon + reach.lon); column++) {
        for (let row = cellOf(lat - reach.lat); row <= cellOf(lat + reach.lat); row++) {
          for (let other = heads[bucketOf(column, row)] ?? -1; other >= 0; other = next[other] ?? -1) {
            const dx = ((vertices.lon[other] ?? 0) - lon) / reach.lon;
            const dy = ((vertices.lat[other] ?? 0) - lat) / reach.lat;
            if (dx * dx + dy * dy <= 1) visit(other);
          }
        }
      }
    },
  };
}
