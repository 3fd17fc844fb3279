import { insetRect, type Rect } from '../sheet/drawing.ts';
import { getPaper, type Orientation, type PaperDimensions, paperDimensions, paperMargin } from '../sheet/paper.ts';
import { BINDING_MARGIN } from '../sheet/sheet-layout.ts';
import type { AtlasPaper } from './atlas-spec.ts';

/** A3 books lie, A4 books stand: both are bound at an edge 297 mm long, so that A4 papers can be bound into either. */
export const bookOrientation = (paper: AtlasPaper): Orientation => (paper === 'A3' ? 'landscape' : 'portrait');

/** A page of text: its paper and the room inside its margins, the binding edge at the left. */
export interface TextPaper {
  readonly paper: PaperDimensions;
  readonly content: Rect;
}

/** A page of the book. */
export const createTextPaper = (paper: AtlasPaper): TextPaper => {
  const dimensions = paperDimensions(paper, bookOrientation(paper));
  const margin = paperMargin(getPaper(paper));
  const inside = insetRect({ x: 0, y: 0, ...dimensions }, margin);
  const more = BINDING_MARGIN - margin;
  return { paper: dimensions, content: { ...inside, x: inside.x + more, width: inside.width - more } };
};
