import type { DrawItem, Stroke } from '../drawing.ts';
import type { SheetOptions } from '../sheet-spec.ts';

/** Texts lighter than this stand on something dark, or are a watermark; all others are set in pure black. Share of white. */
const LIGHT_TEXT = 0.72;

/**
 * A drawing list for a black and white printer: every colour as the grey of its luminance, texts in pure black. What a map's own black and white
 * palette draws stays as it is.
 */
export function printInBlack(items: readonly DrawItem[]): DrawItem[] {
  return items.map(itemInBlack);
}

/** A drawing list in the colours that a sheet is asked for in. */
export const printInColors = (
  items: readonly DrawItem[],
  { colors }: Pick<SheetOptions, 'colors'>,
): readonly DrawItem[] => (colors === 'mono' ? printInBlack(items) : items);

function itemInBlack(item: DrawItem): DrawItem {
  switch (item.kind) {
    case 'group':
      return { ...item, items: printInBlack(item.items) };
    case 'text':
      return {
        ...item,
        color: item.outlineWidth === undefined ? blackUnlessLight(item.color) : greyOf(item.color),
        ...(item.halo ? { halo: { ...item.halo, color: greyOf(item.halo.color) } } : {}),
      };
    case 'path':
    case 'circle':
      return {
        ...item,
        ...(item.fill ? { fill: greyOf(item.fill) } : {}),
        ...(item.stroke ? { stroke: strokeInGrey(item.stroke) } : {}),
      };
    case 'image':
      return item;
  }
}

const strokeInGrey = (stroke: Stroke): Stroke => ({ ...stroke, color: greyOf(stroke.color) });

const blackUnlessLight = (color: string): string => (lumaOf(color) > LIGHT_TEXT ? greyOf(color) : '#000000');

/** Share of white that a printer driver makes of a colour `#RRGGBB` (luma of ITU-R BT.601). */
function lumaOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16));
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

function greyOf(color: string): string {
  const channel = Math.round(lumaOf(color) * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();
  return `#${channel}${channel}${channel}`;
}
