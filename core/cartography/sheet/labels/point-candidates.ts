import { anchorFractions } from '../body/anchor-fractions.ts';
import type { LabelWish } from '../body/layer-drawing.ts';
import type { Rect } from '../drawing.ts';
import type { LabelBlock } from './label-block.ts';
import type { LabelCandidate } from './label-candidate.ts';

/** A wish at a point. */
export type PointPlace = Extract<LabelWish['where'], { kind: 'point' }>;

/** Positions tried around a point when the definition names only one beside it. */
const AROUND = ['left', 'right', 'bottom', 'top', 'bottom-left', 'bottom-right', 'top-left', 'top-right'];
/** Shifts tried for a name that stands on its point, in ems. */
const SHIFTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -0.8],
  [0, 0.8],
  [-0.9, 0],
  [0.9, 0],
  [0, -1.6],
  [0, 1.6],
  [-1.8, 0],
  [1.8, 0],
];
/** Distances tried, against the nearest. */
const RINGS = [1, 1.7];

/** Ways to set a name beside its point, or on it. */
export function pointCandidates(wish: LabelWish, block: LabelBlock, where: PointPlace): LabelCandidate[] {
  const { x, y, anchors, radius, shift, isFixed } = where;
  const tried = [...anchors, ...AROUND.filter((anchor) => !anchors.includes(anchor))];
  if (!isFixed) return aroundPoint(wish, block, { ...where, tried, cost: 0 });
  const [fractionX, fractionY] = anchorFractions(anchors[0] ?? 'center');
  const exact = (right: number, down: number, cost: number): LabelCandidate =>
    uprightCandidate(block, {
      left: x + shift[0] + right * wish.size - fractionX * block.width,
      top: y + shift[1] + down * wish.size - fractionY * block.height,
      cost,
    });
  if (wish.overlaps) return [exact(0, 0, 0)];
  const isOnPoint = anchors[0] === 'center' && radius === 0;
  if (isOnPoint) return SHIFTS.map(([right, down], index) => exact(right, down, index * 0.4));
  return [exact(0, 0, 0), ...aroundPoint(wish, block, { ...where, tried: AROUND, cost: 0.5 })];
}

type Around = PointPlace & { readonly tried: readonly string[]; readonly cost: number };

/** Places beside a point, near ones first. */
function aroundPoint(wish: LabelWish, { width, height }: LabelBlock, where: Around): LabelCandidate[] {
  const candidates: LabelCandidate[] = [];
  const nearest = reachOf(wish, where);
  for (let ring = 0; ring < RINGS.length; ring++)
    for (let i = 0; i < where.tried.length; i++) {
      const [fractionX, fractionY] = anchorFractions(where.tried[i] as string);
      const diagonal = fractionX !== 0.5 && fractionY !== 0.5 ? Math.SQRT1_2 : 1;
      const reach = nearest * (RINGS[ring] as number) * diagonal;
      const x = where.x + (1 - 2 * fractionX) * reach - fractionX * width;
      const y = where.y + (1 - 2 * fractionY) * reach - fractionY * height;
      candidates.push({ rotation: 0, boxes: [{ x, y, width, height }], cost: where.cost + i * 0.25 + ring * 2 });
    }
  return candidates;
}

/** From the point to a name beside it: clear of the symbol, or as far as the style shifts the text. */
const reachOf = (wish: LabelWish, { radius, shift }: PointPlace): number =>
  radius > 0 ? Math.max(radius, 0.3 * wish.size) : Math.max(Math.hypot(...shift), 0.3 * wish.size);

/** An upright name with its upper left corner given. */
export const uprightCandidate = (
  { width, height }: LabelBlock,
  place: { readonly left: number; readonly top: number; readonly cost: number },
): LabelCandidate => ({
  rotation: 0,
  boxes: [{ x: place.left, y: place.top, width, height }],
  cost: place.cost,
});

/** How far a name with a leader stands off its point's symbol, in ems. */
const LEADER_EMS = [1.5, 2.6, 4, 6];
/** Directions of leaders: how far right and down, clockwise from the right. */
const LEADER_DIRECTIONS = Array.from({ length: 12 }, (_, i) => {
  const angle = (i * 2 * Math.PI) / 12;
  return { right: Math.cos(angle), down: Math.sin(angle) };
});
/** Directions steeper than this have the name above or below their end. */
const STEEP = 0.3;
/** A name that needs a leader is worth less than any that does not. */
const LEADER_COST = 7;
/** A leader's room is squares of this side at this distance from each other, millimetres. */
const LEADER_ROOM = 0.7;
const LEADER_STEP = 1.05;

/**
 * Ways to set a name farther off, tied to its point by a thin line: for points that are so close together that nothing else is free.
 *
 * @param where.isClear whether the name itself, without its line, may stand in a box
 */
export function leaderCandidates(
  wish: LabelWish,
  block: LabelBlock,
  where: PointPlace & { readonly isClear: (name: Rect) => boolean },
): LabelCandidate[] {
  const candidates: LabelCandidate[] = [];
  const { width, height } = block;
  const symbol = reachOf(wish, where);
  const gap = 0.15 * wish.size;
  // most are not clear: they share one box
  const name = { x: 0, y: 0, width, height };
  for (let ring = 0; ring < LEADER_EMS.length; ring++) {
    const distance = symbol + (LEADER_EMS[ring] as number) * wish.size;
    for (let i = 0; i < LEADER_DIRECTIONS.length; i++) {
      const { right, down } = LEADER_DIRECTIONS[i] as { readonly right: number; readonly down: number };
      const endX = where.x + right * distance;
      const endY = where.y + down * distance;
      const isSteep = Math.abs(right) < STEEP;
      name.x = endX + (isSteep ? -width / 2 : right > 0 ? gap : -width - gap);
      name.y = endY + (!isSteep ? -height / 2 : down > 0 ? gap : -height - gap);
      if (!where.isClear(name)) continue;
      const leader = [where.x + right * symbol * 0.8, where.y + down * symbol * 0.8, endX, endY];
      const cost = LEADER_COST + ring * 1.5 + i * 0.05;
      candidates.push({ rotation: 0, leader, boxes: [{ ...name }, ...leaderBoxes(leader)], cost });
    }
  }
  return candidates;
}

/** Small squares along a leader: no name stands on it. */
function leaderBoxes([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[]): Rect[] {
  const count = Math.max(1, Math.floor(Math.hypot(x2 - x1, y2 - y1) / LEADER_STEP));
  const boxes: Rect[] = [];
  for (let i = 0; i < count; i++) {
    const t = (i + 0.5) / count;
    boxes.push({
      x: x1 + (x2 - x1) * t - LEADER_ROOM / 2,
      y: y1 + (y2 - y1) * t - LEADER_ROOM / 2,
      width: LEADER_ROOM,
      height: LEADER_ROOM,
    });
  }
  return boxes;
}
