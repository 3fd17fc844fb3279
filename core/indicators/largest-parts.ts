import type { Figure, IndicatorCode } from './figure.ts';

/** The indicator that is what it is made of: its own count is that of T1. */
export const CAUSES_CODE = 'T3' satisfies IndicatorCode;

/** Parts of a figure that have anything, the largest first. */
export const listLargestParts = <Part extends Pick<Figure, 'numerator'>>(parts: readonly Part[]): readonly Part[] =>
  parts.filter(({ numerator }) => (numerator ?? 0) > 0).sort((a, b) => (b.numerator ?? 0) - (a.numerator ?? 0));
