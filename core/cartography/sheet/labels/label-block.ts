import type { LabelWish } from '../body/layer-drawing.ts';
import type { MeasureText } from '../drawing.ts';
import { wrapEvenly } from '../wrap-text.ts';
import { BODY, LEADING } from './label-candidate.ts';

/** A name broken into lines, with its measures in millimetres. */
export interface LabelBlock {
  readonly lines: readonly string[];
  readonly widths: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Names longer than this many ems are broken into lines (the style language's default). */
const LEAST_EMS = 10;
/** Very long names are broken so that the block stays about this much wider than high. */
const SHAPE = 1.6;

/** Breaks a name into lines and measures it; names along lines stay in one piece. */
export function createLabelBlock(wish: LabelWish, measure: MeasureText): LabelBlock {
  const { text, font, size, spacing } = wish;
  const widthOf = (line: string): number => measure(line, font, size) + spacing * ([...line].length - 1);
  const whole = text.includes('\n') ? Infinity : widthOf(text);
  const isShort = whole <= LEAST_EMS * size;
  const width = Math.max(LEAST_EMS * size, Math.sqrt(Math.min(whole, measure(text, font, size)) * size * SHAPE));
  const style = { measure, font, size, width };
  const lines =
    isShort || wish.where.kind === 'line' ? [text] : text.split('\n').flatMap((line) => wrapEvenly(line, style));
  const widths = lines.length === 1 && Number.isFinite(whole) ? [whole] : lines.map(widthOf);
  return { lines, widths, width: Math.max(...widths), height: size * (BODY + (lines.length - 1) * LEADING) };
}
