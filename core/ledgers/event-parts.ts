import { findLatest } from '../county/county-state.ts';
import type { IsoDate } from '../county/dates.ts';
import type { ThingEvent } from '../county/things.ts';
import type { ChoiceList } from './choice-lists.ts';
import { createField, type FieldOptions } from './create-field.ts';
import type { LedgerValue } from './ledger.ts';
import { fromWan, type LedgerPart, toWan } from './ledger-part.ts';
import { addEvent } from './thing-events.ts';

/** A row with a history. */
interface Eventful<Kind extends string> {
  readonly events: readonly ThingEvent<Kind>[];
}

/** A field and its options. */
export interface NamedField extends FieldOptions {
  readonly name: string;
}

/** A state that events of one kind set, and since when: surface, status, stage. */
export function statePart<Row extends Eventful<string>>(state: {
  readonly kind: Row['events'][number]['kind'];
  readonly choices: ChoiceList;
  readonly value: NamedField;
  readonly since: NamedField;
  /** What holds before the first event. */
  readonly initial?: string;
}): LedgerPart<Row> {
  const { kind, value, since } = state;
  return {
    fields: [
      createField(value.name, 'choice', { ...value, choices: state.choices }),
      createField(since.name, 'date', since),
    ],
    fill: (values, row, asOf) => {
      const latest = findLatest(row.events, asOf, kind);
      values[value.name] = latest?.value ?? state.initial ?? null;
      values[since.name] = latest?.on ?? null;
    },
    apply: (draft, { values, asOf }) => {
      const stated = values[value.name];
      if (typeof stated !== 'string') return;
      const latest = findLatest(draft.events, asOf, kind);
      if (stated === (latest?.value ?? state.initial)) return;
      const on = pickDate(values[since.name], latest, asOf);
      draft.events = addEvent(draft.events, { kind, on, value: stated });
    },
  };
}

/** An amount so far that events of one kind report, and of which day it is. Money is 万元 in the ledger, yuan in the event. */
export function amountPart<Row extends Eventful<string>>(state: {
  readonly kind: Row['events'][number]['kind'];
  readonly amount: NamedField;
  readonly on: NamedField;
}): LedgerPart<Row> {
  const { kind, amount } = state;
  const isMoney = amount.unit === 'wan_yuan';
  return {
    fields: [
      createField(amount.name, 'number', { minimum: 0, ...amount }),
      createField(state.on.name, 'date', state.on),
    ],
    fill: (values, row, asOf) => {
      const latest = findLatest(row.events, asOf, kind);
      const stored = latest?.amount ?? null;
      values[amount.name] = stored !== null && isMoney ? toWan(stored) : stored;
      values[state.on.name] = latest?.on ?? null;
    },
    apply: (draft, { values, asOf }) => {
      const stated = values[amount.name];
      if (typeof stated !== 'number') return;
      const stored = isMoney ? fromWan(stated) : stated;
      const latest = findLatest(draft.events, asOf, kind);
      // nothing reported and nought are the same amount so far
      if (stored === (latest?.amount ?? 0)) return;
      const on = pickDate(values[state.on.name], latest, asOf);
      draft.events = addEvent(draft.events, { kind, on, amount: stored });
    },
  };
}

/** Something that happens once: a date, or yes (by the date of the ledger). "No" and an empty cell never take back what happened. */
export function happenedPart<Row extends Eventful<string>>(
  kind: Row['events'][number]['kind'],
  field: NamedField,
): LedgerPart<Row> {
  return {
    fields: [createField(field.name, 'event_date', field)],
    fill: (values, row, asOf) => {
      values[field.name] = findLatest(row.events, asOf, kind)?.on ?? null;
    },
    apply: (draft, { values, asOf }) => {
      const stated = values[field.name];
      if (stated === undefined || stated === null || stated === false) return;
      const on = dateOf(stated, asOf);
      if (on === null || findLatest(draft.events, asOf, kind)) return;
      draft.events = addEvent(draft.events, { kind, on });
    },
  };
}

/** Two kinds of events that undo each other, such as closed and reopened. A new row gets both, a stored one what its state lacks. */
export function togglePart<Row extends Eventful<string>>(toggle: {
  readonly done: NamedField & { readonly kind: Row['events'][number]['kind'] };
  readonly undone: NamedField & { readonly kind: Row['events'][number]['kind'] };
}): LedgerPart<Row> {
  const { done, undone } = toggle;
  const latestOf = (row: Eventful<string>, asOf: IsoDate) => {
    const events = row.events.filter(({ kind }) => kind === done.kind || kind === undone.kind);
    return findLatest(events, asOf);
  };
  return {
    fields: [createField(done.name, 'event_date', done), createField(undone.name, 'event_date', undone)],
    fill: (values, row, asOf) => {
      const isDone = latestOf(row, asOf)?.kind === done.kind;
      values[done.name] = isDone ? (findLatest(row.events, asOf, done.kind)?.on ?? null) : null;
      values[undone.name] = findLatest(row.events, asOf, undone.kind)?.on ?? null;
    },
    apply: (draft, { values, asOf }) => {
      const doneOn = dateOf(values[done.name], asOf);
      const undoneOn = dateOf(values[undone.name], asOf);
      const latest = latestOf(draft, asOf);
      const add = (kind: string, stated: IsoDate | null) => {
        draft.events = addEvent(draft.events, { kind, on: pickDate(stated, latest, asOf) });
      };
      if (latest === undefined) {
        if (undoneOn !== null) add(undone.kind, undoneOn);
        if (doneOn !== null) add(done.kind, doneOn);
        return;
      }
      const isDone = doneOn !== null && (undoneOn === null || doneOn >= undoneOn);
      const isUndone = !isDone && (undoneOn !== null || values[done.name] === false);
      if (isDone && latest.kind !== done.kind) add(done.kind, doneOn);
      if (isUndone && latest.kind === done.kind) add(undone.kind, undoneOn);
    },
  };
}

/** The date that was stated, unless what is known is later: then the date of the ledger. */
function pickDate(stated: LedgerValue | undefined, latest: ThingEvent | undefined, asOf: IsoDate): IsoDate {
  return typeof stated === 'string' && (latest === undefined || stated >= latest.on) ? stated : asOf;
}

/** A stated date; yes is the date of the ledger, everything else nothing. */
function dateOf(value: LedgerValue | undefined, asOf: IsoDate): IsoDate | null {
  if (value === true) return asOf;
  return typeof value === 'string' ? value : null;
}
