import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { SURFACES, type Surface } from '#core/county/kinds.ts';
import type { SegmentRow } from '#core/county/things.ts';
import { createLocalMetric } from '#core/geo/local-metric.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { getNetwork, type NetworkAt } from '#core/network/network.ts';
import type { RoadState } from '#core/network/road-state.ts';
import { createTinyCounty } from './tiny-county.ts';

/** Corner of the tiny county, at which the metres of a road world begin. */
const ORIGIN: LonLat = [107.5, 27];

/** Position so many metres east and north of the corner of the tiny county. */
export const at = (eastMeters: number, northMeters: number): LonLat =>
  createLocalMetric(ORIGIN).toLonLat([eastMeters, northMeters]);

/** A road written by hand: its vertices in metres east and north. */
export interface PlainRoad {
  readonly points: readonly (readonly [eastMeters: number, northMeters: number])[];
  readonly roadClass?: SegmentRow['roadClass'];
  readonly oneWay?: boolean;
}

/** A segment without history, so that it has always been there. */
export const createPlainSegment = (
  code: string,
  line: readonly LonLat[],
  row: Partial<SegmentRow> = {},
): SegmentRow => ({
  code,
  name: null,
  nameEn: null,
  routeNumber: null,
  roadClass: 'C',
  roadFunction: null,
  line: { type: 'LineString', coordinates: line },
  widthMeters: null,
  oneWay: false,
  plannedYear: null,
  costYuan: null,
  projectCode: null,
  sharesPavementWith: null,
  events: [],
  ...row,
});

/** All segments there, all with one surface. */
export const createStandingState = (
  county: Pick<County, 'segments'>,
  surface: Surface = 'cement_concrete',
): RoadState => ({
  plan: null,
  exists: new Uint8Array(county.segments.length).fill(1),
  surface: new Uint8Array(county.segments.length).fill(SURFACES.indexOf(surface)),
});

/**
 * The tiny county with roads of its own, all paved and all there, and without elevation data unless some is given. Roads are coded `road-01`
 * and so on, so that index `i` of `County.segments` is road `i`.
 */
export function createRoadWorld(
  roads: readonly PlainRoad[],
  overrides: Partial<CountyRows> = {},
): { readonly county: County; readonly network: NetworkAt } {
  const segments = roads.map(({ points, ...row }, i) =>
    createPlainSegment(
      `road-${String(i + 1).padStart(2, '0')}`,
      points.map(([east, north]) => at(east, north)),
      row,
    ),
  );
  const county = createTinyCounty({ segments, dem: null, ...overrides });
  return { county, network: getNetwork(county).at(createStandingState(county)) };
}
