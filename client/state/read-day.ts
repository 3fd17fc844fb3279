import { type IsoDate, isIsoDate } from '#core/county/dates.ts';

/** A day as people write it, `2026/11/2`, `2026.11.02`, `20261102`, `2026年11月2日`, as the product writes days; null = none. */
export function readDay(typed: string): IsoDate | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(?:\D(\d{1,2})\D(\d{1,2})\D?|(\d{2})(\d{2}))$/.exec(typed.trim())?.filter((part) => part !== undefined) ??
    [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(written) ? written : null;
}
