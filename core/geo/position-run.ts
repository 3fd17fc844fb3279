import type { LonLat } from './lon-lat.ts';

/**
 * Positions `[lon, lat, lon, lat, …]` in degrees, EPSG:4490, in room that is used again for one line after the other: whoever goes through hundreds of
 * thousands of lines makes nothing that has to be let go.
 */
export interface PositionRun {
  /** At least `2 * count` numbers; what follows them means nothing. */
  numbers: Float64Array;
  count: number;
}

/** Positions that most lines have no more than; the room grows with the longest. */
const USUAL_POSITIONS = 256;

/** An empty run. */
export const createPositionRun = (): PositionRun => ({ numbers: new Float64Array(2 * USUAL_POSITIONS), count: 0 });

/** Room for so many positions; what was there is lost when the run has to grow. @returns the run's numbers */
export function reserveRun(run: PositionRun, count: number): Float64Array {
  if (run.numbers.length < 2 * count) run.numbers = new Float64Array(4 * count);
  return run.numbers;
}

/** Takes a line over into a run. */
export function writeRun(line: readonly LonLat[], run: PositionRun): void {
  const { length } = line;
  const numbers = reserveRun(run, length);
  for (let i = 0; i < length; i++) {
    const position = line[i] as LonLat;
    numbers[2 * i] = position[0];
    numbers[2 * i + 1] = position[1];
  }
  run.count = length;
}

/** The positions of a run as a line of its own. */
export function lineOfRun({ numbers, count }: PositionRun): LonLat[] {
  const line: LonLat[] = new Array(count);
  for (let i = 0; i < count; i++) line[i] = [numbers[2 * i] as number, numbers[2 * i + 1] as number];
  return line;
}
