import { createField } from '../create-field.ts';
import { createLedger } from '../create-ledger.ts';
import { fromWan, type LedgerPart, plainPart, toWan } from '../ledger-part.ts';
import type { EventRow } from '../thing-events.ts';
import { ANY_THING } from '../thing-parts.ts';

/** Kinds of events whose amount is money: 万元 in the ledger, yuan in the row. */
const MONEY_KINDS: readonly string[] = ['allocated', 'disbursed', 'spent'];

/** The amount so far: 万元 for money, else in the unit of the thing. */
const amountOfEvent: LedgerPart<EventRow> = {
  fields: [createField('amount', 'number', { short: 'AMOUNT', minimum: 0 })],
  fill: (values, { kind, amount }) => {
    values.amount = amount !== null && MONEY_KINDS.includes(kind) ? toWan(amount) : amount;
  },
  apply: (draft, { values }) => {
    const stated = values.amount;
    if (stated === undefined) return;
    const isMoney = MONEY_KINDS.includes(draft.kind);
    draft.amount = typeof stated !== 'number' ? null : isMoney ? fromWan(stated) : stated;
  },
};

/** The whole history (事件): thing, kind, date, value and amount. */
export const events = createLedger<EventRow>({
  kind: 'events',
  geometries: [],
  key: ['thingCode', 'kind', 'on', 'value', 'amount'],
  parts: [
    plainPart('thingCode', 'code', { short: 'THINGCODE', required: true, refersTo: ANY_THING }),
    plainPart('kind', 'choice', { short: 'KIND', required: true, choices: 'event_kind' }),
    plainPart('on', 'date', { short: 'DATE', required: true }),
    plainPart('value', 'choice', { short: 'VALUE', choices: 'event_value' }),
    amountOfEvent,
  ],
  blank: { value: null, amount: null },
});
