import type { DrawItem } from '../drawing.ts';
import type { LayerDrawing } from './layer-drawing.ts';

/** Circles of a `circle` layer; `millimeters` of the layer is the diameter. */
export function drawCircleLayer({ style, features, sizes, paper }: LayerDrawing): DrawItem[] {
  return features.flatMap((feature): DrawItem[] => {
    const pixels = style.number('circle-radius', feature);
    if (pixels <= 0) return [];
    const radius = paper?.millimeters === undefined ? sizes.length(pixels, paper) : sizes.length(pixels, paper) / 2;
    const fill = style.color('circle-color', feature, 'circle-opacity');
    const strokeColor = style.color('circle-stroke-color', feature, 'circle-stroke-opacity');
    const strokePixels = style.number('circle-stroke-width', feature);
    // the outline follows the circle's own scale where the layer fixes the diameter
    const width = (strokePixels * radius) / pixels;
    return feature.contours.map(([x = 0, y = 0]) => ({
      kind: 'circle',
      x,
      y,
      // the style language draws the outline outside the radius
      radius: strokeColor && width > 0 ? radius + width / 2 : radius,
      ...(fill ? { fill } : {}),
      ...(strokeColor && width > 0 ? { stroke: { color: strokeColor, width } } : {}),
    }));
  });
}
