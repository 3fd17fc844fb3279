import type { ProjectRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { amountPart, statePart } from '../event-parts.ts';
import { moneyPart, plainPart } from '../ledger-part.ts';
import { ANY_THING, areaParts, codePart, namePart } from '../thing-parts.ts';
import { fundsPart } from './project-funds.ts';

/** Projects (项目库), money in 万元. */
export const projects = createLedger<ProjectRow>({
  kind: 'projects',
  geometries: [],
  key: ['code'],
  parts: [
    codePart(),
    namePart(),
    ...areaParts<ProjectRow>(),
    plainPart('thingCode', 'code', { short: 'THINGCODE', refersTo: ANY_THING }),
    plainPart('kind', 'choice', { short: 'KIND', required: true, choices: 'project_kind' }),
    plainPart('leadDepartment', 'text', { short: 'DEPARTMENT', required: true }),
    plainPart('startsOn', 'date', { short: 'STARTSON' }),
    plainPart('deadline', 'date', { short: 'DEADLINE' }),
    moneyPart('plannedYuan', 'plannedWanYuan', { short: 'PLANNED', required: true }),
    fundsPart,
    statePart({
      kind: 'stage',
      choices: 'project_stage',
      value: { name: 'stage', short: 'STAGE' },
      since: { name: 'stageSince', short: 'STAGESINCE' },
    }),
    amountPart({
      kind: 'allocated',
      amount: { name: 'allocatedWanYuan', short: 'ALLOCATED', unit: 'wan_yuan' },
      on: { name: 'allocatedOn', short: 'ALLOCON' },
    }),
    amountPart({
      kind: 'disbursed',
      amount: { name: 'disbursedWanYuan', short: 'DISBURSED', unit: 'wan_yuan' },
      on: { name: 'disbursedOn', short: 'DISBON' },
    }),
    amountPart({
      kind: 'spent',
      amount: { name: 'spentWanYuan', short: 'SPENT', unit: 'wan_yuan' },
      on: { name: 'spentOn', short: 'SPENTON' },
    }),
  ],
  blank: { thingCode: null, startsOn: null, deadline: null, fundsBySource: [], events: [] },
});
