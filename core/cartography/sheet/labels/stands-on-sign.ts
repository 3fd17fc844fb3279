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
  { where, size, text }: LabelWish,
  { boxes, leader }: LabelCandidate,
  signs: RectIndex,
): boolean {
  const point = leader && where.kind === 'point' ? where : null;
  const isCovered = point !== null && signs.touches({ x: point.x, y: point.y, width: 0.01, height: 0.01 });
  const own = point ? point.radius + NEAR_POINT[isCovered ? 'covered' : 'free'] : 0;
  return boxes.some((box, index) => {
    if (point && index > 0) return Math.hypot(box.x - point.x, box.y - point.y) > own && signs.touches(box);
    const room = isChinese(text) ? 0 : Math.min(ROOM_ABOVE * size, box.height / 4);
    return signs.touches({ ...box, y: box.y + room, height: box.height - room });
  });
}
