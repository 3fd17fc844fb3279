import type { DrawItem } from '../drawing.ts';
import { hatchItems } from './hatch-lines.ts';
import { imageOf, type LayerDrawing } from './layer-drawing.ts';

/** A hairline of the fill's own colour closes the seams that renderers leave between neighbouring areas, millimetres. */
const SEAM_WIDTH = 0.12;

/** Areas of a `fill` layer: plain or hatched. */
export function drawFillLayer(drawing: LayerDrawing): DrawItem[] {
  const { style, features, sizes, paper } = drawing;
  return features.flatMap((feature): DrawItem[] => {
    const hatch = style.has('fill-pattern') ? imageOf(drawing, 'fill-pattern', feature) : null;
    if (hatch?.kind === 'hatch') return hatchItems(feature.contours, hatch, sizes.length(1, paper));
    if (style.has('fill-pattern')) return [];
    const color = style.color('fill-color', feature, 'fill-opacity');
    if (color === null) return [];
    return [
      {
        kind: 'path',
        contours: feature.contours,
        closed: true,
        fill: color,
        stroke: { color, width: SEAM_WIDTH, join: 'round' },
      },
    ];
  });
}
