import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import type { RoadVertices } from './road-vertices.ts';

/** Positions closer than this are one position written twice: the precision in which lengths are stored. */
export const SAME_POSITION_METERS = 0.001;

/** Cells are far larger than the tolerance, so that a position nearly always looks into one. */
const CELL_DEGREES = 1e-6;

/** Unites vertices of the same position (to 1 mm): the way in which OpenStreetMap and most road surveys say that roads meet. */
export function sharePositions({ count, lon, lat }: RoadVertices, sets: DisjointSets): void {
  const cells = createCells(count);
  const reachLat = SAME_POSITION_METERS / metersPerDegreeAt(lat[0] ?? 0).lat;
  for (let vertex = 0; vertex < count; vertex++) {
    const x = lon[vertex] ?? 0;
    const y = lat[vertex] ?? 0;
    const reachLon = reachLat / Math.max(Math.cos((y * Math.PI) / 180), 1e-6);
    const [east, north] = [cellOf(x + reachLon), cellOf(y + reachLat)];
    let isKnown = false;
    for (let column = cellOf(x - reachLon); column <= east; column++) {
      for (let row = cellOf(y - reachLat); row <= north; row++) {
        for (let other = cells.firstIn(column, row); other >= 0; other = cells.next[other] ?? -1) {
          const dx = ((lon[other] ?? 0) - x) / reachLon;
          const dy = ((lat[other] ?? 0) - y) / reachLat;
          if (dx * dx + dy * dy > 1) continue;
          sets.unite(vertex, other);
          isKnown ||= dx === 0 && dy === 0;
        }
      }
    }
    // one of many equal positions stands for all of them
    if (!isKnown) cells.add(cellOf(x), cellOf(y), vertex);
  }
}

const cellOf = (degrees: number): number => Math.floor(degrees / CELL_DEGREES);

/** Vertices by cell: buckets of a hash table, each a chain. A bucket may hold vertices of other cells too. */
function createCells(count: number) {
  const size = 2 ** Math.ceil(Math.log2(count + 1));
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(count).fill(-1);
  // high bits are folded into the low ones: cells of a regular grid would share their low bits
  const bucketOf = (column: number, row: number): number => {
    const mixed = Math.imul(column, 0x9e3779b1) + Math.imul(row, 0x85ebca6b);
    return (Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 8) & (size - 1);
  };
  return {
    next,
    firstIn: (column: number, row: number): number => heads[bucketOf(column, row)] ?? -1,
    add(column: number, row: number, vertex: number): void {
      const bucket = bucketOf(column, row);
      next[vertex] = heads[bucket] ?? -1;
      heads[bucket] = vertex;
    },
  };
}
