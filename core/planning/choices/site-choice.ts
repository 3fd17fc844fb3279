import type { LonLat } from '../../geo/lon-lat.ts';
import type { TravelMetric } from '../../network/travel.ts';
import type { LocationKind } from '../solvers/location-problem.ts';

/**
 * Who is to be near a site. `relocation`: households to be moved into sites that have not moved in yet; `target`: target households; `all`:
 * registered households. Each is counted where it lives now.
 */
export const DEMAND_KINDS = ['relocation', 'target', 'all'] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

/** When a settlement may go to several sites (only `capacitated_p_median`). `when_needed`: where no free capacity takes it as a whole. */
export const SPLIT_KINDS = ['never', 'when_needed', 'always'] as const;
export type SplitKind = (typeof SPLIT_KINDS)[number];

/**
 * When there is not room for all (only `capacitated_p_median`). `refuse`: the answer says how many lack a place; `place_most`: as many as possible are
 * placed, whole settlements where none is split; what room is left then is filled by the rule of the nearest site when the plan is evaluated.
 */
export const SHORTAGE_KINDS = ['refuse', 'place_most'] as const;
export type ShortageKind = (typeof SHORTAGE_KINDS)[number];

/** Which sites to open: what a person asks, over a county or a plan of it. Households, yuan, minutes or metres. */
export interface SiteChoice {
  readonly problem: LocationKind;
  readonly demand: DemandKind;
  readonly split: SplitKind;
  readonly shortage: ShortageKind;
  readonly candidates: {
    /** The sites of the county and the plan. */
    readonly sites: boolean;
    /** So many well spread points of the suitability map. */
    readonly suitable: number;
    readonly positions: readonly { readonly position: LonLat; readonly capacityHouseholds: number }[];
    /** Of candidates that say none. */
    readonly capacityHouseholds: number;
  };
  readonly measure: TravelMetric;
  /** Most sites open, required ones included; null = as many as wanted or as the budget pays. */
  readonly sites: number | null;
  readonly budgetYuan: number | null;
  /** Minutes or metres, as `measure` says; for the two covers. */
  readonly limit: number | null;
  /** Codes of sites. */
  readonly required: readonly string[];
  readonly excluded: readonly string[];
  readonly seed: number;
}
