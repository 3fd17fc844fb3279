import type { Contour, Contours, PackedContours } from './drawing.ts';

/** Contours whose numbers lie one after the other, each up to its end. */
export const packContours = (numbers: Float64Array, ends: Int32Array): PackedContours => ({
  numbers,
  ends,
  length: ends.length,
  *[Symbol.iterator]() {
    let start = 0;
    for (const end of ends) {
      yield numbers.subarray(start, end);
      start = end;
    }
  },
});

/** Visits contours one after the other: the numbers from `start` to before `end` are the contour's. */
export function forEachContour(
  contours: Contours,
  visit: (numbers: Contour, start: number, end: number) => void,
): void {
  if (!('ends' in contours)) {
    for (const contour of contours) visit(contour, 0, contour.length);
    return;
  }
  const { numbers, ends } = contours;
  let start = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i] as number;
    visit(numbers, start, end);
    start = end;
  }
}
