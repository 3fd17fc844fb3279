import type { CountyRows } from '../../county/county-rows.ts';
import { PROJECT_STAGES, SITE_STAGES, SURFACES, WORK_STATUSES } from '../../county/kinds.ts';
import type { ThingEvent } from '../../county/things.ts';
import { HOUSEHOLD_EVENT_KINDS } from '../../county/things.ts';
import type { LedgerKind } from '../ledger.ts';
import { type EventRow, mergeEvents, rowToEvent } from '../thing-events.ts';
import { type CheckContext, reportRow } from './check-context.ts';
import { isSameValue } from './draft-outcome.ts';
import type { AnyRow, DraftTable, RowDraft } from './row-draft.ts';

/** What can happen to things of a kind, and the states that it may set; null for what sets none. */
const EVENTS_OF_KINDS: Readonly<Partial<Record<LedgerKind, Readonly<Record<string, readonly string[] | null>>>>> = {
  areas: { exit: null },
  households: Object.fromEntries(HOUSEHOLD_EVENT_KINDS.map((kind) => [kind, null])),
  sites: { stage: SITE_STAGES },
  segments: { surface: SURFACES, status: WORK_STATUSES, opened: null, closed: null },
  hazards: { struck_off: null },
  parks: { achieved: null },
  projects: { stage: PROJECT_STAGES, allocated: null, disbursed: null, spent: null },
  tasks: { progress: null, completed: null },
  items: { closed: null, reopened: null },
};

/** The kind of an event must be one that happens to things of its kind, its value one that it can set. */
export function checkEvent(context: CheckContext, draft: RowDraft): void {
  if (draft.table.kind !== 'events' || draft.state !== 'good') return;
  const { thingCode, kind, value } = draft.values;
  const thingKind = context.things.kindOf(String(thingCode));
  const allowed = thingKind === undefined ? undefined : EVENTS_OF_KINDS[thingKind];
  if (thingKind === undefined) return;
  const states = allowed?.[String(kind)];
  if (states === undefined) {
    const expected = Object.keys(allowed ?? {}).join(', ');
    reportRow(context, draft, { rule: 'choice_unknown', field: 'kind', got: String(kind), expected });
  } else if (states !== null && !states.includes(String(value))) {
    reportRow(context, draft, {
      rule: 'choice_unknown',
      field: 'value',
      got: String(value ?? ''),
      expected: states.join(', '),
    });
  }
}

/** A thing whose history an import adds to. */
export interface EventfulThing {
  readonly kind: LedgerKind;
  readonly code: string;
  readonly before: AnyRow;
  readonly after: AnyRow;
  /** The draft that brings the first of its events. */
  readonly draft: RowDraft;
  readonly drafts: readonly RowDraft[];
}

/**
 * The history of things after the rows of the ledger `events`: merged with what is known, or, where the table replaces, only what it says.
 *
 * @param rowAfter a thing as the other tables of the import leave it; undefined when there is none
 */
export function mergeEventDrafts(
  tables: readonly DraftTable[],
  context: CheckContext,
  rowAfter: (kind: LedgerKind, code: string) => AnyRow | undefined,
): readonly EventfulThing[] {
  const byThing = new Map<string, RowDraft[]>();
  for (const { drafts, kind } of tables) {
    for (const draft of kind === 'events' ? drafts : []) {
      if (draft.state !== 'good') continue;
      const code = String(draft.values.thingCode);
      const known = byThing.get(code);
      if (known) known.push(draft);
      else byThing.set(code, [draft]);
    }
  }
  return [...byThing].flatMap(([code, drafts]) => {
    const kind = context.things.kindOf(code);
    const before = kind === undefined ? undefined : rowAfter(kind, code);
    const [draft] = drafts;
    if (kind === undefined || before === undefined || draft === undefined) return [];
    return [{ kind, code, before, after: addHistory(before, drafts), draft, drafts }];
  });
}

function addHistory(before: AnyRow, drafts: readonly RowDraft[]): AnyRow {
  const known = (before as Partial<Pick<CountyRows['segments'][number], 'events'>>).events ?? [];
  const incoming = drafts.map((draft) => {
    const { ledger, mapping } = draft.table;
    const row = ledger.fromEntry({ values: draft.values, geometry: null }, null, { asOf: mapping.asOf });
    return rowToEvent(row as unknown as EventRow);
  });
  const replaces = drafts.every(({ table }) => table.mapping.mode === 'replace');
  const events = mergeEvents<string>(replaces ? [] : known, sortByDate(incoming));
  return isSameValue(events, known) ? before : ({ ...before, events } as AnyRow);
}

const sortByDate = (events: readonly ThingEvent[]): readonly ThingEvent[] =>
  [...events].sort((a, b) => Number(a.on > b.on) - Number(a.on < b.on));
