import Flatbush from 'flatbush';
import { bboxOf, bboxOfPositions } from './bbox.ts';
import { polygonsOf } from './geodesic-area.ts';
import type { AreaGeometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';
import { relationToArea } from './point-in-polygon.ts';

/** One straight edge of a boundary. */
export type Edge = readonly [from: LonLat, to: LonLat];

/** Surfaces made ready for many questions. The order in which they are given decides who owns a common boundary: the first. */
export interface AreaIndex {
  /** Index of the surface that holds a position, its boundary included; the lowest of several; -1 = none. */
  findArea(position: LonLat): number;
  /** Edges of all boundaries whose box touches the box of `line`. */
  edgesNear(line: readonly LonLat[]): readonly Edge[];
}

/** Index over surfaces; boxes in a packed Hilbert R-tree. */
export function createAreaIndex(areas: readonly AreaGeometry[]): AreaIndex {
  const edges = areas.flatMap((area) => polygonsOf(area).flatMap((rings) => rings.flatMap(edgesOfRing)));
  const areaBoxes = createBoxTree(areas.map((area) => bboxOf(area)));
  const edgeBoxes = createBoxTree(edges.map((edge) => bboxOfPositions(edge)));
  return {
    findArea([x, y]) {
      const candidates = areaBoxes?.search(x, y, x, y).sort((a, b) => a - b) ?? [];
      return candidates.find((index) => isHolder(areas[index], [x, y])) ?? -1;
    },
    edgesNear(line) {
      const found = edgeBoxes?.search(...bboxOfPositions(line)) ?? [];
      return found.map((index) => edges[index]).filter((edge) => edge !== undefined);
    },
  };
}

/** A packed tree over boxes; null when there are none, because Flatbush refuses to be empty. */
export function createBoxTree(boxes: readonly (readonly [number, number, number, number])[]): Flatbush | null {
  if (boxes.length === 0) return null;
  const tree = new Flatbush(boxes.length);
  for (const box of boxes) tree.add(...box);
  tree.finish();
  return tree;
}

/** The edges of a closed ring. */
export function edgesOfRing(ring: readonly LonLat[]): Edge[] {
  const edges: Edge[] = [];
  for (let i = 1; i < ring.length; i++) {
    const from = ring[i - 1];
    const to = ring[i];
    if (from && to) edges.push([from, to]);
  }
  return edges;
}

const isHolder = (area: AreaGeometry | undefined, position: LonLat): boolean =>
  area !== undefined && relationToArea(position, area) !== 'outside';
