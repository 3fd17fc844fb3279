import { roundToMillimeters } from '../../geo/geodesic-length.ts';
import { ROAD_FAULT_KINDS, type RoadFault } from '../county.ts';
import { sortByCode } from '../sort-things.ts';
import type { SegmentRow } from '../things.ts';
import { cutAtNodes } from './cut-at-nodes.ts';
import { createDisjointSets } from './disjoint-sets.ts';
import { createEdgeIndex } from './edge-index.ts';
import { findCrossings } from './find-crossings.ts';
import { type DuplicateLine, findDuplicates } from './find-duplicates.ts';
import { findProbableGaps } from './find-probable-gaps.ts';
import { joinEnds } from './join-ends.ts';
import { type LinkedRoads, linkNodes } from './link-nodes.ts';
import { createRoadVertices, positionOf, type RoadVertices } from './road-vertices.ts';
import { sharePositions } from './share-positions.ts';

/** A link of the road graph as it is stored: a stretch of a segment between two nodes. */
export interface SegmentLinkRow {
  readonly segmentCode: string;
  /** 0 for the first link of the segment. */
  readonly linkNumber: number;
  readonly fromNode: number;
  readonly toNode: number;
  /** Geodesic metres along the segment. */
  readonly fromMeters: number;
  readonly toMeters: number;
}

/** A segment whose length is known. */
export type MeasuredSegmentRow = Pick<SegmentRow, 'code' | 'line' | 'sharesPavementWith'> & {
  readonly lengthMeters: number;
};

/** The roads as a graph, and what was found on the way. */
export interface Topology {
  readonly links: readonly SegmentLinkRow[];
  /** By kind, then segment. */
  readonly faults: readonly RoadFault[];
}

/** Distances of the topology. */
export interface TopologyOptions {
  /** Dangling ends that miss another road by less are reported. */
  readonly probableGapMeters: number;
  /** Ends of segments closer than this meet in one node. */
  readonly toleranceMeters?: number;
}

/** Ends of segments closer than this meet in one node (docs/decisions/0005). */
export const NODE_TOLERANCE_METERS = 1;

/**
 * Topology of a road network, whatever the order of the segments: segments are split where another one ends on them (within the tolerance)
 * and where two have the same position (to 1 mm) among their vertices. Lines that cross otherwise are bridges. Nodes are numbered by first
 * appearance along the segments in the order of their codes; every segment has at least one link, one without length too.
 *
 * @see docs/decisions/0005-the-road-network.md
 */
export function buildTopology(
  segments: readonly MeasuredSegmentRow[],
  { probableGapMeters, toleranceMeters = NODE_TOLERANCE_METERS }: TopologyOptions,
): Topology {
  const sorted = sortByCode(segments);
  const vertices = createRoadVertices(sorted);
  const sets = createDisjointSets(vertices.count);
  sharePositions(vertices, sets);
  const duplicates = findDuplicates(vertices, sets).filter((each) => !isDeclared(sorted, each));
  const edges = createEdgeIndex(vertices);
  const { edgeCuts, moved } = joinEnds({ vertices, sets, edges }, toleranceMeters);
  const lengthsMeters = sorted.map((segment) => segment.lengthMeters);
  const cuts = cutAtNodes({ vertices, sets, edgeCuts, lengthsMeters });
  const roads = linkNodes(cuts, sets, toleranceMeters);
  const crossings = findCrossings({ vertices, sets, edges, roads }, toleranceMeters);
  const gaps = findProbableGaps({ vertices, edges, roads, toleranceMeters, probableGapMeters });
  const report = createReporter(sorted, vertices);
  const faults = [
    ...moved.map((each) => report('joined_ends', each)),
    ...gaps.map((each) => report('probable_gap', each)),
    ...crossings.map((each) => ({ ...report('crossing', each), position: each.position })),
    ...duplicates.map((each) => report('duplicate', each)),
    ...sorted.flatMap(({ lengthMeters }, segment) => (lengthMeters === 0 ? [report('zero_length', { segment })] : [])),
  ];
  return { links: toRows(sorted, roads), faults: sortFaults(faults) };
}

/** Two routes on one pavement have one line, and the county says so (重复里程): nothing to report. */
function isDeclared(segments: readonly MeasuredSegmentRow[], { segment, otherSegment }: DuplicateLine): boolean {
  const a = segments[segment];
  const b = segments[otherSegment];
  return a?.sharesPavementWith === b?.code || b?.sharesPavementWith === a?.code;
}

/** What a search found, by indexes. */
interface Finding {
  readonly segment: number;
  readonly otherSegment?: number;
  /** Where; the start of the segment unless given. */
  readonly vertex?: number;
  readonly distanceMeters?: number;
}

function createReporter(segments: readonly MeasuredSegmentRow[], vertices: RoadVertices) {
  return (kind: RoadFault['kind'], finding: Finding): RoadFault => ({
    kind,
    segmentCode: segments[finding.segment]?.code ?? '',
    otherSegmentCode: segments[finding.otherSegment ?? -1]?.code ?? null,
    distanceMeters: roundToMillimeters(finding.distanceMeters ?? 0),
    position: positionOf(vertices, finding.vertex ?? vertices.first[finding.segment] ?? 0),
  });
}

const toRows = (segments: readonly MeasuredSegmentRow[], { links, firstLink }: LinkedRoads): SegmentLinkRow[] =>
  links.map(({ segment, ...link }, index) => ({
    segmentCode: segments[segment]?.code ?? '',
    linkNumber: index - (firstLink[segment] ?? 0),
    ...link,
  }));

/** By kind, then segment, other segment and place. */
function sortFaults(faults: readonly RoadFault[]): readonly RoadFault[] {
  const kinds = new Map(ROAD_FAULT_KINDS.map((kind, index) => [kind, index]));
  const compareText = (a: string | null, b: string | null): number =>
    Number((a ?? '') > (b ?? '')) - Number((a ?? '') < (b ?? ''));
  return [...faults].sort(
    (a, b) =>
      (kinds.get(a.kind) ?? 0) - (kinds.get(b.kind) ?? 0) ||
      compareText(a.segmentCode, b.segmentCode) ||
      compareText(a.otherSegmentCode, b.otherSegmentCode) ||
      a.position[0] - b.position[0] ||
      a.position[1] - b.position[1],
  );
}
