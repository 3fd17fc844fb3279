import type { LabelWish } from '../body/layer-drawing.ts';
import type { Rect } from '../drawing.ts';
import { isChinese, type LabelCandidate } from './label-candidate.ts';
import type { RectIndex } from './rect-index.ts';

/** Smaller symbols are points beside which names stand close, millimetres. */
const LEAST_SIGN = 1.4;

/** Whether a symbol is a sign that must be seen whole. */
export const isLargeSign = ({ width, height }: Rect): boolean => Math.max(width, height) >= LEAST_SIGN;

/** Letters reach less high than Chinese characters, in ems. */
const ROOM_ABOVE = 0.1;

/** A leader may touch signs this near its point: its own symbol, or a large one that covers the point. Millimetres. */
const NEAR_POINT = { free: 2.5, covered: 9 } as const;

/** Whether a name covers a sign, or its leader one that is not its own. */
export function standsOnSign(
  wish: LabelWish,
  { boxes, leader }: Pick<LabelCandidate, 'boxes' | 'leader'>,
  signs: RectIndex,
): boolean {
  const { where } = wish;
  const name = boxes[0];
  if (leader === undefined || where.kind !== 'point' || name === undefined)
    return boxes.some((box) => coversSign(box, wish, signs));
  if (coversSign(name, wish, signs)) return true;
  const isCovered = signs.touches({ x: where.x, y: where.y, width: 0.01, height: 0.01 });
  const own = where.radius + NEAR_POINT[isCovered ? 'covered' : 'free'];
  return boxes.some(
    (box, index) => index > 0 && Math.hypot(box.x - where.x, box.y - where.y) > own && signs.touches(box),
  );
}

/** Whether a box of a name covers a sign. */
export function coversSign(box: Rect, { size, text }: Pick<LabelWish, 'size' | 'text'>, signs: RectIndex): boolean {
  if (!signs.touches(box)) return false;
  const { x, y, width, height } = box;
  const room = isChinese(text) ? 0 : Math.min(ROOM_ABOVE * size, height / 4);
  return room === 0 || signs.touches({ x, y: y + room, width, height: height - room });
}
