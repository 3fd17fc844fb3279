import type { LegendEntry, LegendSwatch } from '../../map-definition.ts';

/** Steps of lightness (CIE L*, 0 to 100) that two areas apart on a photocopy are told by. */
const LEAST_STEP = 8;

/** Whether two legend lines are told apart by nothing but a colour, and their lightness is nearly the same. */
export function collapseInGrey(a: Pick<LegendEntry, 'swatches'>, b: Pick<LegendEntry, 'swatches'>): boolean {
  if (a.swatches.length !== b.swatches.length || a.swatches.length === 0) return false;
  let differs = false;
  for (const [index, one] of a.swatches.entries()) {
    const other = b.swatches[index];
    if (!other || shapeOf(one) !== shapeOf(other)) return false;
    for (const name of ['color', 'stroke'] as const) {
      if (one[name] === other[name]) continue;
      differs = true;
      if (Math.abs(lightnessOf(one[name], one.opacity) - lightnessOf(other[name], other.opacity)) >= LEAST_STEP)
        return false;
    }
  }
  return differs;
}

/** All of a swatch but its colours. */
const shapeOf = ({ layerId, size, strokeWidth, dash, image, text }: LegendSwatch): string =>
  // layers that repeat a class by their dash are one look
  JSON.stringify([layerId, size, strokeWidth, dash, image, text]);

/** Lightness L* of a colour `#RRGGBB` (sRGB, IEC 61966-2-1) over white paper; no colour is white. */
function lightnessOf(color: string | null, opacity: number): number {
  if (color === null) return 100;
  const [red = 1, green = 1, blue = 1] = [1, 3, 5].map((at) => {
    const channel = (Number.parseInt(color.slice(at, at + 2), 16) / 255) * opacity + (1 - opacity);
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 216 / 24_389 ? 116 * Math.cbrt(luminance) - 16 : (luminance * 24_389) / 27;
}
