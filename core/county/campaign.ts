import type { IsoDate } from './dates.ts';
import type { Surface, WordSet } from './kinds.ts';

/** A campaign (专项): what the county has undertaken and the words it uses for it. */
export interface Campaign {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly startsOn: IsoDate;
  readonly deadline: IsoDate;
  readonly baseYear: number;
  readonly documents: readonly string[];
  /** Which word set names target households and priority villages. */
  readonly targetWordSet: WordSet;
  /** Which word set names relocation households. */
  readonly relocationWordSet: WordSet;
}

/** Switches of the county; `DEFAULT_SETTINGS` holds the defaults of domain.md section 6. */
export interface Settings {
  /** Surfaces that count as hardened (硬化). */
  readonly hardenedSurfaces: readonly Surface[];
  /** A settlement must be joined from this many registered households … */
  readonly joinHouseholds: number;
  /** … or this many registered people; either suffices. */
  readonly joinPeople: number;
  /** A place is joined when a hardened segment passes within this distance. */
  readonly joinDistanceMeters: number;
  /** Narrower segments are counted apart. */
  readonly minimumWidthMeters: number;
  /** Yellow up to this lag, red beyond; as a fraction, 0.05 = 5 points. */
  readonly yellowLag: number;
  readonly dueSoonDays: number;
  /** Reach limits of D2, straight or along roads. */
  readonly reachMeters: readonly number[];
  /** Rural access index: straight distance to an all-season road. */
  readonly accessMeters: number;
  readonly ranking: 'all' | 'front_half' | 'none';
}

/** The defaults of domain.md section 6, each with its source there. */
export const DEFAULT_SETTINGS: Settings = {
  hardenedSurfaces: ['asphalt_concrete', 'cement_concrete', 'penetrated_asphalt', 'bituminous_surface'],
  joinHouseholds: 30,
  joinPeople: 150,
  joinDistanceMeters: 200,
  minimumWidthMeters: 3.5,
  yellowLag: 0.05,
  dueSoonDays: 30,
  reachMeters: [1000, 3000, 5000],
  accessMeters: 2000,
  ranking: 'all',
};
