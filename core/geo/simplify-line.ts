import type { LonLat } from './lon-lat.ts';
import { createPositionRun, type PositionRun, writeRun } from './position-run.ts';

/** Room for one line and the marks of its positions: a sheet has hundreds of thousands, one after the other. */
const scratch = createPositionRun();
let marks = new Uint8Array(1024);
/** Pairs of numbers: the stretches that are still to be looked at. */
const stack: number[] = [];

/**
 * A line with fewer positions that stays within a tolerance of the original; both ends stay. The line itself where all positions stay.
 *
 * @param toleranceDegrees degrees of latitude; longitudes are scaled by the cosine of the latitude
 * @see Douglas & Peucker 1973, "Algorithms for the reduction of the number of points", Cartographica 10(2)
 */
export function simplifyLine(line: readonly LonLat[], toleranceDegrees: number): readonly LonLat[] {
  const { length } = line;
  if (length <= 2) return line;
  writeRun(line, scratch);
  if (markKept(scratch, toleranceDegrees) === length) return line;
  const kept: LonLat[] = [];
  for (let i = 0; i < length; i++) if (marks[i] === 1) kept.push(line[i] as LonLat);
  return kept;
}

/** The same for positions of a run, in place. */
export function simplifyRun(run: PositionRun, toleranceDegrees: number): void {
  const { numbers, count } = run;
  if (count <= 2 || markKept(run, toleranceDegrees) === count) return;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    if (marks[i] !== 1) continue;
    numbers[2 * kept] = numbers[2 * i] as number;
    numbers[2 * kept + 1] = numbers[2 * i + 1] as number;
    kept++;
  }
  run.count = kept;
}

/** Marks the positions that stay with 1. @returns how many these are */
function markKept({ numbers, count }: PositionRun, toleranceDegrees: number): number {
  if (marks.length < count) marks = new Uint8Array(count * 2);
  const keep = marks.fill(0, 0, count);
  keep[0] = 1;
  keep[count - 1] = 1;
  let kept = 2;
  const scale = Math.cos(((numbers[1] as number) * Math.PI) / 180);
  const tolerance2 = toleranceDegrees * toleranceDegrees;
  stack.push(0, count - 1);
  while (stack.length > 0) {
    const to = stack.pop() as number;
    const from = stack.pop() as number;
    const index = farthestBeyond(numbers, { from, to, scale, tolerance2 });
    if (index < 0) continue;
    keep[index] = 1;
    kept++;
    if (index - from > 1) stack.push(from, index);
    if (to - index > 1) stack.push(index, to);
  }
  return kept;
}

/** The position between two others that is farthest from their chord; -1 where none is farther than the tolerance. */
function farthestBeyond(
  numbers: Float64Array,
  {
    from,
    to,
    scale,
    tolerance2,
  }: { readonly from: number; readonly to: number; readonly scale: number; readonly tolerance2: number },
): number {
  const ax = numbers[2 * from] as number;
  const ay = numbers[2 * from + 1] as number;
  const dx = ((numbers[2 * to] as number) - ax) * scale;
  const dy = (numbers[2 * to + 1] as number) - ay;
  const length2 = dx * dx + dy * dy;
  let index = from;
  let distance2 = -1;
  for (let i = from + 1; i < to; i++) {
    const px = ((numbers[2 * i] as number) - ax) * scale;
    const py = (numbers[2 * i + 1] as number) - ay;
    const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
    const awayX = px - share * dx;
    const awayY = py - share * dy;
    const away2 = awayX * awayX + awayY * awayY;
    if (away2 > distance2) {
      distance2 = away2;
      index = i;
    }
  }
  return distance2 <= tolerance2 ? -1 : index;
}
