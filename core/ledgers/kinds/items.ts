import type { ItemRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { togglePart } from '../event-parts.ts';
import { plainPart } from '../ledger-part.ts';
import { ANY_THING, areaParts, codePart } from '../thing-parts.ts';

/** Rectification items (问题整改台账). */
export const items = createLedger<ItemRow>({
  kind: 'items',
  geometries: [],
  key: ['code'],
  parts: [
    codePart(),
    ...areaParts<ItemRow>(),
    plainPart('thingCode', 'code', { short: 'THINGCODE', refersTo: ANY_THING }),
    plainPart('source', 'text', { short: 'SOURCE', required: true }),
    plainPart('problem', 'text', { short: 'PROBLEM', required: true }),
    plainPart('problemClass', 'text', { short: 'CLASS', required: true }),
    plainPart('measure', 'text', { short: 'MEASURE', required: true }),
    plainPart('responsiblePost', 'text', { short: 'POST', required: true }),
    plainPart('responsibleUnit', 'text', { short: 'UNIT', required: true }),
    plainPart('foundOn', 'date', { short: 'FOUNDON', required: true }),
    plainPart('deadline', 'date', { short: 'DEADLINE', required: true }),
    togglePart({
      done: { kind: 'closed', name: 'closedOn', short: 'CLOSEDON' },
      undone: { kind: 'reopened', name: 'reopenedOn', short: 'REOPENEDON' },
    }),
  ],
  blank: { thingCode: null, events: [] },
});
