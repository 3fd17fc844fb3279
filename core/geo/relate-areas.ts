import { type Edge, edgesOfRing } from './area-index.ts';
import { type Bbox, bboxesTouch, bboxOf } from './bbox.ts';
import { polygonsOf } from './geodesic-area.ts';
import type { AreaGeometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';
import { BOUNDARY_TOLERANCE_DEGREES, relationToArea } from './point-in-polygon.ts';

/** How far beside a common edge it is asked on which side a surface lies, in degrees (1 mm). */
const BESIDE_DEGREES = 1e-8;

/**
 * Where a piece of a border lies with respect to another surface: in it, outside, or on its border with both surfaces on one side of it (`same`) or one on each side
 * (`opposite`).
 */
type PieceRelation = 'inside' | 'outside' | 'same' | 'opposite';

/**
 * Whether two surfaces have more than a border in common, however their corners lie: also where all corners of both are on the other's border. Wider than 1 mm
 * counts.
 */
export function shareSurface(a: AreaGeometry, b: AreaGeometry): boolean {
  const [boxA, boxB] = [bboxOf(a), bboxOf(b)];
  if (!bboxesTouch(boxA, boxB)) return false;
  const box = commonBox(boxA, boxB);
  const isShared = (relation: PieceRelation) => relation === 'inside' || relation === 'same';
  return hasPiece([a, b], box, isShared) || hasPiece([b, a], box, isShared);
}

/** Whether a surface lies in another as a whole; borders may coincide. What sticks out by less than 1 mm does not count. */
export function isCovered(inner: AreaGeometry, outer: AreaGeometry): boolean {
  const box = bboxOf(inner);
  const sticksOut = (relation: PieceRelation) => relation === 'outside' || relation === 'opposite';
  return (
    !hasPiece([inner, outer], box, sticksOut) && !hasPiece([outer, inner], box, (relation) => relation === 'inside')
  );
}

/** Whether the border of a surface, within a box, has a piece that lies so with respect to another surface. */
function hasPiece(
  [area, other]: readonly [AreaGeometry, AreaGeometry],
  box: Bbox,
  isSought: (relation: PieceRelation) => boolean,
): boolean {
  const others = edgesIn(other, box);
  for (const edge of edgesIn(area, box)) {
    const shares = [0, ...cutShares(edge, others), 1].sort((a, b) => a - b);
    for (const [index, to] of shares.entries()) {
      const from = shares[index - 1];
      if (from === undefined || (to - from) * lengthOf(edge) < BESIDE_DEGREES) continue;
      if (isSought(relatePiece(edge, (from + to) / 2, [area, other]))) return true;
    }
  }
  return false;
}

function relatePiece(
  [from, to]: Edge,
  share: number,
  [area, other]: readonly [AreaGeometry, AreaGeometry],
): PieceRelation {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const middle: LonLat = [from[0] + share * dx, from[1] + share * dy];
  const relation = relationToArea(middle, other);
  if (relation !== 'boundary') return relation;
  const scale = BESIDE_DEGREES / Math.hypot(dx, dy);
  const left: LonLat = [middle[0] - dy * scale, middle[1] + dx * scale];
  return (relationToArea(left, area) === 'inside') === (relationToArea(left, other) === 'inside') ? 'same' : 'opposite';
}

/** Shares of an edge at which other edges cross it or have an end on it. */
function cutShares([from, to]: Edge, others: readonly Edge[]): readonly number[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const shares: number[] = [];
  const add = (share: number) => {
    if (share > 0 && share < 1) shares.push(share);
  };
  for (const [c, d] of others) {
    if (isApart([from, to], c, d)) continue;
    // twice the surface of the triangle over the edge: on which side, and how far aside, an end of the other lies
    const sideC = dx * (c[1] - from[1]) - dy * (c[0] - from[0]);
    const sideD = dx * (d[1] - from[1]) - dy * (d[0] - from[0]);
    const onLine = BOUNDARY_TOLERANCE_DEGREES * length;
    for (const [end, side] of [
      [c, sideC],
      [d, sideD],
    ] as const)
      if (Math.abs(side) <= onLine) add(((end[0] - from[0]) * dx + (end[1] - from[1]) * dy) / (length * length));
    if (sideC > 0 === sideD > 0) continue;
    const part = sideC / (sideC - sideD);
    const [x, y] = [c[0] + part * (d[0] - c[0]) - from[0], c[1] + part * (d[1] - c[1]) - from[1]];
    add((x * dx + y * dy) / (length * length));
  }
  return shares;
}

/** Edges of a surface that reach into a box. */
const edgesIn = (area: AreaGeometry, [west, south, east, north]: Bbox): readonly Edge[] =>
  polygonsOf(area)
    .flatMap((rings) => rings.flatMap(edgesOfRing))
    .filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1])
    .filter((edge) => !isApart(edge, [west, south], [east, north]));

/** Whether the boxes around two edges are apart, by more than the tolerance. Asked most of all: no array is made. */
const isApart = ([a, b]: Edge, c: LonLat, d: LonLat): boolean =>
  isBeyond(a[0], b[0], c[0], d[0]) || isBeyond(a[1], b[1], c[1], d[1]);

const isBeyond = (a: number, b: number, c: number, d: number): boolean =>
  (a < b ? b : a) + BOUNDARY_TOLERANCE_DEGREES < (c < d ? c : d) ||
  (c < d ? d : c) + BOUNDARY_TOLERANCE_DEGREES < (a < b ? a : b);

const lengthOf = ([from, to]: Edge): number => Math.hypot(to[0] - from[0], to[1] - from[1]);

const commonBox = (a: Bbox, b: Bbox): Bbox => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];
