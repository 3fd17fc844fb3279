import type { ResponsibilityRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { lookupPart, plainPart } from '../ledger-part.ts';
import { ANY_THING, codePart, createAreaLookups } from '../thing-parts.ts';

/** The responsibility chain (责任链): posts and units, dated. */
export const responsibilities = createLedger<ResponsibilityRow>({
  kind: 'responsibilities',
  geometries: [],
  key: ['code'],
  parts: [
    codePart(),
    plainPart('aboutCode', 'code', { short: 'ABOUTCODE', required: true, refersTo: ANY_THING }),
    lookupPart(...createAreaLookups('aboutCode')),
    plainPart('role', 'choice', { short: 'ROLE', required: true, choices: 'role' }),
    plainPart('holder', 'text', { short: 'HOLDER', required: true }),
    plainPart('from', 'date', { short: 'FROMDATE', required: true }),
    plainPart('to', 'date', { short: 'TODATE' }),
  ],
  blank: { to: null },
});
