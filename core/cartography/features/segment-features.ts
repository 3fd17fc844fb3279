import type { IndexRange } from '../../county/area-range.ts';
import type { Segment, SegmentPieces } from '../../county/county.ts';
import { NO_CODE } from '../../county/county-state.ts';
import { SURFACES, WORK_STATUSES } from '../../county/kinds.ts';
import { nameRoad } from '../../county/label-segment.ts';
import { bboxesTouch, bboxOf } from '../../geo/bbox.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { simplifyLine } from '../../geo/simplify-line.ts';
import { text } from '../../texts/text.ts';
import { metersToKilometers, yuanToWan } from '../../units.ts';
import { classifyYear } from '../classes.ts';
import { cutLine } from './cut-line.ts';
import { type FeatureScope, FRAME_PADDING, nameIn, padBbox } from './feature-scope.ts';
import { createFeature, type FeatureProperties, type MapFeature } from './map-feature.ts';
import { roundPositions } from './round-geometry.ts';
import { getYearSteps } from './year-steps.ts';

/** Tolerance of lines on a county map: 8 m is 0.1 mm at 1:75 000. */
const COUNTY_TOLERANCE_DEGREES = 8 / 111_132;

/** Works of a segment as the progress map draws them. `none`: not hardened and no works planned. */
export type SegmentProgress = 'hardened' | 'under_way' | 'not_begun' | 'none';

/**
 * Segments that exist at the day, and those that the plan in force adds, cut at the area's boundary; several pieces of one segment are one feature. `lengthMeters` is the length in
 * the area. Pavement that a segment shares with another is left to the other. Made one at a time: a prefecture has hundreds of thousands.
 */
export function* streamSegmentFeatures(scope: FeatureScope): Iterable<MapFeature> {
  const { segments, planned } = scope.county;
  const { exists } = scope.context.state.segments;
  const describe = createDescriber(scope);
  const rows = listSegmentPieces(scope.county.pieces, scope.ranges.pieces(), segments.length);
  for (const i of rows.order) {
    const segment = segments[i];
    if (!segment || (exists[i] !== 1 && !planned?.placed.has(segment.code))) continue;
    const pieces = rows.piecesOf(i);
    const geometry = drawPieces(scope, segment, pieces);
    if (geometry === null) continue;
    const [only] = pieces;
    const lengthMeters =
      pieces.length === 1 && only ? only.lengthMeters : pieces.reduce((sum, piece) => sum + piece.lengthMeters, 0);
    yield createFeature(describe(segment, i, lengthMeters), geometry);
  }
}

/** The pieces of a segment as lines; null where nothing of them is longer than a point. Most segments have one. */
function drawPieces(
  scope: FeatureScope,
  { line: { coordinates } }: Segment,
  pieces: readonly Piece[],
): MapFeature['geometry'] | null {
  const [first] = pieces;
  if (first && pieces.length === 1) {
    const line = thinLine(scope, cutLine(coordinates, first.from, first.to));
    return line.length > 1 ? { type: 'LineString', coordinates: line } : null;
  }
  const drawn = joinPieces(pieces)
    .map(([from, to]) => thinLine(scope, cutLine(coordinates, from, to)))
    .filter((line) => line.length > 1);
  const [only] = drawn;
  if (!only) return null;
  return drawn.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: drawn };
}

/** Roads of the classes G, S, X and Y in the frame of the area, whole: the base map, and where roads lead outside. */
export function* streamMainRoadFeatures(scope: FeatureScope): Iterable<MapFeature> {
  const frame = padBbox(scope.area.bbox, FRAME_PADDING);
  const { exists } = scope.context.state.segments;
  const { segments } = scope.county;
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] as Segment;
    if (segment.roadClass === 'C' || segment.roadClass === 'Z' || exists[i] !== 1) continue;
    if (scope.level !== 'county' && !bboxesTouch(bboxOf(segment.line), frame)) continue;
    const properties = {
      code: segment.code,
      name: segment.name,
      nameEn: segment.nameEn,
      label: labelRoad(scope, segment),
      class: segment.roadClass,
      routeNumber: segment.routeNumber,
    };
    yield createFeature(properties, {
      type: 'LineString',
      coordinates: thinLine(scope, segment.line.coordinates),
    });
  }
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly lengthMeters: number;
}

/** The segments that have pieces, in the order of their first ones, and the pieces of each in the order of the county. */
interface SegmentPieceRows {
  readonly order: readonly number[];
  piecesOf(segment: number): readonly Piece[];
}

function listSegmentPieces(pieces: SegmentPieces, { start, end }: IndexRange, segmentCount: number): SegmentPieceRows {
  const order: number[] = [];
  // places of pieces from 1, 0 = none: the first of each segment, and the one after each piece of the same segment
  const first = new Int32Array(segmentCount);
  const last = new Int32Array(segmentCount);
  const next = new Int32Array(end - start + 1);
  for (let p = start; p < end; p++) {
    const segment = pieces.segment[p] ?? 0;
    const place = p - start + 1;
    const before = last[segment] ?? 0;
    if (before === 0) {
      order.push(segment);
      first[segment] = place;
    } else next[before] = place;
    last[segment] = place;
  }
  return {
    order,
    piecesOf(segment) {
      const own: Piece[] = [];
      for (let place = first[segment] ?? 0; place > 0; place = next[place] ?? 0) {
        const p = start + place - 1;
        own.push({
          from: pieces.fromFraction[p] ?? 0,
          to: pieces.toFraction[p] ?? 1,
          lengthMeters: pieces.lengthMeters[p] ?? 0,
        });
      }
      return own;
    },
  };
}

/** Pieces that touch become one stretch. */
function joinPieces(pieces: readonly Piece[]): readonly (readonly [from: number, to: number])[] {
  const stretches: [number, number][] = [];
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = stretches.at(-1);
    if (last && from - last[1] < 1e-9) last[1] = Math.max(last[1], to);
    else stretches.push([from, to]);
  }
  return stretches;
}

/** A line as the level needs it. */
export function thinLine(scope: FeatureScope, line: readonly LonLat[]): readonly LonLat[] {
  const kept = scope.level === 'county' ? simplifyLine(line, COUNTY_TOLERANCE_DEGREES) : line;
  return scope.isExact ? kept : roundPositions(kept, scope.decimals);
}

/** What is written along a road in the language of a request; empty where there is nothing to write. */
export const labelRoad = ({ language }: Pick<FeatureScope, 'language'>, segment: Segment): string =>
  nameRoad(language, segment);

/** What a map may say of segments, with what is the same for all of them looked up once. */
function createDescriber(
  scope: FeatureScope,
): (segment: Segment, index: number, lengthMeters: number) => FeatureProperties {
  const { surface, status, exists } = scope.context.state.segments;
  const { minimumWidthMeters } = scope.county.settings;
  const yearSteps = getYearSteps(scope.county);
  const progressOf = createProgressReader(scope.context);
  return (segment, index, lengthMeters) => ({
    code: segment.code,
    name: segment.name,
    nameEn: segment.nameEn,
    label: labelRoad(scope, segment),
    // along the line only below the county
    planLabel: scope.level === 'county' || segment.plannedYear === null ? '' : planLabel(scope, segment, lengthMeters),
    class: segment.roadClass,
    width: widthClass(segment),
    function: segment.roadFunction ?? 'none',
    surface: SURFACES[surface[index] ?? NO_CODE] ?? null,
    progress: progressOf(index),
    status: WORK_STATUSES[status[index] ?? 0] ?? 'none',
    plannedYear: segment.plannedYear,
    // not there yet: a road that the plan in force adds
    isNew: exists[index] !== 1,
    yearClass: classifyYear(segment.plannedYear, yearSteps),
    widthMeters: segment.widthMeters,
    narrow: segment.widthMeters !== null && segment.widthMeters < minimumWidthMeters,
    routeNumber: segment.routeNumber,
    lengthMeters: Math.round(lengthMeters * 10) / 10,
    costYuan: segment.costYuan,
    sharedPavement: segment.sharesPavementWith !== null,
  });
}

/** Works of a segment at the context's day. */
export const getSegmentProgress = (context: FeatureScope['context'], index: number): SegmentProgress =>
  createProgressReader(context)(index);

function createProgressReader({ county, state }: FeatureScope['context']): (index: number) => SegmentProgress {
  const { hardened, status } = state.segments;
  return (index) => {
    if (hardened[index] === 1) return 'hardened';
    const works = WORK_STATUSES[status[index] ?? 0] ?? 'none';
    if (works === 'begun') return 'under_way';
    return county.segments[index]?.plannedYear != null || works === 'planned' ? 'not_begun' : 'none';
  };
}

/** Key of the width on the map: the class, for C and Z roads the function. */
const widthClass = ({ roadClass, roadFunction }: Segment): string =>
  roadClass === 'C' || roadClass === 'Z' ? (roadFunction ?? 'village_access') : roadClass;

const planLabel = (scope: FeatureScope, segment: Segment, lengthMeters: number): string =>
  [
    segment.routeNumber ?? nameIn(scope.language, segment),
    `${metersToKilometers(lengthMeters).toFixed(1)} km`,
    segment.costYuan === null
      ? ''
      : text(scope.language, 'maps', 'wan_yuan', { amount: Math.round(yuanToWan(segment.costYuan)) }),
    String(segment.plannedYear),
  ]
    .filter(Boolean)
    .join(' · ');
