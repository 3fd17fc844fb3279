import type { ReportedTotalRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { plainPart } from '../ledger-part.ts';
import { areaParts, codePart } from '../thing-parts.ts';

/** Figures that were reported to an authority above (上报数台账). */
export const reportedTotals = createLedger<ReportedTotalRow>({
  kind: 'reported_totals',
  geometries: [],
  key: ['code'],
  parts: [
    codePart(),
    ...areaParts<ReportedTotalRow>(),
    plainPart('subject', 'text', { short: 'SUBJECT', required: true }),
    plainPart('value', 'number', { short: 'VALUE', required: true }),
    plainPart('unit', 'text', { short: 'UNIT', required: true }),
    plainPart('on', 'date', { short: 'DATE', required: true }),
    plainPart('recipient', 'text', { short: 'RECIPIENT', required: true }),
    plainPart('signedBy', 'text', { short: 'SIGNEDBY', required: true }),
    plainPart('explanation', 'text', { short: 'WHYDIFFERS' }),
  ],
  blank: { explanation: null },
});
