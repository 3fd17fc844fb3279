import type { Segment } from '../county/county.ts';
import type { RoadClass } from '../county/kinds.ts';
import { SURFACES } from '../county/kinds.ts';
import { createDisjointSets } from '../county/topology/disjoint-sets.ts';
import type { JoinDefinition } from './join-definition.ts';
import { keepByDefinition } from './keep-by-definition.ts';
import type { NetworkAt } from './network.ts';

/** National, provincial, county and town roads: what a settlement must be joined to (domain.md section 5, R0 and R2). */
export const MAIN_ROAD_CLASSES: readonly RoadClass[] = ['G', 'S', 'X', 'Y'];

/** Hardened roads that hang together: segments meet where they share a node. Components are numbered by their first segment. */
export interface HardenedComponents {
  readonly count: number;
  /** By segment; -1 = not hardened, too narrow or not there. */
  readonly componentOfSegment: Int32Array;
  /** By node of `County.links`; -1 = no hardened segment comes here. */
  readonly componentOfNode: Int32Array;
  /** By component: 1 = a G, S, X or Y road is part of it. */
  readonly hasMainRoad: Uint8Array;
}

/** Components of the whole county's hardened roads at a day under a definition; computed once for both. */
export const findHardenedComponents: (network: NetworkAt, definition: JoinDefinition) => HardenedComponents =
  keepByDefinition((network, definition) => {
    const { segments, links } = network.county;
    const hardened = flagHardened(network, definition);
    const sets = createDisjointSets(links.nodeCount);
    for (let link = 0; link < links.count; link++) {
      if (hardened[links.segment[link] ?? -1] === 1) sets.unite(links.fromNode[link] ?? 0, links.toNode[link] ?? 0);
    }
    // a set gets its number from the first of its segments
    const componentOfRoot = new Int32Array(links.nodeCount).fill(-1);
    const componentOfSegment = new Int32Array(segments.length).fill(-1);
    const componentOfNode = new Int32Array(links.nodeCount).fill(-1);
    const hasMainRoad: number[] = [];
    for (let link = 0; link < links.count; link++) {
      const segment = links.segment[link] ?? -1;
      if (hardened[segment] !== 1) continue;
      const root = sets.find(links.fromNode[link] ?? 0);
      if (componentOfRoot[root] === -1) componentOfRoot[root] = hasMainRoad.push(0) - 1;
      const component = componentOfRoot[root] ?? -1;
      componentOfSegment[segment] = component;
      componentOfNode[links.fromNode[link] ?? 0] = component;
      componentOfNode[links.toNode[link] ?? 0] = component;
      if (isMainRoad(segments[segment]?.roadClass)) hasMainRoad[component] = 1;
    }
    return {
      count: hasMainRoad.length,
      componentOfSegment,
      componentOfNode,
      hasMainRoad: Uint8Array.from(hasMainRoad),
    };
  }, writeHardening);

/** What decides which roads are hardened: the size of settlements does not. */
function writeHardening({ minimumWidthMeters, hardenedSurfaces }: JoinDefinition): string {
  return `${minimumWidthMeters} ${hardenedSurfaces.join(' ')}`;
}

/** Whether a road of this class is one that a settlement must be joined to. */
export const isMainRoad = (roadClass: RoadClass | undefined): boolean =>
  roadClass !== undefined && MAIN_ROAD_CLASSES.includes(roadClass);

/** 1 = there, its surface counts as hardened and it is not known to be too narrow; by segment. */
function flagHardened({ county, state }: NetworkAt, definition: JoinDefinition): Uint8Array {
  const isHard = new Uint8Array(SURFACE_CODES);
  for (const surface of definition.hardenedSurfaces) isHard[SURFACES.indexOf(surface)] = 1;
  const widths = listWidths(county.segments);
  const minimumWidth = definition.minimumWidthMeters ?? 0;
  const { exists, surface } = state;
  const hardened = new Uint8Array(widths.length);
  for (let i = 0; i < hardened.length; i++) {
    if (exists[i] === 1 && isHard[surface[i] ?? 0] === 1 && (widths[i] ?? 0) >= minimumWidth) hardened[i] = 1;
  }
  return hardened;
}

/** Codes of surfaces, "not known" among them. */
const SURFACE_CODES = 256;

const keptWidths = new WeakMap<readonly Segment[], Float64Array>();

/** Metres by segment; `Infinity` = not known. The same at every day. */
function listWidths(segments: readonly Segment[]): Float64Array {
  const widths = keptWidths.get(segments) ?? Float64Array.from(segments, ({ widthMeters }) => widthMeters ?? Infinity);
  keptWidths.set(segments, widths);
  return widths;
}
