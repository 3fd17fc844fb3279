import type { Segment } from '../../county/county.ts';
import { bboxesTouch, bboxOf } from '../../geo/bbox.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { simplifyLine } from '../../geo/simplify-line.ts';
import { cutLine } from './cut-line.ts';
import { type FeatureScope, FRAME_PADDING, padBbox } from './feature-scope.ts';
import { createFeature, type FeatureProperties, type MapFeature } from './map-feature.ts';
import { type RoadFacts, readRoadFacts } from './road-columns.ts';
import { roundPositions } from './round-geometry.ts';
import { joinPieces, listSegmentPieces, type Piece, type SegmentPieceRows } from './segment-pieces.ts';
import { createSegmentDescriber, labelRoad } from './segment-properties.ts';

/** Tolerance of lines on a county map: 8 m is 0.1 mm at 1:75 000. */
export const COUNTY_TOLERANCE_DEGREES = 8 / 111_132;

/** Segments that exist at the day, and those that the plan in force adds, in the order of their pieces in the area: indexes in `County.segments`. */
export function listShownSegments({ county, context, ranges }: FeatureScope): SegmentPieceRows {
  const { segments, planned } = county;
  const { exists } = context.state.segments;
  const rows = listSegmentPieces(county.pieces, ranges.pieces(), segments.length);
  const { order } = rows;
  let shown = 0;
  for (let row = 0; row < order.length; row++) {
    const index = order[row] as number;
    if (exists[index] === 1 || planned?.placed.has(segments[index]?.code ?? '')) order[shown++] = index;
  }
  return { ...rows, order: order.subarray(0, shown) };
}

/**
 * Segments that exist at the day, and those that the plan in force adds, cut at the area's boundary; several pieces of one segment are one feature. `lengthMeters` is the length in
 * the area. Pavement that a segment shares with another is left to the other. Made one at a time: a prefecture has hundreds of thousands.
 */
export function* streamSegmentFeatures(scope: FeatureScope): Iterable<MapFeature> {
  const { segments } = scope.county;
  const { describe } = createSegmentDescriber(scope, readRoadFacts(segments));
  const rows = listShownSegments(scope);
  for (const index of rows.order) {
    const pieces = rows.piecesOf(index);
    const geometry = drawPieces(scope, segments[index] as Segment, pieces);
    if (geometry === null) continue;
    yield createFeature(describe(index, lengthOf(pieces)), geometry);
  }
}

/** Length of pieces together. */
export const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0);

/** The pieces of a segment as lines; null where nothing of them is longer than a point. Most segments have one. */
function drawPieces(
  scope: FeatureScope,
  { line: { coordinates } }: Segment,
  pieces: readonly Piece[],
): MapFeature['geometry'] | null {
  const drawn = joinPieces(pieces)
    .map(({ from, to }) => thinLine(scope, cutLine(coordinates, from, to)))
    .filter((line) => line.length > 1);
  const [only] = drawn;
  if (!only) return null;
  return drawn.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: drawn };
}

/** Roads of the classes G, S, X and Y in the frame of the area, whole: the base map, and where roads lead outside. */
export function* streamMainRoadFeatures(scope: FeatureScope): Iterable<MapFeature> {
  const { segments } = scope.county;
  for (const index of listMainRoads(scope, readRoadFacts(segments))) {
    const segment = segments[index] as Segment;
    yield createFeature(describeMainRoad(scope, segment), {
      type: 'LineString',
      coordinates: thinLine(scope, segment.line.coordinates),
    });
  }
}

/** Segments of the main roads in the frame: indexes in `County.segments`. */
export function* listMainRoads(
  { level, area, county: { segments }, context }: FeatureScope,
  { roadClass }: RoadFacts,
): Iterable<number> {
  const frame = padBbox(area.bbox, FRAME_PADDING);
  const { exists } = context.state.segments;
  for (let index = 0; index < segments.length; index++) {
    const own = roadClass(index);
    if (own === 'C' || own === 'Z' || exists[index] !== 1) continue;
    if (level !== 'county' && !bboxesTouch(bboxOf((segments[index] as Segment).line), frame)) continue;
    yield index;
  }
}

/** What a map may say of a main road. */
export const describeMainRoad = (scope: FeatureScope, segment: Segment): FeatureProperties => ({
  code: segment.code,
  name: segment.name,
  nameEn: segment.nameEn,
  label: labelRoad(scope, segment),
  class: segment.roadClass,
  routeNumber: segment.routeNumber,
});

/** A line as the level needs it. */
export function thinLine(scope: FeatureScope, line: readonly LonLat[]): readonly LonLat[] {
  const kept = scope.level === 'county' ? simplifyLine(line, COUNTY_TOLERANCE_DEGREES) : line;
  return scope.isExact ? kept : roundPositions(kept, scope.decimals);
}
