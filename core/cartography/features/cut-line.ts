import type { LonLat } from '../../geo/lon-lat.ts';
import { createPositionRun, lineOfRun, type PositionRun, reserveRun, writeRun } from '../../geo/position-run.ts';

const whole = createPositionRun();
const scratch = createPositionRun();

/**
 * The stretch of a line between two fractions of its planar length in degrees, as `SegmentPieces` counts them.
 *
 * @param from 0 to 1
 * @param to 0 to 1, more than `from`
 */
export function cutLine(line: readonly LonLat[], from: number, to: number): readonly LonLat[] {
  if (from <= 0 && to >= 1) return line;
  writeRun(line, whole);
  writeStretch({ positions: whole.numbers, first: 0, end: whole.count, from, to }, scratch);
  return lineOfRun(scratch);
}

/** A stretch of a line that lies between others: positions from `first` to before `end` of `[lon, lat, …]`. */
export interface PackedStretch {
  readonly positions: Float64Array;
  readonly first: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** The same stretch, written into a run. */
export function writeStretch(stretch: PackedStretch, run: PositionRun): void {
  const { positions, first, end } = stretch;
  const numbers = reserveRun(run, end - first + 1);
  if (stretch.from > 0 || stretch.to < 1) {
    run.count = writePart(stretch, numbers) / 2;
    return;
  }
  let written = 0;
  for (let i = 2 * first; i < 2 * end; i++) numbers[written++] = positions[i] as number;
  run.count = end - first;
}

/** @returns how many numbers were written */
function writePart({ positions, first, end, from, to }: PackedStretch, into: Float64Array): number {
  let total = 0;
  for (let i = first + 1; i < end; i++) total += lengthBefore(positions, i);
  const start = from * total;
  const stop = to * total;
  let written = 0;
  let along = 0;
  for (let i = first + 1; i < end && along < stop; i++) {
    const length = lengthBefore(positions, i);
    const next = along + length;
    if (next > start && length > 0) {
      if (written === 0)
        written = writeBetween(into, written, { positions, i, share: Math.max(0, (start - along) / length) });
      written = writeBetween(into, written, { positions, i, share: next <= stop ? 1 : (stop - along) / length });
    }
    along = next;
  }
  return written;
}

/** Planar length from the position before to position `i`. */
function lengthBefore(positions: Float64Array, i: number): number {
  const dx = (positions[2 * i] as number) - (positions[2 * i - 2] as number);
  const dy = (positions[2 * i + 1] as number) - (positions[2 * i - 1] as number);
  return Math.sqrt(dx * dx + dy * dy);
}

/** Writes a place between the position before and position `i`. @returns the place after what was written */
function writeBetween(
  into: Float64Array,
  at: number,
  { positions, i, share }: { readonly positions: Float64Array; readonly i: number; readonly share: number },
): number {
  for (let axis = 0; axis < 2; axis++) {
    const a = positions[2 * i - 2 + axis] as number;
    const b = positions[2 * i + axis] as number;
    // the end itself, not what rounding makes of it
    into[at + axis] = share === 1 ? b : a + (b - a) * share;
  }
  return at + 2;
}
