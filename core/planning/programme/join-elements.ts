import { createDisjointSets, type DisjointSets } from '../../county/topology/disjoint-sets.ts';
import { findHardenedComponents, isMainRoad } from '../../network/hardened-components.ts';
import { getHardeningGraph, type HardeningGraph } from '../../network/hardening-graph.ts';
import type { JoinDefinition } from '../../network/join-definition.ts';
import { findVillages } from '../../network/join-places.ts';
import { findNearSegments, rowOf } from '../../network/near-segments.ts';
import type { NetworkAt } from '../../network/network.ts';

/** Segments to be hardened and points of the hardening graph under one numbering: segments by their index, then points. */
export interface JoinElements {
  readonly graph: HardeningGraph;
  readonly count: number;
  readonly segmentCount: number;
  /** The largest hardened component with a main road, as element; -1 = there is none. */
  readonly hub: number;
  /** Whether to have the element is to have a main road. */
  isMain(element: number): boolean;
}

/** What has to hang together so that a settlement is joined, besides a main road: one element of each list. Ascending. */
export interface JoinNeed {
  /** Elements that pass the settlement. */
  readonly members: readonly number[];
  /** Elements that pass its village's seat. */
  readonly seat: readonly number[];
}

/** The elements of a day under a definition. */
export function createElements(network: NetworkAt, definition: JoinDefinition): JoinElements {
  const graph = getHardeningGraph(network, definition);
  const { segments } = network.county;
  const { hasMainRoad, componentOfSegment } = findHardenedComponents(network, definition);
  const sizes = new Int32Array(hasMainRoad.length);
  for (const component of componentOfSegment) if (component >= 0) sizes[component] = (sizes[component] ?? 0) + 1;
  let hub = -1;
  sizes.forEach((size, component) => {
    if (hasMainRoad[component] === 1 && (hub < 0 || size > (sizes[hub] ?? 0))) hub = component;
  });
  return {
    graph,
    count: segments.length + graph.pointCount,
    segmentCount: segments.length,
    hub: hub < 0 ? -1 : segments.length + hub,
    isMain: (element) =>
      element < segments.length
        ? isMainRoad(segments[element]?.roadClass)
        : hasMainRoad[element - segments.length] === 1,
  };
}

/** What a settlement needs. */
export function findNeed(
  { county }: Pick<NetworkAt, 'county'>,
  elements: JoinElements,
  { settlement, distanceMeters }: { readonly settlement: number; readonly distanceMeters: number },
): JoinNeed {
  const near = findNearSegments(county, distanceMeters);
  const village = findVillages(county)[settlement] ?? -1;
  return {
    members: toElements(elements, rowOf(near.settlements, settlement)),
    seat: village < 0 ? [] : toElements(elements, rowOf(near.seats, village)),
  };
}

/** Segments as elements: a hardened one as its component, one that is not there not at all. */
function toElements({ graph, segmentCount }: JoinElements, segments: Int32Array): readonly number[] {
  const elements = [...segments].flatMap((segment) => {
    const point = graph.pointOfSegment[segment] ?? -1;
    if (point >= 0) return [segmentCount + point];
    return graph.price[segment] === Infinity ? [] : [segment];
  });
  return [...new Set(elements)].sort((a, b) => a - b);
}

/** Points of a segment to be hardened, as elements. */
export const listTouched = ({ graph, segmentCount }: JoinElements, segment: number): readonly number[] =>
  Array.from(rowOf(graph.pointsOfSegment, segment), (point) => segmentCount + point);

/** Elements that hang together without the hub, were everything hardened. */
export function uniteElements(elements: JoinElements): DisjointSets {
  const sets = createDisjointSets(elements.count);
  for (let segment = 0; segment < elements.segmentCount; segment++) {
    for (const point of listTouched(elements, segment)) if (point !== elements.hub) sets.unite(segment, point);
  }
  return sets;
}
