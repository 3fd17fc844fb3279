import { HOUSEHOLD_EVENT_KINDS, type HouseholdEventKind, type HouseholdRow } from '../../county/things.ts';
import { createField } from '../create-field.ts';
import { createLedger } from '../create-ledger.ts';
import { happenedPart } from '../event-parts.ts';
import { lookupPart, moneyPart, plainPart } from '../ledger-part.ts';
import { codePart, createAreaLookups, createNameLookup } from '../thing-parts.ts';
import { arrangementPart } from './household-arrangement.ts';

/** Field and column of a DBF for each thing that happens to a household. */
const EVENT_FIELDS: Readonly<Record<HouseholdEventKind, { readonly name: string; readonly short: string }>> = {
  identified: { name: 'identifiedOn', short: 'IDENTIFIED' },
  risk_removed: { name: 'riskRemovedOn', short: 'RISKGONE' },
  risk_removed_naturally: { name: 'riskRemovedNaturallyOn', short: 'NATURGONE' },
  structure_done: { name: 'structureDoneOn', short: 'BUILT' },
  handed_over: { name: 'handedOverOn', short: 'HANDED' },
  moved_in: { name: 'movedInOn', short: 'MOVEDIN' },
  demolished: { name: 'demolishedOn', short: 'DEMOLISHED' },
  reclaimed: { name: 'reclaimedOn', short: 'RECLAIMED' },
  in_work: { name: 'inWorkOn', short: 'INWORK' },
  linked: { name: 'linkedOn', short: 'LINKED' },
  door_hardened: { name: 'doorHardenedOn', short: 'DOORROAD' },
};

/** Households (户), without any personal data; one column for each thing that happens to them. */
export const households = createLedger<HouseholdRow>({
  kind: 'households',
  geometries: [],
  key: ['code'],
  parts: [
    codePart(),
    lookupPart(
      ...createAreaLookups('settlementCode'),
      createField('villageCode', 'code', {
        short: 'VILLCODE',
        refersTo: ['areas'],
        finds: { field: 'settlementCode', by: 'village_code' },
      }),
      createNameLookup('settlementName', 'GROUP', 'settlementCode'),
    ),
    plainPart('settlementCode', 'code', { short: 'GROUPCODE', required: true, refersTo: ['settlements'] }),
    plainPart('people', 'integer', { short: 'PEOPLE', required: true, unit: 'people', minimum: 1, maximum: 30 }),
    // compared and never stored: how many members the row lists, and which registered household it is part of
    lookupPart(
      createField('members', 'integer', { short: 'MEMBERS', unit: 'people', minimum: 1, maximum: 30 }),
      createField('registeredHousehold', 'code', { short: 'REGHOUSE' }),
    ),
    plainPart('category', 'choice', { short: 'CATEGORY', choices: 'category' }),
    plainPart('mainCause', 'choice', { short: 'CAUSE', choices: 'cause' }),
    plainPart('otherCauses', 'choices', { short: 'CAUSES', choices: 'cause', nullable: false }),
    plainPart('measures', 'choices', { short: 'MEASURES', choices: 'category', nullable: false }),
    moneyPart('fundsYuan', 'fundsWanYuan', { short: 'FUNDS' }),
    plainPart('fundSource', 'text', { short: 'FUNDSOURCE' }),
    plainPart('deadline', 'date', { short: 'DEADLINE' }),
    plainPart('responsiblePost', 'text', { short: 'POST' }),
    plainPart('labourForce', 'integer', { short: 'LABOUR', unit: 'people', maximum: 30, nullable: false }),
    plainPart('houseClass', 'choice', { short: 'HOUSECLASS', choices: 'house_class' }),
    plainPart('safeWater', 'boolean', { short: 'SAFEWATER' }),
    plainPart('sanitaryToilet', 'boolean', { short: 'TOILET' }),
    plainPart('hazardCode', 'code', { short: 'HAZARDCODE', refersTo: ['hazards'] }),
    lookupPart(createNameLookup('hazardName', 'HAZARD', 'hazardCode')),
    arrangementPart,
    lookupPart(createNameLookup('siteName', 'SITE', 'siteCode')),
    ...HOUSEHOLD_EVENT_KINDS.map((kind) => happenedPart<HouseholdRow>(kind, EVENT_FIELDS[kind])),
  ],
  blank: {
    category: null,
    mainCause: null,
    otherCauses: [],
    measures: [],
    fundsYuan: null,
    fundSource: null,
    deadline: null,
    responsiblePost: null,
    labourForce: 0,
    houseClass: null,
    safeWater: null,
    sanitaryToilet: null,
    hazardCode: null,
    relocation: null,
    events: [],
  },
});
