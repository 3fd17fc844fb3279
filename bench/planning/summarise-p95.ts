import { type BenchResult, summarise } from '../measure.ts';

/** A result whose middle is the value under which 95 of 100 stay: what the product's goals ask of a drag. */
export function summariseP95(
  name: string,
  unit: BenchResult['unit'],
  values: readonly number[],
  limit: number | null,
): BenchResult {
  const sorted = values.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(0.95 * sorted.length) - 1] ?? Number.NaN;
  return { ...summarise(`${name}, p95`, unit, values, limit), median: p95 };
}
