import type { AreaIndex, Edge } from './area-index.ts';
import type { LonLat } from './lon-lat.ts';
import { BOUNDARY_TOLERANCE_DEGREES } from './point-in-polygon.ts';

/** A stretch of a line within one surface. */
export interface LinePiece {
  /** Index of the surface in the area index; -1 = in none. */
  readonly area: number;
  /** Start and end as shares of the line's planar length (in degrees), 0 to 1. */
  readonly fromFraction: number;
  readonly toFraction: number;
}

/**
 * Cuts a line at the boundaries of surfaces. A stretch along a common boundary belongs to the surface that comes first in the index.
 * The pieces are in order, touch each other and cover the line from 0 to 1.
 *
 * Planar as in `domain.md` section 5 "Boundaries": a degree counts the same in both directions.
 */
export function cutLineByAreas(line: readonly LonLat[], areas: AreaIndex): readonly LinePiece[] {
  const measures = planarMeasures(line);
  const total = measures.at(-1) ?? 0;
  const edges = areas.edgesNear(line);
  if (edges.length === 0 || total === 0) {
    return [{ area: line[0] ? areas.findArea(line[0]) : -1, fromFraction: 0, toFraction: 1 }];
  }
  const cuts = [0, ...cutMeasures(line, measures, edges), total].sort((a, b) => a - b);
  return mergePieces(piecesBetween(cuts, line, measures, areas), total);
}

/** Planar length from the start to each position, in degrees. */
function planarMeasures(line: readonly LonLat[]): readonly number[] {
  let sum = 0;
  return line.map(([x, y], i) => {
    const [px, py] = line[i - 1] ?? [x, y];
    sum += Math.hypot(x - px, y - py);
    return sum;
  });
}

/** Where the line meets an edge, measured along the line. */
function cutMeasures(line: readonly LonLat[], measures: readonly number[], edges: readonly Edge[]): readonly number[] {
  const cuts: number[] = [];
  for (let i = 1; i < line.length; i++) {
    const from = line[i - 1];
    const to = line[i];
    if (!from || !to) continue;
    const start = measures[i - 1] ?? 0;
    const length = (measures[i] ?? 0) - start;
    if (length === 0) continue;
    for (const edge of edges) {
      for (const share of meetingShares(from, to, length, edge)) cuts.push(start + share * length);
    }
  }
  return cuts;
}

/** Shares of the stretch `from`-`to` at which it meets an edge: one where they cross, both ends of the edge where it lies along. */
function meetingShares(from: LonLat, to: LonLat, length: number, [a, b]: Edge): readonly number[] {
  const tolerance = BOUNDARY_TOLERANCE_DEGREES;
  if (Math.max(a[0], b[0]) < Math.min(from[0], to[0]) - tolerance) return [];
  if (Math.min(a[0], b[0]) > Math.max(from[0], to[0]) + tolerance) return [];
  if (Math.max(a[1], b[1]) < Math.min(from[1], to[1]) - tolerance) return [];
  if (Math.min(a[1], b[1]) > Math.max(from[1], to[1]) + tolerance) return [];
  const ux = (to[0] - from[0]) / length;
  const uy = (to[1] - from[1]) / length;
  // signed distances of the edge's ends from the stretch, and their positions along it
  const offsetA = (a[0] - from[0]) * uy - (a[1] - from[1]) * ux;
  const offsetB = (b[0] - from[0]) * uy - (b[1] - from[1]) * ux;
  const alongA = (a[0] - from[0]) * ux + (a[1] - from[1]) * uy;
  const alongB = (b[0] - from[0]) * ux + (b[1] - from[1]) * uy;
  const nearA = Math.abs(offsetA) <= tolerance;
  const nearB = Math.abs(offsetB) <= tolerance;
  const meetings: number[] = [];
  if (nearA) meetings.push(alongA);
  if (nearB) meetings.push(alongB);
  if (!nearA && !nearB && offsetA > 0 !== offsetB > 0) {
    meetings.push(alongA + (offsetA / (offsetA - offsetB)) * (alongB - alongA));
  }
  return meetings.map((along) => along / length).filter((share) => share >= 0 && share <= 1);
}

/** A stretch in planar measures. */
interface Stretch {
  readonly area: number;
  readonly from: number;
  readonly to: number;
}

/** The stretches between cuts, each with the surface at its middle; those under the tolerance are left to their neighbours. */
function piecesBetween(
  cuts: readonly number[],
  line: readonly LonLat[],
  measures: readonly number[],
  areas: AreaIndex,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const to of cuts) {
    if (to - from <= BOUNDARY_TOLERANCE_DEGREES) continue;
    stretches.push({ area: areas.findArea(positionAt(line, measures, (from + to) / 2)), from, to });
    from = to;
  }
  return stretches;
}

/** Joins neighbouring stretches of the same surface and closes the ends at 0 and 1. */
function mergePieces(stretches: readonly Stretch[], total: number): readonly LinePiece[] {
  const pieces: LinePiece[] = [];
  for (const { area, from, to } of stretches) {
    const last = pieces.at(-1);
    const toFraction = Math.min(1, to / total);
    if (last && last.area === area) pieces[pieces.length - 1] = { ...last, toFraction };
    else pieces.push({ area, fromFraction: last ? last.toFraction : from / total, toFraction });
  }
  const last = pieces.at(-1);
  if (last) pieces[pieces.length - 1] = { ...last, toFraction: 1 };
  return pieces;
}

/** Position at a planar measure along a line. */
function positionAt(line: readonly LonLat[], measures: readonly number[], measure: number): LonLat {
  let i = 1;
  while (i < line.length - 1 && (measures[i] ?? 0) < measure) i++;
  const [x1, y1] = line[i - 1] ?? [0, 0];
  const [x2, y2] = line[i] ?? [x1, y1];
  const start = measures[i - 1] ?? 0;
  const length = (measures[i] ?? 0) - start;
  const share = length === 0 ? 0 : (measure - start) / length;
  return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
}
