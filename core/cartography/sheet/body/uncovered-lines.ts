import { createInsideTest } from '../inside-test.ts';
import type { LabelWish } from './layer-drawing.ts';

/**
 * Names of lines only where the lines show: stretches under surfaces that are drawn over them (the veil outside the mapped unit, which is opaque on
 * paper) are cut off, and a line that is wholly covered has no name. Cut at vertices.
 */
export function keepToUncovered(
  wishes: readonly LabelWish[],
  covers: readonly (readonly (readonly number[])[])[],
): readonly LabelWish[] {
  if (covers.length === 0) return wishes;
  const tests = covers.map(createInsideTest);
  return wishes.flatMap((wish): LabelWish[] => {
    const { where } = wish;
    if (where.kind !== 'line') return [wish];
    const contours = where.contours.flatMap((line) => cutLine(line, tests));
    return contours.length === 0 ? [] : [{ ...wish, where: { ...where, contours } }];
  });
}

function cutLine(
  line: readonly number[],
  covers: readonly ((x: number, y: number) => boolean)[],
): (readonly number[])[] {
  const stretches: number[][] = [];
  let stretch: number[] = [];
  for (let i = 0; i < line.length; i += 2) {
    const x = line[i] ?? 0;
    const y = line[i + 1] ?? 0;
    if (!covers.some((isInside) => isInside(x, y))) {
      stretch.push(x, y);
      continue;
    }
    if (stretch.length >= 4) stretches.push(stretch);
    stretch = [];
  }
  if (stretch.length >= 4) stretches.push(stretch);
  return stretches;
}
