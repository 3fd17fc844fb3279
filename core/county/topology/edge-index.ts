import { createBoxTree } from '../../geo/area-index.ts';
import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import { hasEdge, positionOf, type RoadVertices } from './road-vertices.ts';

/** The place on an edge that is nearest to a position. */
export interface PlaceOnEdge {
  /** Vertex at which the edge begins. */
  readonly vertex: number;
  /** Share of the edge, 0 to 1. */
  readonly share: number;
  readonly distanceMeters: number;
}

/** The edges of all segments, ready to be asked for those near a place. */
export interface EdgeIndex {
  /** Nearest places on all edges within `meters` of a vertex, its own edges included; by distance, then vertex. */
  placesNear(vertex: number, meters: number): readonly PlaceOnEdge[];
  /** Calls `visit` with every two edges whose boxes touch, lower vertex first. */
  eachPair(visit: (vertex: number, other: number) => void): void;
}

/** Index over the edges of a road network; boxes in a packed Hilbert R-tree. */
export function createEdgeIndex(vertices: RoadVertices): EdgeIndex {
  const { lon, lat } = vertices;
  const starts: number[] = [];
  for (let vertex = 0; vertex + 1 < vertices.count; vertex++) if (hasEdge(vertices, vertex)) starts.push(vertex);
  const boxes = starts.map((vertex) => boxOfEdge(vertices, vertex));
  const tree = createBoxTree(boxes);
  return {
    placesNear(vertex, meters) {
      const [x, y] = positionOf(vertices, vertex);
      const { lon: kx, lat: ky } = metersPerDegreeAt(y);
      const found = tree?.search(x - meters / kx, y - meters / ky, x + meters / kx, y + meters / ky) ?? [];
      const places: PlaceOnEdge[] = [];
      for (const box of found) {
        const start = starts[box] ?? 0;
        // the plane about the position, with the position as its origin
        const fromX = ((lon[start] ?? 0) - x) * kx;
        const fromY = ((lat[start] ?? 0) - y) * ky;
        const dx = ((lon[start + 1] ?? 0) - x) * kx - fromX;
        const dy = ((lat[start + 1] ?? 0) - y) * ky - fromY;
        const length2 = dx * dx + dy * dy;
        const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(fromX * dx + fromY * dy) / length2));
        const distanceMeters = Math.hypot(fromX + share * dx, fromY + share * dy);
        if (distanceMeters <= meters) places.push({ vertex: start, share, distanceMeters });
      }
      return places.sort((a, b) => a.distanceMeters - b.distanceMeters || a.vertex - b.vertex);
    },
    eachPair(visit) {
      for (const [index, box] of boxes.entries()) {
        const start = starts[index] ?? 0;
        for (const other of tree?.search(...box, (candidate) => candidate > index) ?? [])
          visit(start, starts[other] ?? 0);
      }
    },
  };
}

function boxOfEdge({ lon, lat }: RoadVertices, vertex: number): readonly [number, number, number, number] {
  const x1 = lon[vertex] ?? 0;
  const y1 = lat[vertex] ?? 0;
  const x2 = lon[vertex + 1] ?? 0;
  const y2 = lat[vertex + 1] ?? 0;
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}
