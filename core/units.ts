/** Square metres in one 亩 (mu): 10,000 / 15 by the national unit decree of 1984. */
export const SQUARE_METERS_PER_MU = 10_000 / 15;

/** Yuan in one 万元. */
export const YUAN_PER_WAN = 10_000;

/** Metres in a kilometre. */
export const METERS_PER_KILOMETER = 1000;

/** Metres to kilometres. */
export const metersToKilometers = (meters: number): number => meters / METERS_PER_KILOMETER;

/** Yuan to 万元. */
export const yuanToWan = (yuan: number): number => yuan / YUAN_PER_WAN;

/** Square metres to 亩. */
export const squareMetersToMu = (squareMeters: number): number => squareMeters / SQUARE_METERS_PER_MU;
