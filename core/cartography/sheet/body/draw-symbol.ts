import type { DrawItem, Rect } from '../drawing.ts';
import { emForHeight } from '../reading-heights.ts';
import { symbolItems } from './draw-image.ts';
import { FoldedLines } from './fold-lines.ts';
import { listIconRects } from './icon-rects.ts';
import { imageOf, type LabelWish, type LayerDrawing } from './layer-drawing.ts';
import type { StyleFeature } from './layer-style.ts';
import type { PaperFeature } from './paper-feature.ts';

/** What a `symbol` layer gives: its icons, the room they take, and the names that still want a place. */
export interface SymbolLayerParts {
  readonly items: readonly DrawItem[];
  readonly icons: readonly Rect[];
  readonly wishes: readonly LabelWish[];
}

/** Halo of names against their em. */
const HALO = 0.07;

/** Draws the icons of a `symbol` layer and collects its names. */
export function drawSymbolLayer(drawing: LayerDrawing): SymbolLayerParts {
  const items: DrawItem[] = [];
  const icons: Rect[] = [];
  const wishes: LabelWish[] = [];
  const { style, features } = drawing;
  const letteringOf = style.remember(LETTERING_PROPERTIES, (feature) => describeLettering(drawing, feature));
  for (const feature of features) {
    const half = style.has('icon-image') ? drawIcons(drawing, feature, { items, icons }) : 0;
    const wish = style.has('text-field') ? wishOf(drawing, feature, { half, lettering: letteringOf(feature) }) : null;
    if (!wish) continue;
    // a number on its own symbol is part of it: a later symbol covers both
    const onIcon = half > 0 && wish.overlaps && wish.where.kind === 'point' && wish.where.isFixed;
    if (onIcon) items.push(textOnIcon(drawing, feature, wish));
    else wishes.push(...(feature instanceof FoldedLines ? wishByLine(wish) : [wish]));
  }
  return { items, icons, wishes };
}

/** Lines that were folded want their names as if they had come one by one. */
const wishByLine = (wish: LabelWish): readonly LabelWish[] => {
  const { where } = wish;
  if (where.kind !== 'line') return [wish];
  return where.contours.map((contour) => ({ ...wish, where: { ...where, contours: [contour] } }));
};

/** @returns half the icon's size, which names keep away from */
function drawIcons(
  drawing: LayerDrawing,
  feature: PaperFeature,
  into: { readonly items: DrawItem[]; readonly icons: Rect[] },
): number {
  const image = imageOf(drawing, 'icon-image', feature);
  if (image?.kind !== 'symbol') return 0;
  const rects = listIconRects(drawing, feature);
  for (const rect of rects) {
    into.items.push(...symbolItems(image, rect));
    into.icons.push(rect);
  }
  const [first] = rects;
  return first ? Math.max(first.width, first.height) / 2 : 0;
}

/** Text inside symbols is left out below this height: a smear says less than the symbol alone. Millimetres. */
const LEAST_SYMBOL_TEXT = 1.2;

/** Em of a name; of a text that belongs into a symbol in the symbol's own scale, null when it would be too small. */
function emOf({ style, sizes, paper }: LayerDrawing, feature: StyleFeature): number | null {
  const pixels = style.number('text-size', feature);
  const isInSymbol = style.value('text-allow-overlap', feature) === true && !style.has('text-variable-anchor');
  if (!isInSymbol) return emForHeight(sizes.label(pixels, paper));
  const em = sizes.length(pixels, paper?.textMillimeters ? { millimeters: paper.textMillimeters } : paper);
  return em < LEAST_SYMBOL_TEXT ? null : em;
}

/** Text that the style puts at a fixed place of its icon, in the icon's own scale. */
function textOnIcon({ style, sizes, paper }: LayerDrawing, feature: PaperFeature, wish: LabelWish): DrawItem {
  const pixels = style.number('text-size', feature);
  const [x = 0, y = 0] = feature.contours[0] ?? [];
  const [right = 0, down = 0] = (style.value('text-offset', feature) as readonly number[] | undefined) ?? [];
  const em = sizes.length(pixels, paper);
  return {
    kind: 'text',
    text: wish.text,
    x: x + right * em,
    y: y + down * em + wish.size * 0.36,
    size: Math.min(wish.size, em),
    font: wish.font,
    color: wish.color,
    anchor: 'middle',
  };
}

/** What decides how a name looks and where it would stand. */
const LETTERING_PROPERTIES = [
  'text-color',
  'text-opacity',
  'text-size',
  'text-font',
  'text-halo-width',
  'text-halo-color',
  'text-letter-spacing',
  'text-allow-overlap',
  'text-offset',
  'text-anchor',
  'text-variable-anchor',
  'text-radial-offset',
];

/** How the names of features look that agree in what their style rests on. */
interface Lettering extends Pick<LabelWish, 'font' | 'size' | 'color' | 'haloColor' | 'spacing' | 'overlaps'> {
  readonly anchors: readonly string[];
  readonly isFixed: boolean;
  /** From the point, before what stands on it is looked at; millimetres. */
  readonly radius: number;
  readonly shift: readonly [number, number];
}

/** @returns null where no name is to be seen */
function describeLettering(drawing: LayerDrawing, feature: StyleFeature): Lettering | null {
  const { style, paper } = drawing;
  const color = style.color('text-color', feature, 'text-opacity');
  const size = color === null ? null : emOf(drawing, feature);
  if (color === null || size === null) return null;
  const fonts = JSON.stringify(style.value('text-font', feature) ?? '');
  const [shiftX = 0, shiftY = 0] = (style.value('text-offset', feature) as readonly number[] | undefined) ?? [];
  const variable = style.has('text-variable-anchor') ? style.value('text-variable-anchor', feature) : null;
  const isFixed = !Array.isArray(variable);
  const radial = style.has('text-radial-offset') ? style.number('text-radial-offset', feature) * size : 0;
  return {
    font: paper?.water ? 'serif' : /bold/i.test(fonts) ? 'bold' : 'sans',
    size,
    color,
    haloColor: style.number('text-halo-width', feature) > 0 ? style.color('text-halo-color', feature, null) : null,
    spacing: style.number('text-letter-spacing', feature) * size,
    overlaps: style.value('text-allow-overlap', feature) === true,
    anchors: isFixed ? [style.text('text-anchor', feature)] : variable.map(String),
    isFixed,
    // the style's distance is for small screen text; large names on paper stand closer to their point
    radius: Math.min(radial, 0.3 * size + 1.2),
    shift: [shiftX * size, shiftY * size],
  };
}

function wishOf(
  drawing: LayerDrawing,
  feature: PaperFeature,
  { half, lettering }: { readonly half: number; readonly lettering: Lettering | null },
): LabelWish | null {
  if (lettering === null) return null;
  const { style, paper, layerId } = drawing;
  const text = style.text('text-field', feature).trim();
  if (text === '') return null;
  const { font, size, color, haloColor, spacing, overlaps } = lettering;
  return {
    text,
    layerId,
    code: feature.code,
    font,
    size,
    color,
    haloColor,
    spacing,
    priority: paper?.labelPriority ?? 0,
    sortKey: style.has('symbol-sort-key') ? style.number('symbol-sort-key', feature) : 0,
    where: whereOf(drawing, feature, { half, lettering }),
    keepsOffSymbols: paper?.keepsOffSymbols ?? false,
    overlaps,
  };
}

function whereOf(
  { areas }: LayerDrawing,
  feature: PaperFeature,
  { half, lettering }: { readonly half: number; readonly lettering: Lettering },
): LabelWish['where'] {
  const { size, anchors, isFixed, radius, shift } = lettering;
  if (feature.type === 'LineString') return { kind: 'line', contours: feature.contours, offset: shift[1] };
  const [x = 0, y = 0] = feature.contours[0] ?? [];
  const area = areas?.get(feature.code);
  if (area) return { kind: 'area', rings: area.contours, isSpread: true, seat: [x, y] };
  if (feature.type === 'Polygon') return { kind: 'area', rings: feature.contours };
  const besideIcon = half > 0 ? half + 0.15 * size : 0;
  return { kind: 'point', x, y, anchors, isFixed, radius: Math.max(radius, besideIcon), shift };
}

/** Halo width of a name in millimetres. */
export const haloWidth = (size: number): number => Math.max(0.18, size * HALO);
