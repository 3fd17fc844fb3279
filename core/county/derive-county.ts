import { bboxOf } from '../geo/bbox.ts';
import { geodesicAreaSquareMeters } from '../geo/geodesic-area.ts';
import { geodesicLengthMeters, roundToMillimeters } from '../geo/geodesic-length.ts';
import type { Area, RoadFault, Segment } from './county.ts';
import type { CountyRows } from './county-rows.ts';
import { cutSegments, type SegmentPieceRow } from './cut-segments.ts';
import { sortByCode } from './sort-things.ts';
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
  const { links, faults } = buildTopology(measured, { probableGapMeters: rows.settings.probableGapMeters });
  const ends = listEnds(links);
  const segments = measured.map((segment) => ({
    ...segment,
    ...(ends.get(segment.code) ?? { startNode: 0, endNode: 0 }),
  }));
  const areas = sortByCode(rows.areas).map((area) => ({
    ...area,
    bbox: bboxOf(area.boundary),
    areaSquareMeters: geodesicAreaSquareMeters(area.boundary),
  }));
  return { areas, segments, pieces: cutSegments(segments, areas), links, roadFaults: faults };
}

/** First and last node of each segment, by its code. */
function listEnds(links: readonly SegmentLinkRow[]): ReadonlyMap<string, { startNode: number; endNode: number }> {
  const ends = new Map<string, { startNode: number; endNode: number }>();
  for (const { segmentCode, fromNode, toNode } of links) {
    ends.set(segmentCode, { startNode: ends.get(segmentCode)?.startNode ?? fromNode, endNode: toNode });
  }
  return ends;
}
