import { type AskedPlace, type DistanceAnswer, MOST_PAIRS } from '#core/api/network.ts';
import { SURFACES } from '#core/county/kinds.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { type PathLeg, tracePath } from '#core/network/path.ts';
import type { TravelMetric, TravelMode } from '#core/network/travel.ts';
import { measureTrips } from '#core/network/trips.ts';
import type { Language } from '#core/texts/language.ts';
import { metersToKilometers } from '#core/units.ts';
import { type AskedNetwork, describeBasis } from './asked-network.ts';
import { tripToAnswer } from './trip-answers.ts';

/** What `distance` is asked. */
export interface DistanceQuestion {
  readonly from: readonly AskedPlace[];
  readonly to: readonly AskedPlace[];
  readonly mode: TravelMode;
  readonly by: TravelMetric;
  readonly language: Language;
}

/**
 * Every pair, row by row, and the way of a single pair that can be reached.
 *
 * @throws {InvalidInputError} `too_many_pairs`
 */
export function createDistanceAnswer(asked: AskedNetwork, question: DistanceQuestion): DistanceAnswer {
  const { from, to, mode, language } = question;
  checkPairs(from.length, to.length);
  const trips = measureTrips(asked.network, { from: from.map(positionOf), to: to.map(positionOf), mode });
  return {
    ...describeBasis(asked, mode),
    from: [...from],
    to: [...to],
    items: trips.map((trip) => tripToAnswer(trip, language)),
    path: trips.length === 1 ? createPath(asked, question) : null,
  };
}

/** @throws {InvalidInputError} `too_many_pairs` */
export function checkPairs(fromCount: number, toCount: number): void {
  const count = fromCount * toCount;
  if (count <= MOST_PAIRS) return;
  throw new InvalidInputError('too_many_pairs', `${count} pairs`, {
    from: fromCount,
    to: toCount,
    count,
    most: MOST_PAIRS,
  });
}

const positionOf = ({ position }: AskedPlace): LonLat => position;

function createPath(asked: AskedNetwork, { from, to, mode, by, language }: DistanceQuestion): DistanceAnswer['path'] {
  const [start] = from;
  const [end] = to;
  if (!start || !end) return null;
  const path = tracePath(asked.network, { from: start.position, to: end.position, mode, metric: by });
  if (typeof path === 'string') return null;
  return {
    by,
    km: metersToKilometers(path.meters),
    minutes: path.minutes,
    line: toLine(path.line),
    legs: path.legs.map((leg) => legToAnswer(asked, leg, language)),
  };
}

function legToAnswer({ network, context }: AskedNetwork, leg: PathLeg, language: Language) {
  const segment = leg.segment === null ? undefined : context.county.segments[leg.segment];
  const name = language === 'zh' ? segment?.name : segment?.nameEn;
  return {
    kind: leg.kind,
    km: metersToKilometers(leg.meters),
    minutes: leg.minutes,
    segmentCode: segment?.code ?? null,
    roadName: segment?.routeNumber ?? name ?? null,
    surface: SURFACES[network.state.surface[leg.segment ?? -1] ?? -1] ?? null,
    line: toLine(leg.line),
  };
}

/** A line of GeoJSON. */
export const toLine = (positions: readonly LonLat[]) => ({
  type: 'LineString' as const,
  coordinates: positions.map(([lon, lat]): [number, number] => [lon, lat]),
});
