import { geodesicLengthMeters, roundToMillimeters } from '../../geo/geodesic-length.ts';
import type { DisjointSets } from './disjoint-sets.ts';
import type { EdgeCut } from './join-ends.ts';
import { lastVertex, positionOf, type RoadVertices } from './road-vertices.ts';
import { isEndVertex } from './segment-ends.ts';

/** A place at which a segment is cut; its ends are cuts too. */
export interface Cut {
  /** A vertex of the set that becomes the node. */
  readonly member: number;
  /** Geodesic metres along the segment, whole millimetres. */
  readonly meters: number;
}

/** The roads when all that meet are in one set. */
export interface JoinedRoads {
  readonly vertices: RoadVertices;
  readonly sets: DisjointSets;
  readonly edgeCuts: readonly EdgeCut[];
  readonly lengthsMeters: readonly number[];
}

/**
 * Cuts of each segment, in order along it: at its ends, at vertices that it shares with another segment or passes twice, and where another
 * segment ends on an edge. Cuts at the same millimetre meet.
 */
export function cutAtNodes(roads: JoinedRoads): readonly (readonly Cut[])[] {
  const { vertices, sets } = roads;
  const isCut = markCutVertices(vertices, sets);
  const edgeCuts = groupByVertex(roads.edgeCuts);
  const cuts = roads.lengthsMeters.map((lengthMeters, segment) =>
    measureCuts(vertices, listPlaces(vertices, segment, { isCut, edgeCuts }), { segment, lengthMeters }),
  );
  for (const cutsOfSegment of cuts) {
    for (const [index, cut] of cutsOfSegment.entries()) {
      const before = cutsOfSegment[index - 1];
      if (before?.meters === cut.meters) sets.unite(before.member, cut.member);
    }
  }
  return cuts;
}

/** Ends of segments, and vertices whose set is met at least twice; vertices of one set that follow each other count once. */
function markCutVertices(vertices: RoadVertices, sets: DisjointSets): Uint8Array {
  const meetings = new Uint8Array(vertices.count);
  let before = -1;
  for (let vertex = 0; vertex < vertices.count; vertex++) {
    const root = sets.find(vertex);
    const isRepeated = root === before && vertices.segment[vertex] === vertices.segment[vertex - 1];
    if (!isRepeated) meetings[root] = Math.min(2, (meetings[root] ?? 0) + 1);
    before = root;
  }
  return Uint8Array.from({ length: vertices.count }, (_, vertex) =>
    isEndVertex(vertices, vertex) || meetings[sets.find(vertex)] === 2 ? 1 : 0,
  );
}

function groupByVertex(edgeCuts: readonly EdgeCut[]): ReadonlyMap<number, readonly EdgeCut[]> {
  const groups = new Map<number, EdgeCut[]>();
  for (const cut of edgeCuts) {
    const group = groups.get(cut.vertex);
    if (group) group.push(cut);
    else groups.set(cut.vertex, [cut]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.share - b.share || a.end - b.end);
  return groups;
}

/** A place at which a segment is cut, before it is measured. */
interface CutPlace {
  readonly vertex: number;
  readonly share: number;
  readonly member: number;
}

function listPlaces(
  vertices: RoadVertices,
  segment: number,
  { isCut, edgeCuts }: { readonly isCut: Uint8Array; readonly edgeCuts: ReadonlyMap<number, readonly EdgeCut[]> },
): readonly CutPlace[] {
  const places: CutPlace[] = [];
  for (let vertex = vertices.first[segment] ?? 0; vertex <= lastVertex(vertices, segment); vertex++) {
    if (isCut[vertex] === 1) places.push({ vertex, share: 0, member: vertex });
    for (const { share, end } of edgeCuts.get(vertex) ?? []) places.push({ vertex, share, member: end });
  }
  return places;
}

/** Geodesic metres of each place; the first is at 0, the last at the whole length. */
function measureCuts(
  vertices: RoadVertices,
  places: readonly CutPlace[],
  { segment, lengthMeters }: { readonly segment: number; readonly lengthMeters: number },
): readonly Cut[] {
  const cuts: Cut[] = [];
  let vertex = vertices.first[segment] ?? 0;
  let sum = 0;
  for (const [index, place] of places.entries()) {
    const isLast = index === places.length - 1;
    // a segment that nothing cuts needs no measuring
    if (!isLast || index > 1) {
      for (; vertex < place.vertex; vertex++) sum += edgeMeters(vertices, vertex);
    }
    const part = place.share === 0 ? 0 : place.share * edgeMeters(vertices, place.vertex);
    const meters = isLast ? lengthMeters : Math.min(lengthMeters, roundToMillimeters(sum + part));
    cuts.push({ member: place.member, meters });
  }
  return cuts;
}

const edgeMeters = (vertices: RoadVertices, vertex: number): number =>
  geodesicLengthMeters([positionOf(vertices, vertex), positionOf(vertices, vertex + 1)]);
