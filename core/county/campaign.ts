import type { IsoDate } from './dates.ts';
import type { RoadClass, ServiceKind, Surface, WordSet } from './kinds.ts';
import {
  completeSiteFactors,
  completeSiteRules,
  DEFAULT_SITE_FACTORS,
  DEFAULT_SITE_RULES,
  type SiteFactor,
  type SiteRule,
} from './site-rule.ts';
import { DEFAULT_SPEEDS, type SpeedTable } from './speed-table.ts';

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
  /** … or this many registered people; either suffices; null = households alone decide. */
  readonly joinPeople: number | null;
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
  /** R0 and R2 count only segments at least this wide as hardened; null = any width. */
  readonly joinMinimumWidthMeters: number | null;
  /** A dangling end closer than this to another road is reported as a probable gap. */
  readonly probableGapMeters: number;
  /** Reach limits of D2, minutes by vehicle. */
  readonly reachMinutes: readonly number[];
  /** Kind of place and minutes by vehicle that the headlines of D1 and D2 tell of. */
  readonly headlinePlace: ServiceKind;
  readonly headlineMinutes: number;
  /** Farming distance (耕作半径) from a site back to the old settlement; either suffices. */
  readonly farmingMeters: number;
  readonly farmingMinutes: number;
  /** I2: minutes by vehicle to a park. */
  readonly parkMinutes: number;
  readonly closeness: Closeness;
  readonly speeds: SpeedTable;
  readonly hardeningCosts: HardeningCosts;
  readonly siteCosts: SiteCosts;
  /** Where a site may stand: one rule a code, in the order of RULE_CODES … */
  readonly siteRules: readonly SiteRule[];
  /** … and what makes a place better: one factor a code, in the order of FACTOR_CODES. */
  readonly siteFactors: readonly SiteFactor[];
}

/** D3 (三靠近): along roads, metres. */
export interface Closeness {
  readonly townMeters: number;
  readonly parkMeters: number;
  readonly centralVillageMeters: number;
  /** Near at least one, or near all of them. */
  readonly rule: 'any' | 'all';
  /** Village codes of the central villages (中心村). */
  readonly centralVillages: readonly string[];
}

/** What hardening costs where a segment carries no cost of its own: yuan a kilometre by class. */
export interface HardeningCosts {
  readonly yuanPerKilometer: Readonly<Record<RoadClass, number>>;
  /** A new stretch where there is no road yet. */
  readonly newRoadYuanPerKilometer: number;
  /** Sample values are marked 示例 wherever they are shown. */
  readonly isSample: boolean;
}

/** What a relocation site costs that carries no cost of its own. */
export interface SiteCosts {
  /** Houses and their share of the facilities, for each household of the capacity. */
  readonly yuanPerHousehold: number;
  /** Sample values are marked 示例 wherever they are shown. */
  readonly isSample: boolean;
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
  joinMinimumWidthMeters: null,
  probableGapMeters: 25,
  reachMinutes: [15, 30, 60],
  headlinePlace: 'town_government',
  headlineMinutes: 30,
  farmingMeters: 3000,
  farmingMinutes: 30,
  parkMinutes: 30,
  closeness: { townMeters: 5000, parkMeters: 5000, centralVillageMeters: 3000, rule: 'any', centralVillages: [] },
  speeds: DEFAULT_SPEEDS,
  hardeningCosts: {
    yuanPerKilometer: { G: 6_000_000, S: 4_000_000, X: 2_000_000, Y: 900_000, C: 500_000, Z: 500_000 },
    newRoadYuanPerKilometer: 900_000,
    isSample: true,
  },
  siteCosts: { yuanPerHousehold: 150_000, isSample: true },
  siteRules: DEFAULT_SITE_RULES,
  siteFactors: DEFAULT_SITE_FACTORS,
};

/** Settings of a county that was stored before some of them existed: what is missing has its default, rules and factors one by one. */
export const completeSettings = (stored: Partial<Settings>): Settings => ({
  ...DEFAULT_SETTINGS,
  ...stored,
  siteRules: completeSiteRules(stored.siteRules),
  siteFactors: completeSiteFactors(stored.siteFactors),
});
