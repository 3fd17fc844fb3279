import { cutRoll, PAPER_LIMITS, type Paper } from './paper.ts';
import { roundScaleFor } from './round-scale.ts';
import { findExactScale, type LayoutRequest } from './sheet-layout.ts';

/** Rolls are cut to whole centimetres. */
const STEP = 10;
/** Panels have this share of the roll's width more than the least they need: length costs little. */
const MORE_FOR_PANELS = 0.2;

/**
 * A piece of a roll, cut to the length that the area needs at its scale; for `fit` the largest round scale that the roll's width allows. Other
 * papers as they are.
 */
export function cutToLength(request: LayoutRequest): Paper {
  const { roll, size } = request.paper;
  if (!roll) return request.paper;
  const pieceOf = (length: number): Paper => cutRoll({ size, width: roll.width }, length);
  const exactAt = (length: number): number => findExactScale({ ...request, paper: pieceOf(length) });
  const scale = request.scale === 'fit' ? roundScaleFor(exactAt(PAPER_LIMITS.longest)) : request.scale;
  let [low, high] = [Math.ceil(roll.width / STEP), Math.floor(PAPER_LIMITS.longest / STEP)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (exactAt(middle * STEP) <= scale * (1 + 1e-9)) high = middle;
    else low = middle + 1;
  }
  const more = request.isMapOnly ? 0 : Math.round((roll.width * MORE_FOR_PANELS) / STEP) * STEP;
  return pieceOf(Math.min(PAPER_LIMITS.longest, low * STEP + more));
}
