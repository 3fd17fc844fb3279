/** One line of the bench: what was measured, how it came out, and what was asked. */
export interface BenchResult {
  readonly name: string;
  readonly unit: 'count' | 'ms' | 's' | 'kB' | 'MB' | 'ratio' | 'rounds' | 'exponent' | 'minutes' | 'meters';
  readonly median: number;
  readonly minimum: number;
  readonly maximum: number;
  /** 0 = what it needs is not installed: nothing was measured. */
  readonly runs: number;
  /** Upper limit asked by the product's own goals; null = shown only. */
  readonly limit: number | null;
  /** A peer measured in the same run; null = none. */
  readonly peer: BenchPeer | null;
}

/** What does the same work for comparison. */
export interface BenchPeer {
  readonly name: string;
  /** In the unit of the result; null = it is not installed. */
  readonly median: number | null;
  /** How many times as much as the product it must take; without it the ratio is only shown. */
  readonly askedRatio?: number;
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

/** A line for what could not be measured because something is not installed; it is no verdict. */
export const tellAbsent = (name: string, { unit, limit }: Pick<BenchResult, 'unit' | 'limit'>): BenchResult => ({
  name,
  unit,
  median: Number.NaN,
  minimum: Number.NaN,
  maximum: Number.NaN,
  runs: 0,
  limit,
  peer: null,
});

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

/** Exponent of growth: slope of the line through the logarithms of sizes and medians, by least squares; 1 = in proportion to the size. */
export function fitGrowthExponent(sizes: readonly number[], medians: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = medians.map(Math.log);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const products = x.map((value, i) => (value - meanX) * ((y[i] ?? meanY) - meanY));
  return mean(products) / mean(x.map((value) => (value - meanX) ** 2));
}

const HEADINGS = ['what', 'got (median, least to most, runs)', 'asked', 'peer', 'peer / got', 'verdict'];

/** The results as a table of plain text; the verdict is `reached`, `NOT REACHED`, or empty where nothing is asked. */
export function formatResults(results: readonly BenchResult[]): string {
  const lines = [HEADINGS, ...results.map(toCells)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toCells(result: BenchResult): readonly string[] {
  const { name, unit, median, minimum, maximum, runs, limit, peer } = result;
  const spread = runs <= 1 ? '' : ` (${format(minimum)} to ${format(maximum)}, ${runs} runs)`;
  const asked = [
    ...(limit === null ? [] : [`<= ${format(limit)} ${unit}`]),
    ...(peer?.askedRatio === undefined ? [] : [`${peer.askedRatio} times faster`]),
  ];
  return [
    name,
    runs === 0 ? 'absent' : `${formatIn(unit, median)} ${unit}${spread}`,
    asked.join(', '),
    formatPeer(result),
    formatRatio(result),
    judge(result),
  ];
}

function formatPeer({ peer, unit }: BenchResult): string {
  if (peer === null) return '';
  return peer.median === null ? `${peer.name}: not installed` : `${peer.name}: ${formatIn(unit, peer.median)} ${unit}`;
}

const ratioOf = ({ peer, median }: BenchResult): number | null =>
  peer === null || peer.median === null ? null : peer.median / median;

function formatRatio(result: BenchResult): string {
  const ratio = ratioOf(result);
  return ratio === null ? '' : format(ratio);
}

/** The verdict on one result; a ratio that cannot be measured for want of the peer is no verdict. */
export function judge(result: BenchResult): '' | 'reached' | 'NOT REACHED' | 'peer not installed' {
  const { limit, median, peer, runs } = result;
  if (runs === 0) return '';
  const askedRatio = peer?.askedRatio;
  if (limit === null && askedRatio === undefined) return '';
  if (limit !== null && !(median <= limit)) return 'NOT REACHED';
  if (askedRatio === undefined) return 'reached';
  const ratio = ratioOf(result);
  if (ratio === null) return 'peer not installed';
  return ratio >= askedRatio ? 'reached' : 'NOT REACHED';
}

/** Sums of costs with every digit that two programs must agree in; all else rounded. */
const formatIn = (unit: BenchResult['unit'], value: number): string =>
  unit === 'minutes' || unit === 'meters' ? value.toPrecision(15) : format(value);

/** Three digits that count, whatever the size. */
function format(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) < 0.001) return value.toExponential(1);
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
