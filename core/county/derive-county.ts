import { bboxOf } from '../geo/bbox.ts';
import { geodesicAreaSquareMeters } from '../geo/geodesic-area.ts';
import { geodesicLengthMeters, roundToMillimeters } from '../geo/geodesic-length.ts';
import type { Area, Segment } from './county.ts';
import type { CountyRows } from './county-rows.ts';
import { cutSegments, type SegmentPieceRow } from './cut-segments.ts';
import { type JoinedGap, joinNodes } from './join-nodes.ts';
import { sortByCode } from './sort-things.ts';

/** What is computed once, when rows enter, and stored beside them. */
export interface DerivedCounty {
  readonly areas: readonly Area[];
  readonly segments: readonly Segment[];
  readonly pieces: readonly SegmentPieceRow[];
  /** Ends of segments that were joined across a gap; to be reported. */
  readonly gaps: readonly JoinedGap[];
}

/** Lengths (to 1 mm), areas, boxes, nodes and cut pieces of a county: the expensive half of `buildCounty`. */
export function deriveCounty(rows: Pick<CountyRows, 'areas' | 'segments'>): DerivedCounty {
  const sorted = sortByCode(rows.segments);
  const { startNodes, endNodes, gaps } = joinNodes(sorted);
  const segments = sorted.map((segment, index) => ({
    ...segment,
    lengthMeters: roundToMillimeters(geodesicLengthMeters(segment.line.coordinates)),
    startNode: startNodes[index] ?? 0,
    endNode: endNodes[index] ?? 0,
  }));
  const areas = sortByCode(rows.areas).map((area) => ({
    ...area,
    bbox: bboxOf(area.boundary),
    areaSquareMeters: geodesicAreaSquareMeters(area.boundary),
  }));
  return { areas, segments, pieces: cutSegments(segments, areas), gaps };
}
