import { CODED_LISTS, type CodedList, type CountyChange, type LedgerRowKey } from './county-change.ts';
import type { CountyRows } from './county-rows.ts';
import type { LedgerRow } from './things.ts';

/** Any row that has a code. */
interface Coded {
  readonly code: string;
}

/**
 * A county after a change: rows that change take the place of the former ones, new ones follow at the end of their list. Lists that the change does
 * not name keep their identity. What a change removes and the county does not have is no fault.
 */
export function applyCountyChange(rows: CountyRows, change: CountyChange): CountyRows {
  const changed: { -readonly [List in CodedList]?: readonly Coded[] } = {};
  for (const list of CODED_LISTS) {
    const upserts: readonly Coded[] = change.upserts[list] ?? [];
    const removed = change.removed[list] ?? [];
    if (upserts.length > 0 || removed.length > 0) changed[list] = applyToList(rows[list], upserts, removed);
  }
  return {
    ...rows,
    // each list comes from rows of its own kind
    ...(changed as Partial<CountyRows>),
    ledgerRows: applyToLedgerRows(rows.ledgerRows, change),
    dataDate: change.dataDate ?? rows.dataDate,
  };
}

/**
 * What takes a change back: applied after it, it gives the same rows again, lists in the same order where the change removed nothing and otherwise with
 * what was removed at the end.
 *
 * @param rows the county before the change
 */
export function invertCountyChange(rows: CountyRows, change: CountyChange): CountyChange {
  const upserts: { -readonly [List in CodedList]?: readonly Coded[] } = {};
  const removed: { -readonly [List in CodedList]?: readonly string[] } = {};
  for (const list of CODED_LISTS) {
    const incoming: readonly Coded[] = change.upserts[list] ?? [];
    const touched = new Set([...incoming.map(({ code }) => code), ...(change.removed[list] ?? [])]);
    if (touched.size === 0) continue;
    const former = (rows[list] as readonly Coded[]).filter(({ code }) => touched.has(code));
    const known = new Set(former.map(({ code }) => code));
    const added = incoming.flatMap(({ code }) => (known.has(code) ? [] : [code]));
    if (former.length > 0) upserts[list] = former;
    if (added.length > 0) removed[list] = added;
  }
  return {
    // each list comes from rows of its own kind
    upserts: upserts as CountyChange['upserts'],
    removed,
    ...invertLedgerRows(rows.ledgerRows, change),
    dataDate: change.dataDate === null ? null : rows.dataDate,
  };
}

/** Whether a change does nothing at all, without looking at the county. */
export function isNoChange(change: CountyChange): boolean {
  return (
    CODED_LISTS.every(
      (list) => (change.upserts[list]?.length ?? 0) === 0 && (change.removed[list]?.length ?? 0) === 0,
    ) &&
    change.ledgerRows.length === 0 &&
    change.removedLedgerRows.length === 0 &&
    change.dataDate === null
  );
}

/** What tells one ledger row from another, as one text. */
export const ledgerRowKey = ({ source, villageCode, rowNumber }: LedgerRowKey): string =>
  `${source}\n${villageCode}\n${rowNumber}`;

function applyToList(rows: readonly Coded[], upserts: readonly Coded[], removed: readonly string[]): readonly Coded[] {
  const ends = new Set(removed);
  const incoming = new Map(upserts.map((row) => [row.code, row]));
  const kept: Coded[] = [];
  for (const row of rows) {
    if (ends.has(row.code)) continue;
    kept.push(incoming.get(row.code) ?? row);
    incoming.delete(row.code);
  }
  return [...kept, ...incoming.values()];
}

function applyToLedgerRows(rows: readonly LedgerRow[], change: CountyChange): readonly LedgerRow[] {
  if (change.ledgerRows.length === 0 && change.removedLedgerRows.length === 0) return rows;
  const ends = new Set(change.removedLedgerRows.map(ledgerRowKey));
  const incoming = new Map(change.ledgerRows.map((row) => [ledgerRowKey(row), row]));
  const kept: LedgerRow[] = [];
  for (const row of rows) {
    const key = ledgerRowKey(row);
    if (ends.has(key)) continue;
    kept.push(incoming.get(key) ?? row);
    incoming.delete(key);
  }
  return [...kept, ...incoming.values()];
}

function invertLedgerRows(
  rows: readonly LedgerRow[],
  change: CountyChange,
): Pick<CountyChange, 'ledgerRows' | 'removedLedgerRows'> {
  const touched = new Set([...change.ledgerRows, ...change.removedLedgerRows].map(ledgerRowKey));
  const former = rows.filter((row) => touched.has(ledgerRowKey(row)));
  const known = new Set(former.map(ledgerRowKey));
  return {
    ledgerRows: former,
    removedLedgerRows: change.ledgerRows
      .filter((row) => !known.has(ledgerRowKey(row)))
      .map(({ source, villageCode, rowNumber }) => ({ source, villageCode, rowNumber })),
  };
}
