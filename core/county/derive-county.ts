import { bboxOf } from '../geo/bbox.ts';
import { geodesicAreaSquareMeters } from '../geo/geodesic-area.ts';
import { geodesicLengthMeters, roundToMillimeters } from '../geo/geodesic-length.ts';
import type { Settings } from './campaign.ts';
import type { Area, RoadFault, Segment } from './county.ts';
import type { CountyRows } from './county-rows.ts';
import { cutSegments, type SegmentPieceRow } from './cut-segments.ts';
import { sortByCode } from './sort-things.ts';
import type { SegmentRow } from './things.ts';
import { buildTopology, type SegmentLinkRow } from './topology/build-topology.ts';

/** What is computed once, when rows enter, and stored beside them. */
export interface DerivedCounty {
  readonly areas: readonly Area[];
  readonly segments: readonly Segment[];
  readonly pieces: readonly SegmentPieceRow[];
  readonly links: readonly SegmentLinkRow[];
  readonly roadFaults: readonly RoadFault[];
}

/** Lengths (to 1 mm), areas, boxes, nodes and cut pieces of a county: the expensive half of `buildCounty`. */
export function deriveCounty(rows: Pick<CountyRows, 'areas' | 'segments' | 'settings'>): DerivedCounty {
  const measured = sortByCode(rows.segments).map((segment) => ({
    ...segment,
    lengthMeters: roundToMillimeters(geodesicLengthMeters(segment.line.coordinates)),
  }));
  const roads = deriveRoads(measured, rows.settings);
  const areas = sortByCode(rows.areas).map((area) => ({
    ...area,
    bbox: bboxOf(area.boundary),
    areaSquareMeters: geodesicAreaSquareMeters(area.boundary),
  }));
  return { areas, ...roads, pieces: cutSegments(roads.segments, areas) };
}

/** Roads as a graph: segments with their end nodes, links and findings. */
export type DerivedRoads = Pick<DerivedCounty, 'segments' | 'links' | 'roadFaults'>;

/** The graph of segments whose lengths are known: from each node to the next, and what was found on the way. */
export function deriveRoads(
  segments: readonly (SegmentRow & Pick<Segment, 'lengthMeters'>)[],
  { probableGapMeters }: Pick<Settings, 'probableGapMeters'>,
): DerivedRoads {
  const { links, faults } = buildTopology(segments, { probableGapMeters });
  const ends = listEnds(links);
  return {
    segments: segments.map((segment) => ({ ...segment, ...(ends.get(segment.code) ?? { startNode: 0, endNode: 0 }) })),
    links,
    roadFaults: faults,
  };
}

/** First and last node of each segment, by its code. */
function listEnds(links: readonly SegmentLinkRow[]): ReadonlyMap<string, { startNode: number; endNode: number }> {
  const ends = new Map<string, { startNode: number; endNode: number }>();
  for (const { segmentCode, fromNode, toNode } of links) {
    ends.set(segmentCode, { startNode: ends.get(segmentCode)?.startNode ?? fromNode, endNode: toNode });
  }
  return ends;
}
