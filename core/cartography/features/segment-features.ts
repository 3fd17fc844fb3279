import type { Segment } from '../../county/county.ts';
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
import { roundPosition } from './round-geometry.ts';
import { getYearSteps } from './year-steps.ts';

/** Tolerance of lines on a county map: 8 m is 0.1 mm at 1:75 000. */
const COUNTY_TOLERANCE_DEGREES = 8 / 111_132;

/** Works of a segment as the progress map draws them. `none`: not hardened and no works planned. */
export type SegmentProgress = 'hardened' | 'under_way' | 'not_begun' | 'none';

/**
 * Segments that exist at the day, and those that the plan in force adds, cut at the area's boundary; several pieces of one segment are one feature. `lengthMeters` is the length in
 * the area. Pavement that a segment shares with another is left to the other.
 */
export function buildSegmentFeatures(scope: FeatureScope): readonly MapFeature[] {
  const { segments, planned } = scope.county;
  const { exists } = scope.context.state.segments;
  const features: MapFeature[] = [];
  for (const [i, pieces] of piecesBySegment(scope)) {
    const segment = segments[i];
    if (!segment || (exists[i] !== 1 && !planned?.placed.has(segment.code))) continue;
    const lengthMeters = pieces.reduce((sum, piece) => sum + piece.lengthMeters, 0);
    const lines = joinPieces(pieces).map(([from, to]) => thinLine(scope, cutLine(segment.line.coordinates, from, to)));
    const drawn = lines.filter((line) => line.length > 1);
    const [only] = drawn;
    if (!only) continue;
    features.push(
      createFeature(
        describeSegment(scope, segment, { index: i, lengthMeters }),
        drawn.length === 1
          ? { type: 'LineString', coordinates: only }
          : { type: 'MultiLineString', coordinates: drawn },
      ),
    );
  }
  return features;
}

/** Roads of the classes G, S, X and Y in the frame of the area, whole: the base map, and where roads lead outside. */
export function buildMainRoadFeatures(scope: FeatureScope): readonly MapFeature[] {
  const frame = padBbox(scope.area.bbox, FRAME_PADDING);
  const features: MapFeature[] = [];
  scope.county.segments.forEach((segment, index) => {
    if (segment.roadClass === 'C' || segment.roadClass === 'Z') return;
    if (scope.context.state.segments.exists[index] !== 1) return;
    if (scope.level !== 'county' && !bboxesTouch(bboxOf(segment.line), frame)) return;
    features.push(
      createFeature(
        {
          code: segment.code,
          name: segment.name,
          nameEn: segment.nameEn,
          label: labelRoad(scope, segment),
          class: segment.roadClass,
          routeNumber: segment.routeNumber,
        },
        { type: 'LineString', coordinates: thinLine(scope, segment.line.coordinates) },
      ),
    );
  });
  return features;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly lengthMeters: number;
}

function piecesBySegment(scope: FeatureScope): ReadonlyMap<number, readonly Piece[]> {
  const { pieces } = scope.county;
  const { start, end } = scope.ranges.pieces();
  const bySegment = new Map<number, Piece[]>();
  for (let p = start; p < end; p++) {
    const segment = pieces.segment[p] ?? 0;
    const piece = {
      from: pieces.fromFraction[p] ?? 0,
      to: pieces.toFraction[p] ?? 1,
      lengthMeters: pieces.lengthMeters[p] ?? 0,
    };
    const known = bySegment.get(segment);
    if (known) known.push(piece);
    else bySegment.set(segment, [piece]);
  }
  return bySegment;
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

const thinned = new WeakMap<readonly LonLat[], readonly LonLat[]>();

/** A line as the level needs it; whole lines of a county map are kept for the next request. */
export function thinLine(scope: FeatureScope, line: readonly LonLat[]): readonly LonLat[] {
  const round = (position: LonLat) => roundPosition(position, scope.decimals);
  if (scope.level !== 'county') return line.map(round);
  const known = thinned.get(line) ?? simplifyLine(line, COUNTY_TOLERANCE_DEGREES).map(round);
  thinned.set(line, known);
  return known;
}

/** What is written along a road in the language of a request; empty where there is nothing to write. */
export const labelRoad = ({ language }: Pick<FeatureScope, 'language'>, segment: Segment): string =>
  nameRoad(language, segment);

function describeSegment(
  scope: FeatureScope,
  segment: Segment,
  { index, lengthMeters }: { readonly index: number; readonly lengthMeters: number },
): FeatureProperties {
  const { state } = scope.context;
  const surface = state.segments.surface[index] ?? NO_CODE;
  const status = WORK_STATUSES[state.segments.status[index] ?? 0] ?? 'none';
  const progress = getSegmentProgress(scope.context, index);
  const isNew = state.segments.exists[index] !== 1;
  const narrow = segment.widthMeters !== null && segment.widthMeters < scope.county.settings.minimumWidthMeters;
  return {
    code: segment.code,
    name: segment.name,
    nameEn: segment.nameEn,
    label: labelRoad(scope, segment),
    // along the line only below the county
    planLabel: scope.level === 'county' || segment.plannedYear === null ? '' : planLabel(scope, segment, lengthMeters),
    class: segment.roadClass,
    width: widthClass(segment),
    function: segment.roadFunction ?? 'none',
    surface: SURFACES[surface] ?? null,
    progress,
    status,
    plannedYear: segment.plannedYear,
    // not there yet: a road that the plan in force adds
    isNew,
    yearClass: classifyYear(segment.plannedYear, getYearSteps(scope.county)),
    widthMeters: segment.widthMeters,
    narrow,
    routeNumber: segment.routeNumber,
    lengthMeters: Math.round(lengthMeters * 10) / 10,
    costYuan: segment.costYuan,
    sharedPavement: segment.sharesPavementWith !== null,
  };
}

/** Works of a segment at the context's day. */
export function getSegmentProgress({ county, state }: FeatureScope['context'], index: number): SegmentProgress {
  if (state.segments.hardened[index] === 1) return 'hardened';
  const status = WORK_STATUSES[state.segments.status[index] ?? 0] ?? 'none';
  if (status === 'begun') return 'under_way';
  return county.segments[index]?.plannedYear != null || status === 'planned' ? 'not_begun' : 'none';
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
