import { type AskedPlace, MOST_PAIRS, NEAREST_KINDS, type NearestAnswer, type TripAnswer } from '#core/api/network.ts';
import { SURFACES } from '#core/county/kinds.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';
import { findNearest } from '#core/network/nearest.ts';
import { findNearestHardened } from '#core/network/nearest-hardened.ts';
import { type Destination, type DestinationKind, listDestinations } from '#core/network/place-kinds.ts';
import type { TravelMode } from '#core/network/travel.ts';
import { measureTrip, measureTrips, type Trip } from '#core/network/trips.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { type AskedNetwork, describeBasis } from './asked-network.ts';
import { tripToAnswer } from './trip-answers.ts';

/** A kind of place that one can ask the nearest of. */
export type NearestKind = (typeof NEAREST_KINDS)[number];

/** What `nearest` is asked. */
export interface NearestQuestion {
  readonly from: readonly AskedPlace[];
  readonly kinds: readonly NearestKind[];
  readonly mode: TravelMode;
  readonly language: Language;
}

type Entry = NearestAnswer['items'][number]['nearest'][number];

/**
 * Kinds separated by commas; without any, all.
 *
 * @throws {InvalidInputError} `unknown_kind`, with those there are
 */
export function parseKinds(written: string | undefined): readonly NearestKind[] {
  if (written === undefined) return NEAREST_KINDS;
  return [...new Set(written.split(',').map((part) => part.trim()))].map((part) => {
    const kind = NEAREST_KINDS.find((known) => known === part);
    if (kind !== undefined) return kind;
    throw new InvalidInputError('unknown_kind', `No kind ${part}`, { kind: part, allowed: NEAREST_KINDS.join(', ') });
  });
}

/**
 * The nearest place of each kind by minutes, for each origin.
 *
 * @throws {InvalidInputError} `too_many_pairs`
 */
export function createNearestAnswer(asked: AskedNetwork, question: NearestQuestion): NearestAnswer {
  const { from, kinds, mode } = question;
  if (from.length * kinds.length > MOST_PAIRS) {
    throw new InvalidInputError('too_many_pairs', 'Too many origins and kinds', {
      from: from.length,
      to: kinds.length,
      count: from.length * kinds.length,
      most: MOST_PAIRS,
    });
  }
  const columns = kinds.map((kind) =>
    kind === 'hardened_road' ? listHardened(asked, question) : listNearest(asked, question, kind),
  );
  return {
    ...describeBasis(asked, mode),
    items: from.map((place, i) => ({
      from: place,
      nearest: columns.flatMap((column) => column[i] ?? []),
    })),
  };
}

/** One kind, aligned with the origins. */
function listNearest(asked: AskedNetwork, question: NearestQuestion, kind: DestinationKind): readonly Entry[] {
  const { network, context } = asked;
  const { from, mode, language } = question;
  const places = listDestinations(context.county, kind);
  const kindName = text(language, 'network', `kind_${kind}`);
  const { place: nearest } = findNearest(network, {
    from: from.map(({ position }) => network.snap(position)),
    to: places.map(({ position }) => network.snap(position)),
    mode,
    metric: 'minutes',
  });
  const entries: Entry[] = from.map(({ position }, i) => ({
    kind,
    kindName,
    place: null,
    trip: nearest[i] === -1 ? describeFailure(asked, { position, places, mode, language }) : null,
  }));
  // trips to the same place are measured together
  for (const [index, origins] of groupOrigins(nearest)) {
    const place = places[index];
    if (place === undefined) continue;
    const trips = measureTrips(network, {
      from: origins.map((origin) => from[origin]?.position ?? place.position),
      to: [place.position],
      mode,
    });
    const [lon, lat] = place.position;
    const name = language === 'zh' ? place.name : place.nameEn;
    origins.forEach((origin, i) => {
      const trip = trips[i];
      const found: AskedPlace = { code: place.code, name, position: [lon, lat] };
      if (trip) entries[origin] = { kind, kindName, place: found, trip: tripToAnswer(trip, language) };
    });
  }
  return entries;
}

/** Origins by their nearest place; those that reach none are left out. */
function groupOrigins(nearest: Int32Array): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  nearest.forEach((place, origin) => {
    if (place < 0) return;
    const group = groups.get(place);
    if (group) group.push(origin);
    else groups.set(place, [origin]);
  });
  return groups;
}

/** Why none of the places is reached, with the straight distance to the nearest; null when there is none. */
function describeFailure(
  { network }: AskedNetwork,
  question: {
    readonly position: LonLat;
    readonly places: readonly Destination[];
    readonly mode: TravelMode;
    readonly language: Language;
  },
): TripAnswer | null {
  const { position, places, mode, language } = question;
  let nearest: Destination | undefined;
  let least = Infinity;
  for (const place of places) {
    const meters = straightDistanceMeters(position, place.position);
    if (meters >= least) continue;
    least = meters;
    nearest = place;
  }
  return nearest ? tripToAnswer(measureTrip(network, { from: position, to: nearest.position, mode }), language) : null;
}

/** The nearest hardened road, which is no place but has a distance. */
function listHardened(asked: AskedNetwork, { from, mode, language }: NearestQuestion): readonly Entry[] {
  const { network, context } = asked;
  const hardened = flagHardened(asked);
  const snaps = from.map(({ position }) => network.snap(position));
  const meters = findNearestHardened(network, { from: snaps, mode, metric: 'meters', hardened });
  const minutes = findNearestHardened(network, { from: snaps, mode, metric: 'minutes', hardened });
  const kindName = text(language, 'network', 'kind_hardened_road');
  return from.map(({ position }, i) => {
    const straightMeters = context.index.roads().nearestMeters(position, hardened);
    const isReached = Number.isFinite(meters[i]) && Number.isFinite(minutes[i]);
    const trip: Trip = {
      meters: isReached ? (meters[i] ?? null) : null,
      minutes: isReached ? (minutes[i] ?? null) : null,
      straightMeters,
      offRoadMeters: isReached ? (snaps[i]?.offRoadMeters ?? null) : null,
      reason: isReached ? null : snaps[i] ? 'other_component' : 'no_road',
    };
    // without any hardened road in the county there is no distance either
    const answer = straightMeters === Infinity ? null : tripToAnswer(trip, language);
    return { kind: 'hardened_road', kindName, place: null, trip: answer };
  });
}

/** Segments that are there and hardened under the county's settings, the plan carried out. */
function flagHardened({ network: { state }, context }: AskedNetwork): Uint8Array {
  const codes = new Set(context.county.settings.hardenedSurfaces.map((surface) => SURFACES.indexOf(surface)));
  return state.surface.map((surface, i) => (codes.has(surface) && state.exists[i] === 1 ? 1 : 0));
}
