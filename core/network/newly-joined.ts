import { createDisjointSets } from '../county/topology/disjoint-sets.ts';
import { findHardenedComponents, type HardenedComponents, isMainRoad } from './hardened-components.ts';
import type { JoinDefinition } from './join-definition.ts';
import { decidePlaces, JOINED, type JoinedPlaces, joinPlaces } from './join-places.ts';
import type { NetworkAt } from './network.ts';

/** What hardening some segments changes. */
export interface NewlyJoined {
  readonly before: JoinedPlaces;
  readonly after: JoinedPlaces;
  /** Settlements that count and were not joined before; ascending. */
  readonly settlements: Int32Array;
}

/**
 * What a set of segments would newly join if they were hardened, and widened where they are too narrow. Segments that are hardened already or
 * not there at the day change nothing. Components are not searched for anew: those that the segments touch grow together, so that this can be
 * asked thousands of times.
 *
 * @param segments indexes into `County.segments`
 */
export function listNewlyJoined(
  network: NetworkAt,
  definition: JoinDefinition,
  segments: readonly number[],
): NewlyJoined {
  const before = joinPlaces(network, definition);
  const components = addSegments(network, findHardenedComponents(network, definition), segments);
  const after = decidePlaces(network.county, { definition, components, before });
  const settlements: number[] = [];
  after.settlementState.forEach((state, settlement) => {
    if (state === JOINED && before.settlementState[settlement] !== JOINED) settlements.push(settlement);
  });
  return { before, after, settlements: Int32Array.from(settlements) };
}

/**
 * Components after more segments have been hardened. Components that grew together keep the number of the first of them; the numbers of the
 * others are not used any more. `componentOfNode` is left as it was: only segments are asked.
 */
function addSegments(
  { county, state, graph }: NetworkAt,
  components: HardenedComponents,
  segments: readonly number[],
): Pick<HardenedComponents, 'count' | 'componentOfSegment' | 'hasMainRoad'> {
  const added = [...new Set(segments)].filter(
    (segment) => state.exists[segment] === 1 && components.componentOfSegment[segment] === -1,
  );
  const count = components.count + added.length;
  // each added segment is a set of its own at first; its nodes bring it together with components and other added segments
  const sets = createDisjointSets(count);
  const setOfNode = new Map<number, number>();
  added.forEach((segment, i) => {
    for (let link = graph.firstLink[segment] ?? 0; link < (graph.firstLink[segment + 1] ?? 0); link++) {
      for (const node of [county.links.fromNode[link] ?? 0, county.links.toNode[link] ?? 0]) {
        const own = components.count + i;
        const component = components.componentOfNode[node] ?? -1;
        const other = component >= 0 ? component : setOfNode.get(node);
        if (other === undefined) setOfNode.set(node, own);
        else sets.unite(own, other);
      }
    }
  });
  const componentOfSegment = components.componentOfSegment.slice();
  for (let segment = 0; segment < componentOfSegment.length; segment++) {
    const component = componentOfSegment[segment] ?? -1;
    if (component >= 0) componentOfSegment[segment] = sets.find(component);
  }
  const hasMainRoad = new Uint8Array(count);
  components.hasMainRoad.forEach((has, component) => {
    if (has === 1) hasMainRoad[sets.find(component)] = 1;
  });
  added.forEach((segment, i) => {
    const component = sets.find(components.count + i);
    componentOfSegment[segment] = component;
    if (isMainRoad(county.segments[segment]?.roadClass)) hasMainRoad[component] = 1;
  });
  return { count, componentOfSegment, hasMainRoad };
}
