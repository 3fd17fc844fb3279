import { anchorFractions } from '../body/draw-symbol.ts';
import type { LabelWish } from '../body/layer-drawing.ts';
import { lineLength, pointAt } from '../body/points-along.ts';
import { boundsOfContours, isInsideContours, ringArea } from '../contour-geometry.ts';
import type { MeasureText, Rect } from '../drawing.ts';
import { wrapText } from '../wrap-text.ts';

/** One way to set a name: baseline points of its lines, and the room it takes. Lower cost is better. */
export interface LabelCandidate {
  /** Left end of each line's baseline. */
  readonly starts: readonly (readonly [x: number, y: number])[];
  /** Clockwise, degrees. */
  readonly rotation: number;
  readonly boxes: readonly Rect[];
  readonly cost: number;
}

/** A name broken into lines, with its measures in millimetres. */
export interface LabelBlock {
  readonly lines: readonly string[];
  readonly widths: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Names longer than this many ems are broken into lines (the style language's default). */
const MOST_EMS = 10;
/** Line pitch of broken names. */
const LEADING = 1.12;
/** Chinese characters reach from 0.86 em above to 0.1 em below the baseline. */
const ABOVE = 0.86;
const BODY = 0.96;

/** Positions tried around a point when the definition names only one beside it: right, left, above, below, corners. */
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

/** Breaks a name into lines and measures it. */
export function createLabelBlock(wish: LabelWish, measure: MeasureText): LabelBlock {
  const style = { measure, font: wish.font, size: wish.size, width: MOST_EMS * wish.size };
  const breakable = wish.where.kind !== 'line';
  const lines = breakable ? wish.text.split('\n').flatMap((line) => wrapText(line, style)) : [wish.text];
  const widths = lines.map((line) => measure(line, wish.font, wish.size) + wish.spacing * ([...line].length - 1));
  return { lines, widths, width: Math.max(...widths), height: wish.size * (BODY + (lines.length - 1) * LEADING) };
}

/** Every way to set a name, in the order of preference. */
export function listCandidates(wish: LabelWish, block: LabelBlock): LabelCandidate[] {
  switch (wish.where.kind) {
    case 'point':
      return pointCandidates(wish, block, wish.where);
    case 'area':
      return areaCandidates(wish, block, wish.where.rings);
    case 'line':
      return lineCandidates(wish, block, wish.where);
  }
}

function pointCandidates(
  wish: LabelWish,
  block: LabelBlock,
  where: Extract<LabelWish['where'], { kind: 'point' }>,
): LabelCandidate[] {
  const { x, y, anchors, radius, shift, isFixed } = where;
  if (!isFixed)
    return aroundPoint(wish, block, { ...where, tried: [...anchors, ...without(AROUND, anchors)], cost: 0 });
  const [fractionX, fractionY] = anchorFractions(anchors[0] ?? 'center');
  const exact = (right: number, down: number, cost: number): LabelCandidate =>
    upright(wish, block, {
      left: x + shift[0] + right * wish.size - fractionX * block.width,
      top: y + shift[1] + down * wish.size - fractionY * block.height,
      cost,
    });
  if (wish.overlaps) return [exact(0, 0, 0)];
  const isOnPoint = anchors[0] === 'center' && radius === 0;
  if (isOnPoint) return SHIFTS.map(([right, down], index) => exact(right, down, index * 0.4));
  return [exact(0, 0, 0), ...aroundPoint(wish, block, { ...where, tried: AROUND, cost: 0.5 })];
}

const without = (list: readonly string[], left: readonly string[]): readonly string[] =>
  list.filter((one) => !left.includes(one));

/** Distances tried, against the nearest. */
const RINGS = [1, 1.7, 2.6];

/** Places beside a point, near ones first. */
function aroundPoint(
  wish: LabelWish,
  block: LabelBlock,
  where: Extract<LabelWish['where'], { kind: 'point' }> & { readonly tried: readonly string[]; readonly cost: number },
): LabelCandidate[] {
  const { x, y, radius, shift, tried } = where;
  return RINGS.flatMap((stretch, ring) =>
    tried.map((anchor, index) => {
      const [fractionX, fractionY] = anchorFractions(anchor);
      const diagonal = fractionX !== 0.5 && fractionY !== 0.5 ? Math.SQRT1_2 : 1;
      const reach = Math.max(radius, Math.hypot(...shift), 0.3 * wish.size) * stretch * diagonal;
      return upright(wish, block, {
        left: x + (1 - 2 * fractionX) * reach - fractionX * block.width,
        top: y + (1 - 2 * fractionY) * reach - fractionY * block.height,
        cost: where.cost + index * 0.25 + ring * 2,
      });
    }),
  );
}

/** An upright name with its upper left corner given. */
function upright(
  wish: LabelWish,
  block: LabelBlock,
  place: { readonly left: number; readonly top: number; readonly cost: number },
): LabelCandidate {
  const starts = block.lines.map((_, index): readonly [number, number] => [
    place.left + (block.width - (block.widths[index] ?? 0)) / 2,
    place.top + wish.size * (ABOVE + index * LEADING),
  ]);
  const box = { x: place.left, y: place.top, width: block.width, height: block.height };
  return { starts, rotation: 0, boxes: [box], cost: place.cost };
}

/** Grid of middles tried in an area. */
const AREA_STEPS = 9;

function areaCandidates(wish: LabelWish, block: LabelBlock, rings: readonly (readonly number[])[]): LabelCandidate[] {
  const largest = [...rings].sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)))[0];
  if (!largest) return [];
  const bounds = boundsOfContours([largest]);
  const candidates: LabelCandidate[] = [];
  for (let row = 1; row < AREA_STEPS; row++) {
    for (let column = 1; column < AREA_STEPS; column++) {
      const x = bounds.x + (bounds.width * column) / AREA_STEPS;
      const y = bounds.y + (bounds.height * row) / AREA_STEPS;
      if (!isInsideContours(x, y, rings)) continue;
      const left = x - block.width / 2;
      const top = y - block.height / 2;
      const corners = [left, left + block.width].flatMap((cx) =>
        [top, top + block.height].map((cy) => [cx, cy] as const),
      );
      const outside = corners.filter(([cx, cy]) => !isInsideContours(cx, cy, rings)).length;
      const fromMiddle = Math.hypot(column / AREA_STEPS - 0.5, row / AREA_STEPS - 0.5);
      candidates.push(upright(wish, block, { left, top, cost: fromMiddle * 4 + outside * 1.5 }));
    }
  }
  return candidates.sort((a, b) => a.cost - b.cost);
}

/** A name follows a line only where the line leaves its chord by less than this many ems. */
const MOST_BEND = 0.45;

function lineCandidates(
  wish: LabelWish,
  block: LabelBlock,
  where: Extract<LabelWish['where'], { kind: 'line' }>,
): LabelCandidate[] {
  const candidates: LabelCandidate[] = [];
  for (const line of where.contours) {
    const total = lineLength(line);
    const step = Math.max(block.width * 0.4, 2);
    for (let from = 0; from + block.width <= total; from += step) {
      const candidate = alongChord(wish, block, { line, from, total, offset: where.offset });
      if (candidate) candidates.push(candidate);
    }
  }
  return candidates.sort((a, b) => a.cost - b.cost);
}

function alongChord(
  wish: LabelWish,
  block: LabelBlock,
  at: { readonly line: readonly number[]; readonly from: number; readonly total: number; readonly offset: number },
): LabelCandidate | null {
  const first = pointAt(at.line, at.from);
  const last = pointAt(at.line, at.from + block.width);
  // read from left to right, upwards when the line stands upright
  const [left, right] = first[0] <= last[0] ? [first, last] : [last, first];
  const angle = Math.atan2(right[1] - left[1], right[0] - left[0]);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2] as const;
  let bend = 0;
  for (let i = 1; i < 6; i++) {
    const [px, py] = pointAt(at.line, at.from + (block.width * i) / 6);
    bend = Math.max(bend, Math.abs(-(px - middle[0]) * sin + (py - middle[1]) * cos));
  }
  if (bend > MOST_BEND * wish.size) return null;
  const down = wish.size * (ABOVE - BODY / 2) + at.offset;
  const start = [
    middle[0] - (block.width / 2) * cos - down * sin,
    middle[1] - (block.width / 2) * sin + down * cos,
  ] as const;
  const center = Math.abs((at.from + block.width / 2) / at.total - 0.5);
  return {
    starts: [start],
    rotation: (angle * 180) / Math.PI,
    boxes: boxesAlong(wish.size, block.width, { middle, cos, sin, offset: at.offset }),
    cost: (bend / wish.size) * 3 + center,
  };
}

/** Squares along a slanted name that together cover it. */
function boxesAlong(
  size: number,
  width: number,
  at: {
    readonly middle: readonly [number, number];
    readonly cos: number;
    readonly sin: number;
    readonly offset: number;
  },
): Rect[] {
  const count = Math.max(1, Math.ceil(width / size));
  const side = size * (Math.abs(at.cos) + Math.abs(at.sin)) * BODY;
  return Array.from({ length: count }, (_, i) => {
    const along = ((i + 0.5) / count - 0.5) * width;
    const x = at.middle[0] + along * at.cos - at.offset * at.sin;
    const y = at.middle[1] + along * at.sin + at.offset * at.cos;
    return { x: x - side / 2, y: y - side / 2, width: side, height: side };
  });
}
