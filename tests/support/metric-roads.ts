import { buildTopology, type MeasuredSegmentRow, type Topology } from '#core/county/topology/build-topology.ts';
import { geodesicLengthMeters, roundToMillimeters } from '#core/geo/geodesic-length.ts';
import { createLocalMetric } from '#core/geo/local-metric.ts';
import type { LonLat, PlanePoint } from '#core/geo/lon-lat.ts';

const metric = createLocalMetric([107.5, 27]);

/** Position of a point in metres east and north of 107.5 E, 27 N. */
export const toRoadPosition = (point: PlanePoint): LonLat => metric.toLonLat(point);

/** A road through points in metres east and north of 107.5 E, 27 N. */
export function createRoad(code: string, ...points: readonly PlanePoint[]): MeasuredSegmentRow {
  const coordinates = points.map(toRoadPosition);
  const lengthMeters = roundToMillimeters(geodesicLengthMeters(coordinates));
  return { code, line: { type: 'LineString', coordinates }, lengthMeters, sharesPavementWith: null };
}

/** Topology of roads; ends that miss another road by less than 25 m are probable gaps. */
export const joinRoads = (...roads: readonly MeasuredSegmentRow[]): Topology =>
  buildTopology(roads, { probableGapMeters: 25 });

/** Each link as `segment from-to`. */
export const describeLinks = ({ links }: Topology): readonly string[] =>
  links.map(({ segmentCode, fromNode, toNode }) => `${segmentCode} ${fromNode}-${toNode}`);

/** Each finding as `kind segment other`. */
export const describeFaults = ({ faults }: Topology): readonly string[] =>
  faults.map(({ kind, segmentCode, otherSegmentCode }) => `${kind} ${segmentCode} ${otherSegmentCode}`);
