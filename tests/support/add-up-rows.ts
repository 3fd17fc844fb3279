import { expect } from 'vitest';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { Figure, FigureRow } from '#core/indicators/figure.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';

type Amount = 'numerator' | 'denominator' | 'pairNumerator' | 'pairDenominator';

/** Sum over the rows that count; null when one of them is not known. */
export const addUpRows = (rows: readonly FigureRow[], field: Amount): number | null =>
  rows
    .filter(({ counts }) => counts)
    .map((row) => row[field])
    .reduce<number | null>((total, amount) => (total === null || amount === null ? null : total + amount), 0);

/** The rows of a figure add up to its pair; where one is not known, the pair is not. */
export function expectPairOfRows(context: IndicatorContext, { code, area, part, pair }: Figure): void {
  const rows = listFigureRows(context, code, area, part);
  const name = `pair of ${code} ${part} ${area}`;
  if (pair === null) {
    expect(rows.filter((row) => row.pairNumerator !== null || row.pairDenominator !== null).length, name).toBe(0);
    return;
  }
  const sums = { numerator: addUpRows(rows, 'pairNumerator'), denominator: addUpRows(rows, 'pairDenominator') };
  for (const side of ['numerator', 'denominator'] as const) {
    const sum = sums[side];
    if (sum === null) expect(pair[side], `${side} of ${name}`).toBeNull();
    else expect(sum, `${side} of ${name}`).toBeCloseTo(pair[side] ?? 0, 5);
  }
}
