import { hashText } from './random.ts';

/** Towns and villages differ in how fast they are: weights of the town's, the village's and the household's own draw. */
const TOWN_WEIGHT = 0.45;
const VILLAGE_WEIGHT = 0.5;

const uniform = (text: string): number => (hashText(`${text}~`) >>> 8) / 16_777_216;

/**
 * The share of households for which something happens, those of fast towns and villages first.
 *
 * @param kind what happens; another kind gives another order
 */
export function pickEager<T extends { readonly code: string }>(rows: readonly T[], share: number, kind: string): T[] {
  const keyed = rows.map((row) => {
    const town = uniform(`${kind}/${row.code.slice(0, 9)}`);
    const village = uniform(`${kind}/${row.code.slice(0, 12)}`);
    return { row, key: uniform(`${kind}/${row.code}`) + TOWN_WEIGHT * town + VILLAGE_WEIGHT * village };
  });
  keyed.sort((a, b) => b.key - a.key || (a.row.code < b.row.code ? -1 : 1));
  return keyed.slice(0, Math.round(rows.length * share)).map(({ row }) => row);
}
