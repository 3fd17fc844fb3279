import type { Light } from '../../../indicators/figure.ts';
import { PALETTES } from '../../palettes.ts';
import { resolveImages } from '../../resolve-images.ts';
import { symbolItems } from '../body/draw-image.ts';
import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';

/** A light as colour, shape and letter, the same symbol as on the map; upper left corner at (x, y). */
export function lightMark(
  { palette, language }: Pick<FurnitureKit, 'palette' | 'language'>,
  light: Light,
  place: { readonly x: number; readonly y: number; readonly height: number },
): DrawItem[] {
  const name = `light-${light}`;
  const image = resolveImages([name], { palette: PALETTES[palette], language })[name];
  return image?.kind === 'symbol' ? symbolItems(image, place) : [];
}
