import type { County } from '../../county/county.ts';
import { createCountyState } from '../../county/county-state.ts';
import type { IsoDate } from '../../county/dates.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { getNetwork, type NetworkAt } from '../../network/network.ts';
import type { Destination } from '../../network/place-kinds.ts';
import { createRoadState } from '../../network/road-state.ts';
import { findPlaceOnLink } from '../../network/snap.ts';
import { createLineIndex, type LineIndex } from './line-index.ts';
import { createRoadDistances, type RoadDistances } from './road-distances.ts';

/** The roads of a county at a day, ready to be asked how far places are. */
export interface RoadGround {
  readonly network: NetworkAt;
  /** Edges of segments that are there; a line is a segment. */
  readonly roads: LineIndex;
  /** Edges of hardened segments that are there. */
  readonly hardened: LineIndex;
  /** Where on the graph a share of an edge of `roads` lies. */
  locate(edge: number, share: number): { readonly link: number; readonly alongMeters: number };
  /** Metres along roads to the nearest of some places; kept for the same list. */
  distancesTo(places: readonly Destination[]): RoadDistances;
}

/** The roads of a county at a day. */
export function createRoadGround(county: County, asOf: IsoDate): RoadGround {
  const { segments } = createCountyState(county, asOf);
  const network = getNetwork(county).at(createRoadState({ segments }));
  const lines: readonly (readonly LonLat[])[] = county.segments.map(({ line }) => line.coordinates);
  const roads = createLineIndex(lines, (segment) => segments.exists[segment] === 1);
  const kept = new WeakMap<readonly Destination[], RoadDistances>();
  return {
    network,
    roads,
    hardened: createLineIndex(lines, (segment) => segments.hardened[segment] === 1),
    locate(edge, share) {
      const segment = roads.lineOfEdge[edge] ?? 0;
      const { firstVertex, meters } = network.geometry;
      const vertex = (firstVertex[segment] ?? 0) + (roads.placeOfEdge[edge] ?? 0);
      const start = meters[vertex] ?? 0;
      const onSegment = start + share * ((meters[vertex + 1] ?? start) - start);
      return findPlaceOnLink(network.graph, segment, onSegment);
    },
    distancesTo(places) {
      const distances = kept.get(places) ?? createRoadDistances(network, places);
      kept.set(places, distances);
      return distances;
    },
  };
}
