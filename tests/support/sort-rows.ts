import type { CountyRows } from '#core/county/county-rows.ts';

/** The rows of a county with every list in an order of its own: a database gives lists in no order. */
export const sortRows = (rows: CountyRows): CountyRows =>
  Object.fromEntries(
    Object.entries(rows).map(([key, value]) => [key, Array.isArray(value) ? sortList(value) : value]),
  ) as unknown as CountyRows;

const sortList = (list: readonly object[]): readonly object[] =>
  [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

const keyOf = (row: object): string =>
  'code' in row
    ? String(row.code)
    : ['villageCode', 'source', 'rowNumber'].map((key) => String((row as Record<string, unknown>)[key])).join(' ');
