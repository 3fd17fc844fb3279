import type { Contour, GlyphPlace, Rect } from '../drawing.ts';

/** One way to set a name: where its lines or characters begin, and the room it takes. Lower cost is better. */
export interface LabelCandidate {
  /** Left end of each line's baseline; without it the lines stand upright in the middle of the first box, from its top. */
  readonly starts?: readonly (readonly [x: number, y: number])[];
  /** Of the lines, clockwise, degrees. */
  readonly rotation: number;
  /** A place for each character instead of lines: names along a line or spread over an area. */
  readonly glyphs?: readonly GlyphPlace[];
  /** A thin line from the point to a name that stands off. */
  readonly leader?: Contour;
  readonly boxes: readonly Rect[];
  readonly cost: number;
}

/** A place of which the cost is still being summed up. */
export type PricedCandidate = Omit<LabelCandidate, 'cost'> & { cost: number };

/** Chinese characters reach from 0.86 em above to 0.1 em below the baseline. */
export const ABOVE = 0.86;
/** Their height from top to bottom, in ems. */
export const BODY = 0.96;
/** Line pitch of broken names. */
export const LEADING = 1.12;

/** From the middle of a character down to its baseline, in ems. */
export const MIDDLE_TO_BASELINE = ABOVE - BODY / 2;

/** Whether a text is set character by character as Chinese is: then its characters may stand apart and one below the other. */
export const isChinese = (text: string): boolean => /^[\u2E80-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+$/u.test(text);
