import { haloWidth } from '../body/draw-symbol.ts';
import type { LabelWish } from '../body/layer-drawing.ts';
import type { DrawItem, Rect, TextItem } from '../drawing.ts';
import { polylineItem } from '../shapes.ts';
import type { LabelBlock } from './label-block.ts';
import { ABOVE, type LabelCandidate, LEADING } from './label-candidate.ts';

/** Slant of water names, as in the national atlases' sheared serif. */
const WATER_SHEAR = 0.25;
/** Width of leaders, millimetres. */
const LEADER_WIDTH = 0.15;

/** A name at its place as items of the drawing list. */
export function labelItems(wish: LabelWish, block: LabelBlock, candidate: LabelCandidate): DrawItem[] {
  const look = {
    kind: 'text' as const,
    size: wish.size,
    font: wish.font,
    color: wish.color,
    ...(wish.font === 'serif' ? { shear: WATER_SHEAR } : {}),
    ...(wish.haloColor ? { halo: { color: wish.haloColor, width: haloWidth(wish.size) } } : {}),
  };
  const { glyphs, leader, rotation } = candidate;
  const first = glyphs?.[0];
  if (glyphs && first) {
    const turned = first.rotation !== 0 ? { rotation: first.rotation } : {};
    return [{ ...look, text: wish.text, x: first.x, y: first.y, ...turned, glyphs }];
  }
  const lines = block.lines.map((line, index): TextItem => {
    const [x, y] = candidate.starts?.[index] ?? startInBox(wish, block, { box: candidate.boxes[0], index });
    return {
      ...look,
      text: line,
      x,
      y,
      ...(rotation !== 0 ? { rotation } : {}),
      ...(wish.spacing !== 0 ? { spacing: wish.spacing } : {}),
    };
  });
  return leader ? [polylineItem(leader, { color: wish.color, width: LEADER_WIDTH }), ...lines] : lines;
}

/** Left end of a baseline: lines stand in the middle of their box. */
function startInBox(
  { size }: LabelWish,
  { width, widths }: LabelBlock,
  { box, index }: { readonly box: Rect | undefined; readonly index: number },
): readonly [x: number, y: number] {
  const { x, y } = box ?? { x: 0, y: 0 };
  return [x + (width - (widths[index] ?? 0)) / 2, y + size * (ABOVE + index * LEADING)];
}
