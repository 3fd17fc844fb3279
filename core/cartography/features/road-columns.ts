import type { County, Segment } from '../../county/county.ts';
import { NO_CODE } from '../../county/county-state.ts';
import { ROAD_CLASSES, ROAD_FUNCTIONS, type RoadClass, type RoadFunction } from '../../county/kinds.ts';
import type { LonLat } from '../../geo/lon-lat.ts';

/** What maps ask of every segment, by index in `County.segments`. */
export interface RoadFacts {
  roadClass(index: number): RoadClass;
  roadFunction(index: number): RoadFunction | null;
  plannedYear(index: number): number | null;
  /** Whether anything can be written along it: a name or a number. */
  isNamed(index: number): boolean;
}

/**
 * The facts and lines of all segments in columns: hundreds of thousands of segments lie all over the memory, and going to each of them takes longer
 * than drawing it.
 */
export interface RoadColumns extends RoadFacts {
  /** `[lon, lat, …]` of all lines, degrees, EPSG:4490. */
  readonly positions: Float64Array;
  /** Position, not number, at which each line begins; one more entry for the end of the last. */
  readonly starts: Int32Array;
}

/** The facts as the segments tell them, for whoever asks of few. */
export function readRoadFacts(segments: County['segments']): RoadFacts {
  const at = (index: number): Segment => segments[index] as Segment;
  return {
    roadClass: (index) => at(index).roadClass,
    roadFunction: (index) => at(index).roadFunction,
    plannedYear: (index) => at(index).plannedYear,
    isNamed: (index) => isNamed(at(index)),
  };
}

const isNamed = ({ name, nameEn, routeNumber }: Segment): boolean =>
  name !== null || nameEn !== null || routeNumber !== null;

const NO_YEAR = -1;

/** Kept as long as the segments are. */
const known = new WeakMap<County['segments'], RoadColumns>();

/** The columns of a county's segments, made at their first use. */
export function getRoadColumns({ segments }: Pick<County, 'segments'>): RoadColumns {
  const found = known.get(segments);
  if (found) return found;
  const columns = createRoadColumns(segments);
  known.set(segments, columns);
  return columns;
}

function createRoadColumns(segments: readonly Segment[]): RoadColumns {
  const count = segments.length;
  const roadClass = new Uint8Array(count);
  const roadFunction = new Uint8Array(count);
  const named = new Uint8Array(count);
  const plannedYear = new Int16Array(count);
  segments.forEach((segment, i) => {
    roadClass[i] = ROAD_CLASSES.indexOf(segment.roadClass);
    roadFunction[i] = segment.roadFunction === null ? NO_CODE : ROAD_FUNCTIONS.indexOf(segment.roadFunction);
    plannedYear[i] = segment.plannedYear ?? NO_YEAR;
    named[i] = isNamed(segment) ? 1 : 0;
  });
  return {
    ...packLines(segments),
    roadClass: (index) => ROAD_CLASSES[roadClass[index] as number] as RoadClass,
    roadFunction: (index) => ROAD_FUNCTIONS[roadFunction[index] as number] ?? null,
    plannedYear: (index) => (plannedYear[index] === NO_YEAR ? null : (plannedYear[index] as number)),
    isNamed: (index) => named[index] === 1,
  };
}

function packLines(segments: readonly Segment[]): Pick<RoadColumns, 'positions' | 'starts'> {
  const starts = new Int32Array(segments.length + 1);
  for (let i = 0; i < segments.length; i++)
    starts[i + 1] = (starts[i] as number) + (segments[i] as Segment).line.coordinates.length;
  const positions = new Float64Array(2 * (starts[segments.length] as number));
  let at = 0;
  for (const { line } of segments)
    for (let i = 0; i < line.coordinates.length; i++) {
      const position = line.coordinates[i] as LonLat;
      positions[at++] = position[0];
      positions[at++] = position[1];
    }
  return { positions, starts };
}
