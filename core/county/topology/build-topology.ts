import type { RoadFault } from '../county.ts';
import { joinNodes } from '../join-nodes.ts';
import type { SegmentRow } from '../things.ts';

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
export type MeasuredSegmentRow = SegmentRow & { readonly lengthMeters: number };

/** The roads as a graph, and what was found on the way. */
export interface Topology {
  readonly links: readonly SegmentLinkRow[];
  readonly faults: readonly RoadFault[];
}

/** Topology of a road network: ends within the tolerance meet in a node. */
export function buildTopology(
  segments: readonly MeasuredSegmentRow[],
  _options: { readonly probableGapMeters: number },
): Topology {
  const { startNodes, endNodes, gaps } = joinNodes(segments);
  return {
    links: segments.map(({ code, lengthMeters }, i) => ({
      segmentCode: code,
      linkNumber: 0,
      fromNode: startNodes[i] ?? 0,
      toNode: endNodes[i] ?? 0,
      fromMeters: 0,
      toMeters: lengthMeters,
    })),
    faults: gaps.map((gap) => ({ kind: 'joined_ends', ...gap })),
  };
}
