import type { LedgerRow } from '../../county/things.ts';
import { createField } from '../create-field.ts';
import { createLedger } from '../create-ledger.ts';
import { type LedgerPart, lookupPart, plainPart } from '../ledger-part.ts';
import { createAreaLookups } from '../thing-parts.ts';

/** The values of a reported row as a JSON object. */
const valuesPart: LedgerPart<LedgerRow> = {
  fields: [createField('values', 'json', { short: 'VALUES', required: true })],
  fill: (values, row) => {
    values.values = JSON.stringify(row.values);
  },
  apply: (draft, { values }) => {
    if (typeof values.values === 'string') draft.values = JSON.parse(values.values) as LedgerRow['values'];
  },
};

/** Rows of ledgers exactly as they were reported (台账原始行). */
export const ledgerRows = createLedger<LedgerRow>({
  kind: 'ledger_rows',
  geometries: [],
  key: ['source', 'villageCode', 'rowNumber'],
  parts: [
    plainPart('source', 'text', { short: 'SOURCE', required: true }),
    plainPart('rowNumber', 'integer', { short: 'ROWNUMBER', required: true, minimum: 1 }),
    plainPart('villageCode', 'code', { short: 'VILLCODE', required: true, refersTo: ['areas'] }),
    lookupPart(...createAreaLookups('villageCode')),
    plainPart('householdCode', 'code', { short: 'HOUSEHOLD', refersTo: ['households'] }),
    valuesPart,
  ],
  blank: { householdCode: null },
});
