import type Flatbush from 'flatbush';
import type { County } from '../county/county.ts';
import { createBoxTree } from '../geo/area-index.ts';
import { bboxOfPositions } from '../geo/bbox.ts';
import { createLocalMetric, type LocalMetric } from '../geo/local-metric.ts';
import type { LonLat } from '../geo/lon-lat.ts';

/** Lists of numbers one after the other: row `i` is `items[first[i]]` to `items[first[i + 1] - 1]`. */
export interface CompressedRows {
  readonly first: Int32Array;
  readonly items: Int32Array;
}

/** Segments near settlements and seats, ascending, whether they are there at a day or not. */
export interface NearSegments {
  /** Aligned with `County.settlements`. */
  readonly settlements: CompressedRows;
  /** Near the seat of each area; aligned with `County.areas`. */
  readonly seats: CompressedRows;
}

const keptTrees = new WeakMap<readonly unknown[], Flatbush | null>();
const keptRows = new WeakMap<County, Map<number, NearSegments>>();

/** Segments within a distance of every settlement and every seat. Independent of the date; computed once a county and distance. */
export function findNearSegments(county: County, distanceMeters: number): NearSegments {
  const byDistance = keptRows.get(county) ?? new Map<number, NearSegments>();
  keptRows.set(county, byDistance);
  const kept = byDistance.get(distanceMeters);
  if (kept) return kept;
  const near = {
    settlements: compressRows(
      county.settlements.map(({ position }) => listSegmentsWithin(county, position, distanceMeters)),
    ),
    seats: compressRows(county.areas.map(({ seat }) => listSegmentsWithin(county, seat, distanceMeters))),
  };
  byDistance.set(distanceMeters, near);
  return near;
}

/**
 * Segments that pass a position within a distance, the distance itself included; ascending, whether they are there at a day or not.
 *
 * @param distanceMeters up to some kilometres: measured in the metric plane about the position
 */
export function listSegmentsWithin(
  { segments }: Pick<County, 'segments'>,
  position: LonLat,
  distanceMeters: number,
): readonly number[] {
  if (!keptTrees.has(segments)) {
    keptTrees.set(segments, createBoxTree(segments.map(({ line }) => bboxOfPositions(line.coordinates))));
  }
  const metric = createLocalMetric(position);
  const lonReach = distanceMeters / metric.metersPerDegreeLon;
  const latReach = distanceMeters / metric.metersPerDegreeLat;
  const [lon, lat] = position;
  const candidates = keptTrees.get(segments)?.search(lon - lonReach, lat - latReach, lon + lonReach, lat + latReach);
  return (candidates ?? [])
    .filter((segment) => passesWithin(segments[segment]?.line.coordinates ?? [], position, { metric, distanceMeters }))
    .sort((a, b) => a - b);
}

/** Whether a line comes within a distance of a position. */
function passesWithin(
  line: readonly LonLat[],
  [lon, lat]: LonLat,
  { metric, distanceMeters }: { readonly metric: LocalMetric; readonly distanceMeters: number },
): boolean {
  const { metersPerDegreeLon: kx, metersPerDegreeLat: ky } = metric;
  const most = distanceMeters * distanceMeters;
  for (let i = 1; i < line.length; i++) {
    const from = line[i - 1] ?? [lon, lat];
    const to = line[i] ?? from;
    // the edge from (x, y) along (dx, dy), in metres east and north of the position
    const x = (from[0] - lon) * kx;
    const y = (from[1] - lat) * ky;
    const dx = (to[0] - from[0]) * kx;
    const dy = (to[1] - from[1]) * ky;
    const length2 = dx * dx + dy * dy;
    const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / length2));
    if ((x + share * dx) ** 2 + (y + share * dy) ** 2 <= most) return true;
  }
  return false;
}

/** Rows of numbers as two columns. */
export function compressRows(rows: readonly (readonly number[])[]): CompressedRows {
  const first = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    first[i + 1] = (first[i] ?? 0) + row.length;
  });
  const items = new Int32Array(first[rows.length] ?? 0);
  rows.forEach((row, i) => {
    items.set(row, first[i] ?? 0);
  });
  return { first, items };
}

/** One row. */
export const rowOf = ({ first, items }: CompressedRows, row: number): Int32Array =>
  items.subarray(first[row] ?? 0, first[row + 1] ?? 0);
