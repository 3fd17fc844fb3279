import type { Geometry } from '../geo/geometry.ts';
import type { Ledger, LedgerEntry, LedgerField, LedgerKind, LedgerValue } from './ledger.ts';
import type { Draft, LedgerPart, Statement } from './ledger-part.ts';

/** What a ledger is made from. */
interface LedgerPlan<Row> {
  readonly kind: LedgerKind;
  readonly geometries: readonly Geometry['type'][];
  readonly key: readonly string[];
  readonly parts: readonly LedgerPart<Row>[];
  /** What a new row has where its entry says nothing; everything else must be said. */
  readonly blank: Partial<Row>;
  /** The geometry of a row; left out for plain tables. */
  readonly geometryOf?: (row: Row) => Geometry | null;
  /** Puts a new or changed row in its place; `geometry` null = the entry has none. Throws when the row stays without one. */
  readonly place?: (draft: Draft<Row>, geometry: Geometry | null, statement: Statement) => void;
}

/** A ledger from its parts. */
export function createLedger<Row>(plan: LedgerPlan<Row>): Ledger<Row> {
  const fields = plan.parts.flatMap((part) => part.fields);
  return {
    kind: plan.kind,
    geometries: plan.geometries,
    fields,
    key: plan.key,
    toEntry: (row, { asOf }) => {
      const values: Record<string, LedgerValue> = {};
      for (const part of plan.parts) part.fill(values, row, asOf);
      return { values, geometry: plan.geometryOf?.(row) ?? null };
    },
    fromEntry: (entry, before, { asOf }) => {
      const statement = { values: entry.values, asOf };
      if (before === null) assertComplete(plan, fields, entry);
      // a new row has its defaults and, by the check above, whatever else it needs
      const draft = { ...(before ?? plan.blank) } as Draft<Row>;
      for (const part of plan.parts) part.apply(draft, statement);
      plan.place?.(draft, entry.geometry, statement);
      return draft;
    },
  };
}

/** A new row needs its key and what is required; the checks of an import see to it. */
function assertComplete<Row>(plan: LedgerPlan<Row>, fields: readonly LedgerField[], { values }: LedgerEntry): void {
  for (const { name, required, finds } of fields) {
    if (finds || !(required || (plan.key.includes(name) && plan.key.length === 1))) continue;
    if (values[name] === undefined || values[name] === null)
      throw new Error(`Got an entry of ${plan.kind} without ${name} when expected one for a new row.`);
  }
}
