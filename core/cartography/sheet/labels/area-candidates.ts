import type { LabelWish } from '../body/layer-drawing.ts';
import { boundsOfContours } from '../contour-geometry.ts';
import type { GlyphPlace, Rect } from '../drawing.ts';
import { createInsideTest } from '../inside-test.ts';
import { type AreaSpine, largestRing, listAreaSpines, mainAxis } from './area-spine.ts';
import type { LabelBlock } from './label-block.ts';
import { BODY, isChinese, type LabelCandidate, MIDDLE_TO_BASELINE } from './label-candidate.ts';
import { pointCandidates, uprightCandidate } from './point-candidates.ts';

/** A wish in an area. */
export type AreaPlace = Extract<LabelWish['where'], { kind: 'area' }>;

/** Ways to set a name in an area: spread over it where that is asked for, in one block, or beside the area's seat. */
export function areaCandidates(wish: LabelWish, block: LabelBlock, where: AreaPlace): LabelCandidate[] {
  const { rings, isSpread, seat } = where;
  const area = { rings, isInside: createInsideTest(rings) };
  if (!isSpread) return blockCandidates(block, area);
  const spread = spreadCandidates(wish, area);
  const beside = seat ? besideSeat(wish, block, seat) : [];
  return [...spread, ...raise(blockCandidates(block, area), BLOCK_COST), ...raise(beside, SEAT_COST)];
}

/** An area with a quick test for its many places. */
interface TestedArea {
  readonly rings: AreaPlace['rings'];
  readonly isInside: ReturnType<typeof createInsideTest>;
}

/** What the substitutes for a spread name cost more. */
const BLOCK_COST = 4;
const SEAT_COST = 6;

const raise = (candidates: readonly LabelCandidate[], by: number): LabelCandidate[] =>
  candidates.map((candidate) => ({ ...candidate, cost: candidate.cost + by }));

/** Preferred positions of a name beside its seat: text below, above, to the right, to the left. */
const SEAT_ANCHORS = ['top', 'bottom', 'left', 'right'];

const besideSeat = (wish: LabelWish, block: LabelBlock, [x, y]: readonly [number, number]): LabelCandidate[] =>
  pointCandidates(wish, block, {
    kind: 'point',
    x,
    y,
    anchors: SEAT_ANCHORS,
    isFixed: false,
    radius: 0.4 * wish.size + 1,
    shift: [0, 0],
  });

/** Grid of middles tried in an area. */
const AREA_STEPS = 13;
/** What each corner outside its area costs a name: it would be read as the neighbour's. */
const CORNER_COST = 2.5;

function blockCandidates(block: LabelBlock, { rings, isInside }: TestedArea): LabelCandidate[] {
  const largest = largestRing(rings);
  if (!largest) return [];
  const bounds = boundsOfContours([largest]);
  const candidates: LabelCandidate[] = [];
  for (let row = 1; row < AREA_STEPS; row++) {
    for (let column = 1; column < AREA_STEPS; column++) {
      const x = bounds.x + (bounds.width * column) / AREA_STEPS;
      const y = bounds.y + (bounds.height * row) / AREA_STEPS;
      if (!isInside(x, y)) continue;
      const place = { x: x - block.width / 2, y: y - block.height / 2, width: block.width, height: block.height };
      const fromMiddle = Math.hypot(column / AREA_STEPS - 0.5, row / AREA_STEPS - 0.5);
      const cost = fromMiddle * 4 + cornersOutside(place, isInside) * CORNER_COST;
      candidates.push(uprightCandidate(block, { left: place.x, top: place.y, cost }));
    }
  }
  return candidates;
}

function cornersOutside({ x, y, width, height }: Rect, isInside: TestedArea['isInside']): number {
  let outside = 0;
  for (const cornerX of [x, x + width])
    for (const cornerY of [y, y + height]) if (!isInside(cornerX, cornerY)) outside++;
  return outside;
}

/** Most of the axis that a name takes. */
const MOST_SPAN = 0.5;
/** Middles along the axis and shifts across it, as shares of the spine's length and width. */
const ALONG = [0.5, 0.44, 0.56, 0.38, 0.62];
const ACROSS = [0, -0.14, 0.14, -0.28, 0.28];
/** Spaces between characters, in ems: the widest that the area has room for first, never so wide that the name falls apart. */
const GAPS = [0.85, 0.55, 0.3, 0.12] as const;
const LEAST_GAP = 0.12;
/** What a narrower space costs, and what a wide one costs in a name that rises as much as it runs. */
const NARROWER_COST = 0.35;
const RISE_COST = 2;
/** Characters in different rows or columns keep this distance, in ems. */
const LEAST_PITCH = 1.06;
/** A spread name has two characters at least and no more than this. */
const MOST_CHARACTERS = 8;

/**
 * Characters spread over an area along its main axis or a gentle curve through its middle, upright as in the atlases (雁行字列): from left to
 * right, or from top to bottom where the axis stands upright.
 */
function spreadCandidates(wish: LabelWish, { rings, isInside }: TestedArea): LabelCandidate[] {
  const count = [...wish.text].length;
  if (count < 2 || count > MOST_CHARACTERS || !isChinese(wish.text)) return [];
  const ring = largestRing(rings);
  if (!ring) return [];
  const candidates: LabelCandidate[] = [];
  for (const spine of listAreaSpines(rings, spineAngles(ring))) {
    const base = Math.abs(spine.angle) / (Math.PI / 2) + (spine.length < 3 * spine.width ? 0 : -0.5);
    listGaps(wish, spine).forEach((gap, gapIndex) => {
      const pitch = wish.size * (1 + gap);
      ALONG.forEach((along, alongIndex) => {
        ACROSS.forEach((across, acrossIndex) => {
          const cost = base + gapIndex * NARROWER_COST + alongIndex * 0.15 + acrossIndex * 0.35;
          const candidate = spreadOn(wish, isInside, { spine, pitch, along, across: across * spine.width, cost });
          if (candidate) candidates.push(candidate);
        });
      });
    });
  }
  return candidates;
}

/** Spaces at which a name takes no more than its part of the axis; the least where none does. */
function listGaps({ text, size }: LabelWish, { length }: AreaSpine): readonly number[] {
  const count = [...text].length;
  const fitting = GAPS.filter((gap) => (count + (count - 1) * gap) * size <= MOST_SPAN * length);
  return fitting.length > 0 ? fitting : [LEAST_GAP];
}

/** Areas that are longer than wide by less than this have no axis that a name need follow. */
const LEAST_STRETCH = 1.4;
/** Slants on which upright characters still read as one line, or as one column; radians. */
const MOST_SLANT = 0.44;
const LEAST_STEEP = 1.13;

/** Axes along which a name may be spread: level, upright in areas that are higher than wide, and the area's own axis where it is not too steep to be read. */
function spineAngles(ring: readonly number[] | Float64Array): number[] {
  const { angle, stretch } = mainAxis(ring);
  if (stretch < LEAST_STRETCH) return [0];
  const steep = Math.abs(angle);
  if (steep <= MOST_SLANT || steep >= LEAST_STEEP) return [angle, 0];
  return angle > Math.PI / 4 ? [LEAST_STEEP, 0] : [Math.sign(angle) * MOST_SLANT, 0];
}

/** Steps from character to character may be steeper than the axis by so much: where the spine bends; radians. */
const MOST_BEND = 0.1;

/** Whether the next character is far enough from the last and still in one line, or in one column, with it. */
function followsOn([right, down]: readonly [number, number], size: number, angle: number): boolean {
  if (Math.max(Math.abs(right), Math.abs(down)) < LEAST_PITCH * size) return false;
  const slant = Math.atan2(Math.abs(down), Math.abs(right));
  return angle > Math.PI / 4 ? slant >= LEAST_STEEP - MOST_BEND : slant <= MOST_SLANT + MOST_BEND;
}

interface SpreadPlace {
  readonly spine: AreaSpine;
  /** Distance of neighbouring characters, millimetres. */
  readonly pitch: number;
  readonly along: number;
  readonly across: number;
  readonly cost: number;
}

function spreadOn(wish: LabelWish, isInside: TestedArea['isInside'], place: SpreadPlace): LabelCandidate | null {
  const count = [...wish.text].length;
  const { size } = wish;
  const glyphs: GlyphPlace[] = [];
  const boxes: Rect[] = [];
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  let outside = 0;
  for (let i = 0; i < count; i++) {
    const along = place.along + ((i - (count - 1) / 2) * place.pitch) / place.spine.length;
    const [x, y] = place.spine.at(along, place.across);
    if (!isInside(x, y)) return null;
    if (i > 0 && !followsOn([x - lastX, y - lastY], size, place.spine.angle)) return null;
    [lastX, lastY] = [x, y];
    const box = { x: x - size / 2, y: y - (BODY * size) / 2, width: size, height: BODY * size };
    outside += cornersOutside(box, isInside);
    boxes.push(box);
    glyphs.push({ x: box.x, y: y + MIDDLE_TO_BASELINE * size, rotation: 0 });
  }
  const cost = place.cost + (outside / count) * 1.5 + riseOf(boxes) * (place.pitch / size - 1) * RISE_COST;
  return { rotation: 0, glyphs, boxes, cost };
}

/** How much a name rises or falls against its run, at most 1; names that run from top to bottom stand upright and do not. */
function riseOf(boxes: readonly Rect[]): number {
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last) return 0;
  const [right, down] = [Math.abs(last.x - first.x), Math.abs(last.y - first.y)];
  return Math.min(right, down) / Math.max(right, down, 1e-9);
}
