import type { CalendarStopRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { plainPart } from '../ledger-part.ts';
import { codePart } from '../thing-parts.ts';

/** Stops of works (停工期), both ends inclusive. */
export const calendarStops = createLedger<CalendarStopRow>({
  kind: 'calendar_stops',
  geometries: [],
  key: ['code'],
  parts: [
    codePart(),
    plainPart('from', 'date', { short: 'FROMDATE', required: true }),
    plainPart('to', 'date', { short: 'TODATE', required: true }),
    plainPart('reason', 'text', { short: 'REASON', required: true }),
  ],
  blank: {},
});
