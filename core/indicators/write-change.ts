import type { FigureUnit } from './figure.ts';
import { writeAmount } from './format-figure.ts';

/** What a change is written of: values in the same unit, of core or of readers. */
interface Valued {
  readonly value: number | null;
  readonly unit: FigureUnit;
}

/**
 * The change between two figures of one indicator, signed, without its unit: `+12.3` (rates in percentage points), `−40`. It is the difference of what is
 * written, so that it can be checked by hand; empty where there is none or one of them has no value.
 */
export function writeChange(before: Valued | undefined, after: Valued): string {
  if (!before || before.value === null || after.value === null) return '';
  const [from, to] = [readAmount(before), readAmount(after)];
  const decimals = Math.max(countDecimals(from), countDecimals(to));
  const change = Number(to) - Number(from);
  if (Math.abs(change) < 10 ** -(decimals + 3)) return '';
  const written = Math.abs(change).toFixed(decimals);
  const grouped = written.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  return `${change > 0 ? '+' : '−'}${grouped}`;
}

/** The number as it is written, without separators. */
const readAmount = ({ value, unit }: Valued): string =>
  writeAmount(value, unit, { language: 'zh' }).value.replaceAll(',', '').replace('−', '-');

const countDecimals = (written: string): number => written.split('.')[1]?.length ?? 0;
