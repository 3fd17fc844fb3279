import { dateToDay } from '#core/county/dates.ts';
import type { RoadClass } from '#core/county/kinds.ts';
import type { SegmentRow } from '#core/county/things.ts';
import { METERS_PER_KILOMETER, YUAN_PER_WAN } from '#core/units.ts';
import { lengthMillimeters, takeExactLength } from './exact-length.ts';
import { createRandom } from './random.ts';
import { toTrack } from './remote-tracks.ts';
import type { RoadLine } from './road-lines.ts';
import { completeWorks, planRoadWorks, type RoadWorks } from './road-programme.ts';

/** Sample cost of hardening in 万元 per km by class (示例). */
const COST_WAN_PER_KM: Readonly<Record<RoadClass, number>> = { G: 900, S: 600, X: 260, Y: 85, C: 58, Z: 80 };
const DOOR_COST_WAN_PER_KM = 32;

/** A segment with the village it mostly lies in. */
export interface SegmentDraft extends SegmentRow {
  readonly village: number;
}

interface DressedLine {
  readonly line: RoadLine;
  readonly works: RoadWorks;
  readonly village: number;
}

/** Completion of the 3.0 km that are done in 石坪村. */
const SHIPING_DONE = ['2024-10-18', '2025-05-16', '2026-04-24'];

/**
 * Dresses the road lines as segments. In the village `exact` exactly 10.0 km are planned and 3.0 km of them completed.
 *
 * @param villageOf village of a cell
 * @param isInside whether a line lies wholly inside the exact village
 * @param isNear whether any part of it could lie in that village
 * @param tracks lines that are still earth tracks
 */
export function createSegmentDrafts({
  seed,
  lines,
  villageOf,
  exact,
  isInside,
  isNear,
  tracks,
}: {
  seed: number;
  lines: readonly RoadLine[];
  villageOf: (cell: number) => number;
  exact: number;
  isInside: (line: RoadLine) => boolean;
  isNear: (line: RoadLine) => boolean;
  tracks: ReadonlySet<RoadLine>;
}): SegmentDraft[] {
  const works = planRoadWorks(seed, [...new Set(lines.map(({ route }) => route))]);
  const dressed: DressedLine[] = [];
  const exactLines: RoadLine[] = [];
  for (const line of lines) {
    const planned = works.get(line.route) as RoadWorks;
    const own = tracks.has(line) ? toTrack(planned) : planned;
    const touches = isNear(line);
    const village = villageOf(line.cells[line.cells.length >> 1] as number);
    if (touches && isInside(line) && line.route.roadFunction !== null) exactLines.push(line);
    // what only touches the village is kept out of the programme, so that the planned length is exact
    else dressed.push({ line, village, works: touches ? withoutProgramme(own) : own });
  }
  dressed.push(...dressExactVillage(seed, exactLines, works).map((entry) => ({ ...entry, village: exact })));
  const order = new Map(lines.map((line, i) => [line.cells, i]));
  dressed.sort((a, b) => (order.get(a.line.cells) ?? 0) - (order.get(b.line.cells) ?? 0));
  return dressed.map((entry, i) => createSegment(`LD${String(i + 1).padStart(5, '0')}`, entry));
}

/** Works of the exact village: done, begun, planned, none. */
function dressExactVillage(
  seed: number,
  lines: readonly RoadLine[],
  works: ReadonlyMap<RoadLine['route'], RoadWorks>,
): Omit<DressedLine, 'village'>[] {
  const random = createRandom(seed, 'exact village');
  const order = ['village_access', 'group_access', 'industry', 'door'];
  const sorted = [...lines].sort(
    (a, b) => order.indexOf(a.route.roadFunction ?? '') - order.indexOf(b.route.roadFunction ?? ''),
  );
  const planned = takeExactLength(sorted, 10 * METERS_PER_KILOMETER);
  const completed = takeExactLength(planned.taken, 3 * METERS_PER_KILOMETER);
  const bare = (line: RoadLine): RoadWorks => ({
    ...withoutProgramme(works.get(line.route) as RoadWorks),
    initialSurface: 'gravel',
  });
  const third = Math.ceil(completed.taken.length / 3);
  return [
    ...completed.taken.map((line, i) => {
      const done = SHIPING_DONE[Math.min(2, Math.floor(i / third))] as string;
      const year = Number(done.slice(0, 4));
      return { line, works: completeWorks({ ...bare(line), plannedYear: year }, dateToDay(done), random) };
    }),
    ...completed.rest.map((line, i) => ({
      line,
      works: { ...bare(line), plannedYear: i < 4 ? 2026 : 2027, begunOn: i < 4 ? '2026-09-14' : null },
    })),
    ...planned.rest.map((line) => ({ line, works: bare(line) })),
  ];
}

const withoutProgramme = (works: RoadWorks): RoadWorks => ({
  ...works,
  plannedYear: null,
  begunOn: null,
  completedOn: null,
  acceptedOn: null,
});

function createSegment(code: string, { line, works, village }: DressedLine): SegmentDraft {
  const { roadClass, number, roadFunction } = line.route;
  const kilometers = lengthMillimeters(line.positions) / 1_000_000;
  const wanPerKilometer = roadFunction === 'door' ? DOOR_COST_WAN_PER_KM : COST_WAN_PER_KM[roadClass];
  return {
    code,
    ...nameRoute(line),
    routeNumber: number,
    roadClass,
    roadFunction,
    line: { type: 'LineString', coordinates: line.positions },
    widthMeters: works.widthMeters,
    oneWay: false,
    plannedYear: works.plannedYear,
    costYuan: works.plannedYear === null ? null : Math.round(kilometers * wanPerKilometer * 100) * (YUAN_PER_WAN / 100),
    projectCode: null,
    sharesPavementWith: null,
    events: createEvents(works),
    village,
  };
}

function nameRoute({ route: { roadClass, number } }: RoadLine): { name: string | null; nameEn: string | null } {
  if (roadClass === 'G') return { name: `${number.slice(1)}国道`, nameEn: `National Road ${number.slice(1)}` };
  if (roadClass === 'S') return { name: `${number.slice(1)}省道`, nameEn: `Provincial Road ${number.slice(1)}` };
  if (roadClass === 'X') return { name: `${number}县道`, nameEn: `County Road ${number}` };
  return { name: null, nameEn: null };
}

function createEvents(works: RoadWorks): SegmentRow['events'] {
  const events: SegmentRow['events'][number][] = [
    { kind: 'surface', on: works.initialOn, value: works.initialSurface },
  ];
  if (works.plannedYear !== null) events.push({ kind: 'status', on: '2024-01-15', value: 'planned' });
  if (works.begunOn) events.push({ kind: 'status', on: works.begunOn, value: 'begun' });
  if (works.completedOn) {
    events.push({ kind: 'status', on: works.completedOn, value: 'completed' });
    events.push({ kind: 'surface', on: works.completedOn, value: 'cement_concrete' });
  }
  if (works.acceptedOn) events.push({ kind: 'status', on: works.acceptedOn, value: 'accepted' });
  return events;
}
