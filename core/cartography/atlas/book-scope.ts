import type { IndicatorContext } from '../../indicators/context.ts';
import type { DrawItem, MeasureText, Rect } from '../sheet/drawing.ts';
import type { PaperDimensions } from '../sheet/paper.ts';
import type { AtlasPlan } from './plan-atlas.ts';

/** What the pages of text of a book are drawn from. */
export interface BookScope {
  readonly plan: AtlasPlan;
  /** The county at the atlas's day, under its plan. */
  readonly context: IndicatorContext;
  readonly measure: MeasureText;
}

/** A place on a page that leads to another page. */
export interface PageLink {
  readonly rect: Rect;
  readonly page: number;
}

/** A page of a book as a drawing list. */
export interface BookPage {
  readonly items: readonly DrawItem[];
  readonly paper: PaperDimensions;
  readonly links: readonly PageLink[];
}
