import type { IsoDate } from '../../county/dates.ts';
import { positionsOf } from '../../geo/bbox.ts';
import { interiorPointOf } from '../../geo/interior-point.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { Ledger, LedgerKind } from '../ledger.ts';
import { getLedger } from '../ledgers.ts';
import type { Difference, LedgerCounts } from './check-input.ts';
import type { Settled } from './compile-change.ts';
import { isSameValue } from './draft-outcome.ts';
import type { AnyRow, RowDraft } from './row-draft.ts';

/** What is new, changed and removed, in the order of the tables and rows; histories and removals after them. */
export function listDifferences({ outcomes, eventful, removals }: Settled): readonly Difference[] {
  const changed = outcomes.flatMap(({ draft, after, kind, geometryChanged }): readonly Difference[] => {
    if (kind === 'unchanged') return [];
    const shared = { ...describe(draft.table.kind, after, draft.code ?? keyOf(draft)), source: sourceOf(draft) };
    if (kind === 'new') return [{ ...shared, kind, fields: [], geometryChanged }];
    const fields = listFields(draft.table.kind, { before: draft.before ?? {}, after, asOf: draft.table.mapping.asOf });
    return [{ ...shared, kind, fields, geometryChanged }];
  });
  const histories = eventful.flatMap(({ kind, code, before, after, draft }): readonly Difference[] => {
    if (before === after) return [];
    const fields = listFields(kind, { before, after, asOf: draft.table.mapping.asOf });
    return [
      { ...describe(kind, after, code), kind: 'changed', source: sourceOf(draft), fields, geometryChanged: false },
    ];
  });
  const gone = removals.map(
    ({ kind, code, before }): Difference => ({
      ...describe(kind, before, code),
      kind: 'removed',
      source: null,
      fields: [],
      geometryChanged: false,
    }),
  );
  return [...changed, ...histories, ...gone];
}

/** Counts by ledger, in the order in which they were met. */
export function countByLedger({ outcomes, eventful, removals }: Settled): readonly LedgerCounts[] {
  const counts = new Map<
    LedgerKind,
    { ledger: LedgerKind; new: number; changed: number; unchanged: number; removed: number }
  >();
  const add = (ledger: LedgerKind, what: 'new' | 'changed' | 'unchanged' | 'removed') => {
    const count = counts.get(ledger) ?? { ledger, new: 0, changed: 0, unchanged: 0, removed: 0 };
    count[what]++;
    counts.set(ledger, count);
  };
  for (const { draft, kind } of outcomes) add(draft.table.kind, kind);
  for (const { before, after } of eventful) add('events', before === after ? 'unchanged' : 'changed');
  for (const { kind } of removals) add(kind, 'removed');
  return [...counts.values()];
}

const sourceOf = ({ table, source }: RowDraft) => ({ file: table.file, table: table.place, row: source.row });

const keyOf = ({ table, values }: RowDraft): string =>
  table.ledger.key.map((name) => String(values[name] ?? '')).join(' ');

function describe(ledger: LedgerKind, row: AnyRow, code: string) {
  const { name } = row as { readonly name?: string | null };
  return { ledger, code, name: name ?? null, position: positionOf(row) };
}

type Placed = AnyRow & {
  readonly position?: LonLat;
  readonly line?: { readonly coordinates: readonly LonLat[] };
  readonly boundary?: Parameters<typeof interiorPointOf>[0];
};

function positionOf(row: AnyRow): LonLat | null {
  const { position, line, boundary } = row as Placed;
  if (position) return position;
  if (line) return line.coordinates[Math.floor(line.coordinates.length / 2)] ?? null;
  if (!boundary) return null;
  return positionsOf(boundary).length > 3 ? interiorPointOf(boundary) : null;
}

function listFields(
  kind: LedgerKind,
  { before, after, asOf }: { readonly before: AnyRow; readonly after: AnyRow; readonly asOf: IsoDate },
): Difference['fields'] {
  // rows of every ledger have at most a code in common, which is all that is asked of them here
  const ledger = getLedger(kind) as unknown as Ledger<AnyRow>;
  const old = ledger.toEntry(before, { asOf }).values;
  const next = ledger.toEntry(after, { asOf }).values;
  return ledger.fields.flatMap(({ name }) => {
    const was = old[name] ?? null;
    const is = next[name] ?? null;
    return isSameValue(was, is) ? [] : [{ field: name, before: was, after: is }];
  });
}
