import type { DrawItem, MeasureText, Rect } from '../drawing.ts';

/** Where names may stand. */
export interface LabelGround {
  readonly measure: MeasureText;
  /** Inside of the inner frame. */
  readonly map: Rect;
  /** Furniture inside the frame: no name lies under it. */
  readonly obstacles: readonly Rect[];
  /** Symbols: names avoid them where they can. */
  readonly icons: readonly Rect[];
  /** Symbols that must be seen whole: a name stands on one only where every place of its own does. */
  readonly signs?: readonly Rect[];
  /** What is drawn below the names, whose lines they avoid where they can. */
  readonly drawn?: readonly DrawItem[];
}
