import type { TripAnswer } from '#core/api/network.ts';
import type { Trip, UnreachableReason } from '#core/network/trips.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { metersToKilometers } from '#core/units.ts';

/** Metres that may not be known as the interface tells them. */
export const metersToKilometersOrNull = (meters: number | null): number | null =>
  meters === null ? null : metersToKilometers(meters);

/** A trip as the interface tells it. */
export const tripToAnswer = (trip: Trip, language: Language): TripAnswer => ({
  km: metersToKilometersOrNull(trip.meters),
  minutes: trip.minutes,
  straightKm: metersToKilometers(trip.straightMeters),
  offRoadKm: metersToKilometersOrNull(trip.offRoadMeters),
  reason: trip.reason,
  reasonText: trip.reason === null ? null : describeUnreachable(trip.reason, language),
});

/** Why a place cannot be reached, as a sentence. */
export const describeUnreachable = (reason: UnreachableReason, language: Language): string =>
  text(language, 'network', `reason_${reason}`);
