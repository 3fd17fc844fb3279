import type { IndicatorContext } from '../../indicators/context.ts';
import type { Orientation } from '../sheet/paper.ts';
import { createGround } from '../sheet/sheet-ground.ts';
import type { SheetSpec } from '../sheet/sheet-spec.ts';

/**
 * The way a paper should lie for an area: that of the larger round scale, lying when both give the same.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `unknown_paper`
 */
export function chooseOrientation(spec: Omit<SheetSpec, 'orientation'>, context: IndicatorContext): Orientation {
  const scaleOf = (orientation: Orientation): number =>
    createGround({ spec: { ...spec, orientation, scale: 'fit' }, context }).layout.scale;
  return scaleOf('portrait') < scaleOf('landscape') ? 'portrait' : 'landscape';
}
