import { distanceOnGrid } from './grid.ts';
import type { RoadLine } from './road-lines.ts';
import type { RoadWorks } from './road-programme.ts';

/** A settlement this far from every village road and highway, and from every site, is still reached by earth tracks only. */
const REMOTE_METERS = 2200;
/** Roads this near to it are tracks: somewhat more than the 2 km of the rural access index (R4). */
const TRACK_METERS = 2120;

/** Roads of groups and houses around the remotest settlements, which no programme has reached yet. */
export function findRemoteTracks({
  lines,
  settlements,
  sites,
}: {
  lines: readonly RoadLine[];
  /** Cells. */
  settlements: readonly number[];
  sites: readonly number[];
}): ReadonlySet<RoadLine> {
  const isMinor = ({ route }: RoadLine): boolean => route.roadClass === 'C';
  const better = lines.filter((line) => !isMinor(line)).flatMap(({ cells }) => cells);
  const isFar = (from: number, meters: number) => (cell: number) => distanceOnGrid(from, cell) > meters;
  const remote = settlements.filter((cell) => [better, sites].every((all) => all.every(isFar(cell, REMOTE_METERS))));
  return new Set(
    lines.filter(
      (line) => isMinor(line) && remote.some((settlement) => !line.cells.every(isFar(settlement, TRACK_METERS))),
    ),
  );
}

/** An earth track; where it is in the programme, its turn comes last. */
export const toTrack = (works: RoadWorks): RoadWorks => ({
  ...works,
  initialSurface: 'earth',
  plannedYear: works.plannedYear === null ? null : 2027,
  begunOn: null,
  completedOn: null,
  acceptedOn: null,
});
