import type { BenchmarkRow } from '../county/things.ts';
import type { IndicatorContext } from './context.ts';
import type { IndicatorCode } from './figure.ts';

/** Levels above a county, highest first. */
const LEVELS: readonly BenchmarkRow['level'][] = ['province', 'prefecture'];

/** Averages of the levels above for an indicator: of each level the latest that was published by the context's day, highest level first. */
export function listBenchmarks(
  { county, asOf }: Pick<IndicatorContext, 'county' | 'asOf'>,
  code: IndicatorCode,
): readonly BenchmarkRow[] {
  return LEVELS.flatMap((level) => {
    const known = county.benchmarks.filter((row) => row.level === level && row.indicator === code && row.on <= asOf);
    const latest = known.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1);
    return latest ? [latest] : [];
  });
}
