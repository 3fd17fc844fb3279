import type { Rect } from '../drawing.ts';
import { anchorFractions } from './anchor-fractions.ts';
import { imageOf, type LayerDrawing } from './layer-drawing.ts';
import type { StyleFeature } from './layer-style.ts';
import type { PaperFeature } from './paper-feature.ts';
import { pointsAlong } from './points-along.ts';

/** Room that the icons of a feature of a `symbol` layer take. */
export function listIconRects(drawing: LayerDrawing, feature: PaperFeature): readonly Rect[] {
  const icon = iconOf(drawing, feature);
  if (icon === null) return [];
  const { width, height, along, offset } = icon;
  return placesOf(drawing, feature).map(([x, y]) => ({
    x: x - along[0] * width + offset[0],
    y: y - along[1] * height + offset[1],
    width,
    height,
  }));
}

const ICON_PROPERTIES = ['icon-image', 'icon-size', 'icon-anchor', 'icon-offset'];

/** The icon of features that agree in what their style rests on. */
interface Icon extends Pick<Rect, 'width' | 'height'> {
  /** Where its anchor lies, as fractions of its width and height, and how far that is from the place, millimetres. */
  readonly along: readonly [number, number];
  readonly offset: readonly [number, number];
}

/** Looked up for each style once: marks are listed to stand apart, and again to be drawn. */
const iconFinders = new WeakMap<LayerDrawing['style'], (feature: StyleFeature) => Icon | null>();

function iconOf(drawing: LayerDrawing, feature: PaperFeature): Icon | null {
  const { style } = drawing;
  let find = iconFinders.get(style);
  if (!find) {
    find = style.remember(ICON_PROPERTIES, (each) => describeIcon(drawing, each));
    iconFinders.set(style, find);
  }
  return find(feature);
}

function describeIcon(drawing: LayerDrawing, feature: StyleFeature): Icon | null {
  const image = imageOf(drawing, 'icon-image', feature);
  if (image?.kind !== 'symbol') return null;
  const { style, sizes, paper } = drawing;
  const iconSize = style.number('icon-size', feature);
  const most = paper?.mostShareOfMap === undefined ? Infinity : paper.mostShareOfMap * drawing.mapMillimeters;
  const height = Math.min(most, sizes.length(image.heightPixels * iconSize, paper));
  const [offsetX = 0, offsetY = 0] = (style.value('icon-offset', feature) as readonly number[] | undefined) ?? [];
  const perPixel = height / image.heightPixels;
  return {
    width: height * image.aspect,
    height,
    along: anchorFractions(style.text('icon-anchor', feature)),
    offset: [offsetX * perPixel, offsetY * perPixel],
  };
}

/** Points of a feature where icons stand. */
function placesOf(drawing: LayerDrawing, feature: PaperFeature): readonly (readonly [number, number])[] {
  const placement = drawing.style.text('symbol-placement', feature);
  if (feature.type === 'Point') return feature.contours.map(([x = 0, y = 0]) => [x, y]);
  const spacing = drawing.sizes.length(drawing.style.number('symbol-spacing', feature), undefined);
  const contours = feature.type === 'Polygon' ? feature.rings : feature.contours;
  return contours.flatMap((contour) => pointsAlong(contour, placement === 'line' ? spacing : Infinity));
}
