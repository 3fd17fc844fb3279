import type { DrawItem, PathItem, Stroke } from '../drawing.ts';
import type { LayerDrawing } from './layer-drawing.ts';
import { offsetLine } from './offset-line.ts';
import type { PaperFeature } from './paper-feature.ts';

/** Lines of a `line` layer; neighbours in drawing order with the same look become one path. */
export function drawLineLayer(drawing: LayerDrawing): DrawItem[] {
  const items: DrawItem[] = [];
  let look = '';
  // lines of the path that was begun last
  let begun: (readonly number[])[] = [];
  for (const feature of drawing.features) {
    const stroke = strokeOf(drawing, feature);
    if (!stroke) continue;
    const offset = drawing.sizes.lineOffset(drawing.style.number('line-offset', feature), drawing.paper);
    const hasOffset = drawing.style.number('line-offset', feature) !== 0;
    if (feature.type === 'Polygon' && hasOffset) {
      items.push(insetOutline(feature, stroke, offset));
      look = '';
      continue;
    }
    const closed = feature.type === 'Polygon';
    const lines = closed ? feature.rings : feature.contours;
    const contours = hasOffset ? lines.map((line) => offsetLine(line, offset)) : lines;
    const thisLook = `${JSON.stringify(stroke)}${closed}`;
    if (thisLook === look) for (const contour of contours) begun.push(contour);
    else {
      begun = [...contours];
      items.push({ kind: 'path', contours: begun, closed, stroke });
    }
    look = thisLook;
  }
  return items;
}

function strokeOf({ style, sizes, paper }: LayerDrawing, feature: PaperFeature): Stroke | null {
  const color = style.color('line-color', feature, 'line-opacity');
  const width = sizes.lineWidth(style.number('line-width', feature), paper);
  if (color === null || width <= 0) return null;
  const dash = style.has('line-dasharray') ? dashOf(style.value('line-dasharray', feature), width) : null;
  return {
    color,
    width: round(width),
    cap: style.text('line-cap', feature) as Stroke['cap'] & string,
    join: style.text('line-join', feature) as Stroke['join'] & string,
    ...(dash ? { dash } : {}),
  };
}

/** Dashes come in line widths and leave in millimetres. */
function dashOf(value: unknown, width: number): readonly number[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  return value.map((length) => round(Number(length) * width));
}

/** A band inside an area's edge: a line of twice its reach, cut to the area. */
function insetOutline(feature: PaperFeature, stroke: Stroke, offset: number): DrawItem {
  const outline: PathItem = {
    kind: 'path',
    contours: feature.rings,
    closed: true,
    stroke: { ...stroke, width: round(2 * offset + stroke.width) },
  };
  return { kind: 'group', clip: feature.rings, items: [outline] };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
