import type { TaskRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { amountPart, happenedPart } from '../event-parts.ts';
import { lookupPart, plainPart } from '../ledger-part.ts';
import { ANY_THING, areaParts, codePart, createNameLookup, namePart } from '../thing-parts.ts';

/** Tasks (任务); amounts are in the unit that the row names. */
export const tasks = createLedger<TaskRow>({
  kind: 'tasks',
  geometries: [],
  key: ['code'],
  parts: [
    codePart(),
    namePart(),
    ...areaParts<TaskRow>(),
    plainPart('projectCode', 'code', { short: 'PROJCODE', refersTo: ['projects'] }),
    lookupPart(createNameLookup('projectName', 'PROJECT', 'projectCode')),
    plainPart('thingCode', 'code', { short: 'THINGCODE', refersTo: ANY_THING }),
    plainPart('department', 'text', { short: 'DEPARTMENT', required: true }),
    plainPart('responsiblePost', 'text', { short: 'POST', required: true }),
    plainPart('startsOn', 'date', { short: 'STARTSON', required: true }),
    plainPart('deadline', 'date', { short: 'DEADLINE', required: true }),
    plainPart('plannedAmount', 'number', { short: 'PLANNED', required: true, minimum: 0 }),
    plainPart('unit', 'text', { short: 'UNIT', required: true }),
    amountPart({
      kind: 'progress',
      amount: { name: 'progress', short: 'PROGRESS' },
      on: { name: 'progressOn', short: 'PROGRESSON' },
    }),
    happenedPart('completed', { name: 'completedOn', short: 'COMPLETED' }),
  ],
  blank: { projectCode: null, thingCode: null, events: [] },
});
