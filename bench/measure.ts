/** One line of the bench: what was measured, how it came out, and what was asked. */
export interface BenchResult {
  readonly name: string;
  readonly unit: 'ms' | 's' | 'kB' | 'MB' | 'ratio' | 'rounds';
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly runs: number;
  /** Upper limit asked by the product's own goals; null = shown only. */
  readonly limit: number | null;
  /** A peer measured in the same run: its median in the same unit; null = none or absent. */
  readonly peer: { readonly name: string; readonly median: number | null } | null;
}

/** Middle of the sorted values. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** A result from values that were measured one by one. */
export function summarise(
  name: string,
  unit: BenchResult['unit'],
  values: readonly number[],
  limit: number | null,
  peer: BenchResult['peer'] = null,
): BenchResult {
  const minimum = Math.min(...values);
  return {
    name,
    unit,
    median: medianOf(values),
    minimum,
    maximum: Math.max(...values),
    runs: values.length,
    limit,
    peer,
  };
}

/** What the work of a bench answered: kept so that no engine may leave the work out. */
export const kept: unknown[] = [];

/** Milliseconds of each of `runs` runs after one warm-up; the answer of each run is kept. */
export async function timeRuns(runs: number, work: (run: number) => unknown): Promise<readonly number[]> {
  kept[0] = await work(-1);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    kept[0] = await work(run);
    times.push(performance.now() - start);
  }
  return times;
}

/** The results as a table of plain text, one line each, with `not reached` where a limit was passed. */
export function formatResults(results: readonly BenchResult[]): string {
  return results.map(formatResult).join('\n');
}

function formatResult(result: BenchResult): string {
  const spread = `median ${round(result.median)} ${result.unit} (min ${round(result.minimum)}, max ${round(result.maximum)}, ${result.runs} runs)`;
  const asked =
    result.limit === null
      ? ''
      : ` · asked ≤ ${result.limit} ${result.unit}: ${result.median <= result.limit ? 'reached' : 'NOT REACHED'}`;
  return `${result.name.padEnd(58)} ${spread}${asked}${formatPeer(result)}`;
}

function formatPeer({ peer, median, unit }: BenchResult): string {
  if (peer === null) return '';
  if (peer.median === null) return ` · peer absent: ${peer.name}`;
  return ` · ${peer.name} ${round(peer.median)} ${unit}, ratio ${round(median / peer.median)}`;
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
