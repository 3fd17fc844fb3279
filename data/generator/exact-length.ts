import { geodesicLengthMeters, roundToMillimeters } from '#core/geo/geodesic-length.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { roundDegrees } from './grid.ts';
import type { RoadLine } from './road-lines.ts';

/** Half a side of the square of stored positions that is searched for an exact length. */
const SEARCH_STEPS = 60;

/** Stored length of a line in whole millimetres. */
export const lengthMillimeters = (positions: readonly LonLat[]): number =>
  Math.round(roundToMillimeters(geodesicLengthMeters(positions)) * 1000);

/**
 * Takes lines from the front until their stored lengths add up to exactly `totalMeters`; the last one is cut where needed, as works are
 * by chainage.
 *
 * @returns the lines taken and the rest, the cut-off part first
 */
export function takeExactLength(
  lines: readonly RoadLine[],
  totalMeters: number,
): { taken: RoadLine[]; rest: RoadLine[] } {
  let left = totalMeters * 1000;
  const taken: RoadLine[] = [];
  for (const [i, line] of lines.entries()) {
    const length = lengthMillimeters(line.positions);
    if (length < left) {
      taken.push(line);
      left -= length;
      continue;
    }
    if (length === left) return { taken: [...taken, line], rest: lines.slice(i + 1) };
    const [first, second] = splitLine(line.positions, left);
    taken.push({ ...line, positions: first });
    return { taken, rest: [{ ...line, positions: second }, ...lines.slice(i + 1)] };
  }
  throw new RangeError(`The lines are ${left / 1000} m too short.`);
}

/** Cuts a line so that its first part has exactly `millimeters`. */
function splitLine(positions: readonly LonLat[], millimeters: number): [LonLat[], LonLat[]] {
  let end = 1;
  while (lengthMillimeters(positions.slice(0, end + 1)) < millimeters) end++;
  const before = positions.slice(0, end);
  const from = positions[end - 1] as LonLat;
  const to = positions[end] as LonLat;
  const share = (millimeters / 1000 - geodesicLengthMeters(before)) / geodesicLengthMeters([from, to]);
  const ideal: LonLat = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  for (let radius = 0; radius <= SEARCH_STEPS; radius++) {
    for (let x = -radius; x <= radius; x++) {
      for (let y = -radius; y <= radius; y++) {
        if (Math.max(Math.abs(x), Math.abs(y)) !== radius) continue;
        const cut: LonLat = [roundDegrees(ideal[0] + x * 1e-7), roundDegrees(ideal[1] + y * 1e-7)];
        if (lengthMillimeters([...before, cut]) === millimeters)
          return [
            [...before, cut],
            [cut, ...positions.slice(end)],
          ];
      }
    }
  }
  throw new RangeError(`No stored position gives exactly ${millimeters} mm.`);
}
