import type { Rect } from '../../sheet/drawing.ts';
import { BINDING_MARGIN } from '../../sheet/sheet-layout.ts';

/** A4 upright, as papers are handed out and filed. */
export const PAPER_PAGE = { width: 210, height: 297 } as const;

/** Room for text: the binding edge at the left, the foot below. */
export const PAPER_CONTENT: Rect = { x: BINDING_MARGIN, y: 20, width: 160, height: 253 };

/** Character sizes and pitches in millimetres. Body 10.5 points, tables 9 points: read in the hand. */
export const PAPER_TYPE = {
  issuer: 8.4,
  title: 6.2,
  body: 3.75,
  bodyRow: 6.1,
  small: 3.1,
  cell: 3.05,
  cellRow: 4.3,
  cellPadding: 1.2,
  foot: 2.7,
  signatureRow: 15,
} as const;

/** Red of letterheads and of what is late. */
export const LETTER_RED = '#B3261E';
