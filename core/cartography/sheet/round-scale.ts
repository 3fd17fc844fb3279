/** Mantissas of the denominators that a wall sheet may have (domain.md section 8), ascending. */
export const ROUND_MANTISSAS = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8] as const;

/** Guards against a county that fits to the last digit being refused by rounding. */
const TOLERANCE = 1e-9;

/**
 * The smallest round denominator that is not below `denominator`: the largest round scale at which the area fits.
 *
 * @param denominator exact denominator at which the area would just fill its place; positive
 */
export function roundScaleFor(denominator: number): number {
  const power = 10 ** Math.floor(Math.log10(denominator));
  for (const mantissa of [...ROUND_MANTISSAS, 10]) {
    const candidate = mantissa * power;
    if (candidate >= denominator * (1 - TOLERANCE)) return Math.round(candidate * 1000) / 1000;
  }
  return 10 * power;
}

/** The next larger denominator in the row of round scales. */
export const nextRoundScale = (denominator: number): number => roundScaleFor(denominator * 1.001);

/** `1:75 000`: thousands set apart by a thin gap, as on printed maps. */
export const formatScale = (denominator: number): string =>
  `1:${String(Math.round(denominator)).replace(/\B(?=(\d{3})+$)/g, ' ')}`;
