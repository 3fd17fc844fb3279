import type { LabelWish } from '../body/layer-drawing.ts';
import type { GlyphPlace, MeasureText, Rect } from '../drawing.ts';
import type { LabelBlock } from './label-block.ts';
import { BODY, isChinese, type LabelCandidate, MIDDLE_TO_BASELINE } from './label-candidate.ts';
import type { LineStretch } from './line-stretches.ts';
import { createPathWalker, type PathWalker } from './path-walker.ts';

/** A wish along a line. */
export type LinePlace = Extract<LabelWish['where'], { kind: 'line' }>;

/** Names of so few Latin letters and figures stand as one straight piece: road numbers. */
const MOST_STRAIGHT = 8;

/** Ways to set a name along a stretch of its line: character by character along the curve, road numbers in one straight piece. */
export function lineCandidates(
  wish: LabelWish,
  block: LabelBlock,
  at: { readonly stretch: LineStretch; readonly offset: number; readonly measure: MeasureText },
): LabelCandidate[] {
  const { stretch, offset, measure } = at;
  const walker = createPathWalker(stretch.line, wish.size);
  const characters = [...wish.text];
  const straight = !isChinese(wish.text) && characters.length <= MOST_STRAIGHT;
  const sides = offset !== 0 ? [offset] : sidesOf(wish);
  if (straight) return eachMiddle(stretch, block.width, (middle) => alongChord(wish, block, { walker, middle, sides }));
  const widths = characters.map((character) => measure(character, wish.font, wish.size));
  const bare = widths.reduce((sum, width) => sum + width, 0);
  const gaps = Math.max(1, characters.length - 1);
  return gapsOf(wish, (stretch.slack * 2 * SPREAD_SHARE - bare) / gaps).flatMap((gap, index) =>
    eachMiddle(stretch, bare + gap * gaps, (middle) =>
      alongCurve(wish, { walker, widths, gap, length: bare + gap * gaps, middle, sides, cost: index * 0.5 }),
    ),
  );
}

/** Share of a stretch that a spread name takes, and most space between its characters in ems. */
const SPREAD_SHARE = 0.4;
const MOST_GAP = 1.3;

/** Spaces between characters: water names spread along their river as far as there is room, others stand as the style says. */
function gapsOf(wish: LabelWish, ideal: number): number[] {
  if (wish.font !== 'serif' || !isChinese(wish.text)) return [wish.spacing];
  const wide = Math.max(wish.spacing, Math.min(MOST_GAP * wish.size, ideal));
  return wide > wish.spacing * 1.6 ? [wide, (wide + wish.spacing) / 2, wish.spacing] : [wish.spacing];
}

/** Water names stand beside the thin line of the river, other names on their line. Offsets of the name's middle, up positive, in order. */
const sidesOf = ({ font, size }: LabelWish): number[] =>
  font === 'serif' ? [0.75 * size, -0.75 * size, 0] : [0, 0.85 * size, -0.85 * size];

/** Middles tried on each side of the best. */
const MOST_STEPS = 7;
/** Cost of the far end of a stretch. */
const END_COST = 1;

function eachMiddle(
  stretch: LineStretch,
  length: number,
  make: (middle: number) => readonly LabelCandidate[],
): LabelCandidate[] {
  const free = Math.min(stretch.slack, Math.min(stretch.middle, stretch.total - stretch.middle) - length / 2);
  if (free < 0) return [];
  const steps = Math.min(MOST_STEPS, Math.ceil(free / Math.max(length * 0.3, 2)));
  const candidates: LabelCandidate[] = [];
  for (let step = -steps; step <= steps; step++) {
    const aside = steps === 0 ? 0 : step / steps;
    for (const candidate of make(stretch.middle + aside * free))
      candidates.push({ ...candidate, cost: candidate.cost + Math.abs(aside) * END_COST });
  }
  return candidates;
}

/** Neighbouring characters turn against each other by no more than this, and no character leans more; radians. */
const MOST_TURN = 0.6;
const MOST_LEAN = 0.96;
/** Neighbouring characters keep at least this share of their distance where the line bends towards them. */
const LEAST_CLOSENESS = 0.85;

interface CurvePlace {
  readonly walker: PathWalker;
  readonly widths: readonly number[];
  readonly gap: number;
  readonly length: number;
  readonly middle: number;
  readonly sides: readonly number[];
  readonly cost: number;
}

/**
 * Characters one by one along the curve. Where it runs more across than down they are read from left to right, their feet on the curve;
 * Chinese where it runs more down than across from top to bottom, so that no character leans by more than about 50 degrees (屈曲字列).
 */
function alongCurve(wish: LabelWish, place: CurvePlace): LabelCandidate[] {
  const { walker, widths, gap, length, middle, sides } = place;
  const [fromX, fromY] = walker.at(middle - length / 2);
  const [toX, toY] = walker.at(middle + length / 2);
  const isDown = isChinese(wish.text) && Math.abs(toY - fromY) > Math.abs(toX - fromX);
  const isBackwards = isDown ? toY < fromY : toX < fromX;
  const direction = isBackwards ? -1 : 1;
  let along = middle - (direction * length) / 2;
  const places = widths.map((width) => {
    const center = along + (direction * width) / 2;
    along += direction * (width + gap);
    const [x, y] = walker.at(center);
    const tangent = walker.angleAt(center) + (isBackwards ? Math.PI : 0);
    return { x, y, width, tangent, turn: normalAngle(isDown ? tangent - Math.PI / 2 : tangent) };
  });
  let bend = 0;
  for (let i = 0; i < places.length; i++) {
    const lean = Math.abs(places[i]?.turn ?? 0);
    if (lean > MOST_LEAN) return [];
    const turned = i === 0 ? 0 : Math.abs((places[i]?.turn ?? 0) - (places[i - 1]?.turn ?? 0));
    if (turned > MOST_TURN) return [];
    bend += turned / widths.length + (lean * 0.3) / widths.length;
  }
  return sides.flatMap((side, index) => {
    const candidate = setGlyphs(wish.size, places, side);
    if (!candidate) return [];
    return [{ ...candidate, cost: place.cost + bend * 4 + index * 0.7 + (isDown ? 0.2 : 0) }];
  });
}

interface CharacterPlace {
  /** Point of the curve. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Direction of reading, and the character's own turn; radians. */
  readonly tangent: number;
  readonly turn: number;
}

function setGlyphs(size: number, places: readonly CharacterPlace[], side: number): Omit<LabelCandidate, 'cost'> | null {
  const glyphs: GlyphPlace[] = [];
  const boxes: Rect[] = [];
  let last: readonly [number, number] | null = null;
  for (let i = 0; i < places.length; i++) {
    const place = places[i];
    if (!place) continue;
    const x = place.x + side * Math.sin(place.tangent);
    const y = place.y - side * Math.cos(place.tangent);
    const before = places[i - 1];
    if (last && before) {
      const least = ((place.width + before.width) / 2) * LEAST_CLOSENESS;
      if (Math.hypot(x - last[0], y - last[1]) < least) return null;
    }
    last = [x, y];
    const [cos, sin] = [Math.cos(place.turn), Math.sin(place.turn)];
    const down = MIDDLE_TO_BASELINE * size;
    glyphs.push({
      x: x - (place.width / 2) * cos - down * sin,
      y: y - (place.width / 2) * sin + down * cos,
      rotation: (place.turn * 180) / Math.PI,
    });
    boxes.push(turnedBox([x, y], [place.width, BODY * size], place.turn));
  }
  return { rotation: 0, glyphs, boxes };
}

/** Upright box around a turned one. */
function turnedBox([x, y]: readonly [number, number], [width, height]: readonly [number, number], turn: number): Rect {
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const across = width * cos + height * sin;
  const down = width * sin + height * cos;
  return { x: x - across / 2, y: y - down / 2, width: across, height: down };
}

/** An angle from -pi to pi. */
function normalAngle(angle: number): number {
  let normal = angle;
  while (normal > Math.PI) normal -= 2 * Math.PI;
  while (normal <= -Math.PI) normal += 2 * Math.PI;
  return normal;
}

/** A straight name follows a line only where the line leaves its chord by less than this many ems. */
const MOST_BEND = 0.45;

function alongChord(
  wish: LabelWish,
  block: LabelBlock,
  at: { readonly walker: PathWalker; readonly middle: number; readonly sides: readonly number[] },
): LabelCandidate[] {
  const first = at.walker.exactAt(at.middle - block.width / 2);
  const last = at.walker.exactAt(at.middle + block.width / 2);
  // read from left to right, upwards when the line stands upright
  const [left, right] = first[0] <= last[0] ? [first, last] : [last, first];
  const angle = Math.atan2(right[1] - left[1], right[0] - left[0]);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2] as const;
  let bend = 0;
  for (let i = 1; i < 6; i++) {
    const [x, y] = at.walker.exactAt(at.middle + block.width * (i / 6 - 0.5));
    bend = Math.max(bend, Math.abs(-(x - middle[0]) * sin + (y - middle[1]) * cos));
  }
  if (bend > MOST_BEND * wish.size) return [];
  return at.sides.map((side, index) => {
    const center = [middle[0] + side * sin, middle[1] - side * cos] as const;
    const down = MIDDLE_TO_BASELINE * wish.size;
    const start = [
      center[0] - (block.width / 2) * cos - down * sin,
      center[1] - (block.width / 2) * sin + down * cos,
    ] as const;
    return {
      starts: [start],
      rotation: (angle * 180) / Math.PI,
      boxes: boxesAlong(wish.size, block.width, { center, angle }),
      cost: (bend / wish.size) * 3 + index * 0.7,
    };
  });
}

/** Boxes along a slanted name that together cover it. */
function boxesAlong(
  size: number,
  width: number,
  { center, angle }: { readonly center: readonly [number, number]; readonly angle: number },
): Rect[] {
  const count = Math.abs(angle) < 0.05 ? 1 : Math.max(1, Math.ceil(width / size));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return Array.from({ length: count }, (_, i) => {
    const along = ((i + 0.5) / count - 0.5) * width;
    return turnedBox([center[0] + along * cos, center[1] + along * sin], [width / count, BODY * size], angle);
  });
}
