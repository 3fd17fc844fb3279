import type { TripAnswer } from '#core/api/network.ts';
import type { Trip, UnreachableReason } from '#core/network/trips.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

const METERS_PER_KM = 1000;

/** Metres as the interface tells them. */
export const metersToKm = (meters: number): number => meters / METERS_PER_KM;

/** Metres that may not be known as the interface tells them. */
export const metersToKmOrNull = (meters: number | null): number | null => (meters === null ? null : metersToKm(meters));

/** A trip as the interface tells it. */
export const tripToAnswer = (trip: Trip, language: Language): TripAnswer => ({
  km: metersToKmOrNull(trip.meters),
  minutes: trip.minutes,
  straightKm: metersToKm(trip.straightMeters),
  offRoadKm: metersToKmOrNull(trip.offRoadMeters),
  reason: trip.reason,
  reasonText: trip.reason === null ? null : describeUnreachable(trip.reason, language),
});

/** Why a place cannot be reached, as a sentence. */
export const describeUnreachable = (reason: UnreachableReason, language: Language): string =>
  text(language, 'network', `reason_${reason}`);
