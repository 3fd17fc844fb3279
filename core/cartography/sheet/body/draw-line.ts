import type { DrawItem, PathItem, Stroke } from '../drawing.ts';
import { FoldedLines, MOST_LINES } from './fold-lines.ts';
import type { LayerDrawing } from './layer-drawing.ts';
import type { StyleFeature } from './layer-style.ts';
import { offsetLine } from './offset-line.ts';
import type { PaperFeature } from './paper-feature.ts';

/** Lines of a `line` layer. Lines with the same look become one path, past others of the same colour: paper has no transparency, so that nobody sees which lies above. */
export function drawLineLayer(drawing: LayerDrawing): DrawItem[] {
  const items: DrawItem[] = [];
  // paths to which lines are still added, by look; all of one colour
  const begun = new Map<string, (readonly number[])[]>();
  let color = '';
  const lookOf = drawing.style.remember(LOOK_PROPERTIES, (feature) => describeLook(drawing, feature));
  for (const feature of drawing.features) {
    const known = lookOf(feature);
    if (!known) continue;
    const { stroke, offset, hasOffset } = known;
    if (stroke.color !== color) begun.clear();
    color = stroke.color;
    if (feature instanceof FoldedLines && !hasOffset) {
      items.push({ kind: 'path', contours: feature.packed, closed: false, stroke });
      continue;
    }
    const closed = feature.type === 'Polygon';
    if (closed && hasOffset) {
      items.push(insetOutline(feature, stroke, offset));
      begun.clear();
      continue;
    }
    const lines = closed ? feature.rings : feature.contours;
    const contours = hasOffset ? lines.map((line) => offsetLine(line, offset)) : lines;
    const look = closed ? known.closedKey : known.openKey;
    const path = begun.get(look);
    if (path && path.length < MOST_LINES) for (const contour of contours) path.push(contour);
    else {
      const path = [...contours];
      begun.set(look, path);
      items.push({ kind: 'path', contours: path, closed, stroke });
    }
  }
  return items;
}

/** What decides how a line looks. */
const LOOK_PROPERTIES = [
  'line-color',
  'line-opacity',
  'line-width',
  'line-offset',
  'line-dasharray',
  'line-cap',
  'line-join',
];

/** How the line of a feature looks; equal looks have equal keys. */
interface LineLook {
  readonly stroke: Stroke;
  readonly offset: number;
  readonly hasOffset: boolean;
  readonly openKey: string;
  readonly closedKey: string;
}

function describeLook(drawing: LayerDrawing, feature: StyleFeature): LineLook | null {
  const { style, sizes, paper } = drawing;
  const stroke = strokeOf(drawing, feature);
  if (!stroke) return null;
  const offset = style.number('line-offset', feature);
  const key = JSON.stringify(stroke);
  return {
    stroke,
    offset: sizes.lineOffset(offset, paper),
    hasOffset: offset !== 0,
    openKey: `${key}false`,
    closedKey: `${key}true`,
  };
}

function strokeOf({ style, sizes, paper }: LayerDrawing, feature: StyleFeature): Stroke | null {
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
