import type { LabelWish } from '../body/layer-drawing.ts';
import type { Rect } from '../drawing.ts';

/** A symbol belongs to a point when its middle is this near, millimetres. */
const SAME_POINT = 0.6;
/** Free room between a symbol and the name beside it, in ems. */
const NAME_GAP = 0.12;

/** Cells of a millimetre; papers are shorter than a row of them, and what lies outside is far from all. */
const ROW = 100_000;
const cellOf = (x: number, y: number): number => Math.round(y) * ROW + Math.round(x);

/** Names stand clear of the symbol on their own point, whichever layer drew it. */
export function keepClearOfSymbols(wishes: readonly LabelWish[], icons: readonly Rect[]): LabelWish[] {
  const byCell = new Map<number, Rect[]>();
  for (const icon of icons) {
    const key = cellOf(icon.x + icon.width / 2, icon.y + icon.height / 2);
    const known = byCell.get(key);
    if (known) known.push(icon);
    else byCell.set(key, [icon]);
  }
  return wishes.map((wish) => {
    const { where } = wish;
    // a text whose one place is the middle of its symbol belongs into it
    if (where.kind !== 'point' || (where.isFixed && where.anchors[0] === 'center')) return wish;
    let half = 0;
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const icon of byCell.get(cellOf(where.x + dx, where.y + dy)) ?? []) {
          const offset = Math.hypot(icon.x + icon.width / 2 - where.x, icon.y + icon.height / 2 - where.y);
          if (offset <= SAME_POINT) half = Math.max(half, icon.height / 2);
        }
    return half === 0 ? wish : { ...wish, where: { ...where, radius: half + NAME_GAP * wish.size } };
  });
}
