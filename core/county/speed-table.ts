import { exponential } from '../geo/portable-math.ts';
import type { RoadClass, Surface } from './kinds.ts';

/**
 * Speeds of travel: one table of road class x surface group, versioned, printed with every travel time. Kilometres an hour.
 *
 * @see domain.md section 6, "driving" and "walking"
 */
export interface SpeedTable {
  /** Number of this table; each change raises it by one. */
  readonly version: number;
  /** On paved surfaces (asphalt and cement concrete), by class. */
  readonly pavedKmh: Readonly<Record<RoadClass, number>>;
  /** Penetrated asphalt and bituminous surface: share of the paved speed. */
  readonly bituminousFactor: number;
  /** Blocks, brick and stone: share of the paved speed. */
  readonly blocksFactor: number;
  /** Gravel, and asphalt worn back to gravel, whatever the class. */
  readonly gravelKmh: number;
  /** Earth, and surfaces that are not known. */
  readonly earthKmh: number;
  /** Motor tricycle: share of the speed of a car … */
  readonly tricycleFactor: number;
  /** … and no more than this. */
  readonly tricycleMaximumKmh: number;
  /** Walking: `walkingKmh * exp(-walkingSteepness * |S + walkingOffset|)`, S = rise over run in the direction of travel. */
  readonly walkingKmh: number;
  readonly walkingSteepness: number;
  readonly walkingOffset: number;
  /** Where the table comes from, as people write it. */
  readonly source: string;
}

/**
 * The table a county begins with; to be calibrated.
 *
 * @see Tobler 1993, "Three presentations on geographical analysis and modeling", NCGIA 93-1, for walking
 */
export const DEFAULT_SPEEDS: SpeedTable = {
  version: 1,
  pavedKmh: { G: 60, S: 50, X: 40, Y: 30, C: 20, Z: 20 },
  bituminousFactor: 0.9,
  blocksFactor: 0.7,
  gravelKmh: 15,
  earthKmh: 10,
  tricycleFactor: 0.8,
  tricycleMaximumKmh: 25,
  walkingKmh: 6,
  walkingSteepness: 3.5,
  walkingOffset: 0.05,
  source: 'sample values; Tobler 1993',
};

/** Surfaces of one speed rule. `worn_asphalt` runs like gravel. */
export const SPEED_GROUP_OF_SURFACE: Readonly<Record<Surface, 'paved' | 'bituminous' | 'blocks' | 'gravel' | 'earth'>> =
  {
    asphalt_concrete: 'paved',
    cement_concrete: 'paved',
    penetrated_asphalt: 'bituminous',
    bituminous_surface: 'bituminous',
    blocks: 'blocks',
    brick: 'blocks',
    stone: 'blocks',
    gravel: 'gravel',
    worn_asphalt: 'gravel',
    earth: 'earth',
  };

/** Speed of a car on a road; `null` = the surface is not known. */
export function drivingKmh(speeds: SpeedTable, roadClass: RoadClass, surface: Surface | null): number {
  const paved = speeds.pavedKmh[roadClass];
  switch (surface === null ? 'earth' : SPEED_GROUP_OF_SURFACE[surface]) {
    case 'paved':
      return paved;
    case 'bituminous':
      return paved * speeds.bituminousFactor;
    case 'blocks':
      return paved * speeds.blocksFactor;
    case 'gravel':
      return speeds.gravelKmh;
    case 'earth':
      return speeds.earthKmh;
  }
}

/** Speed of a motor tricycle on the same road. */
export const tricycleKmh = (speeds: SpeedTable, roadClass: RoadClass, surface: Surface | null): number =>
  Math.min(speeds.tricycleMaximumKmh, drivingKmh(speeds, roadClass, surface) * speeds.tricycleFactor);

/** Walking speed on a slope (rise over run, uphill positive). */
export const walkingKmh = (speeds: SpeedTable, slope: number): number =>
  speeds.walkingKmh * exponential(-speeds.walkingSteepness * Math.abs(slope + speeds.walkingOffset));
