import type { DistanceAnswer } from '#core/api/network.ts';

/** The legs of a measured line and their sums. */
export interface Legs {
  /** In order; `answer` undefined while it is on its way. */
  readonly legs: readonly { readonly answer: DistanceAnswer | undefined; readonly error: unknown }[];
  /** Null while a leg is missing. */
  readonly straightKm: number | null;
  /** Null while a leg is missing or cannot be travelled. */
  readonly km: number | null;
  readonly minutes: number | null;
  /** Of the ways that are drawn, which are either the fastest or the shortest ones. */
  readonly drawn: { readonly km: number | null; readonly minutes: number | null };
}

type Answered = { readonly data: DistanceAnswer | undefined; readonly error: unknown };

/** Adds the legs up; a sum exists only when every leg has its part. */
export function sumLegs(results: readonly Answered[]): Legs {
  const trips = results.map(({ data }) => data?.items[0]);
  return {
    legs: results.map(({ data, error }) => ({ answer: data, error })),
    straightKm: sum(trips.map((trip) => trip?.straightKm ?? null)),
    km: sum(trips.map((trip) => trip?.km ?? null)),
    minutes: sum(trips.map((trip) => trip?.minutes ?? null)),
    drawn: {
      km: sum(results.map(({ data }) => data?.path?.km ?? null)),
      minutes: sum(results.map(({ data }) => data?.path?.minutes ?? null)),
    },
  };
}

const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
