import { createField } from './create-field.ts';
import type { LedgerKind } from './ledger.ts';
import { type LedgerPart, lookupPart, plainPart } from './ledger-part.ts';

/** Kinds of things that others refer to when they may be about anything. */
export const ANY_THING: readonly LedgerKind[] = [
  'areas',
  'settlements',
  'households',
  'sites',
  'homesteads',
  'segments',
  'hazards',
  'parks',
  'services',
  'constraints',
  'projects',
  'tasks',
  'items',
  'rivers',
];

/** The code of the thing itself. */
export const codePart = <Row extends { readonly code: string }>(): LedgerPart<Row> =>
  plainPart<Row>('code', 'code', { short: 'CODE', nullable: false });

/** Chinese name (required) and English one; a new row without an English name has the Chinese one until somebody gives it. */
export function namePart<Row extends { readonly name: string; readonly nameEn: string }>(): LedgerPart<Row> {
  return {
    fields: [
      createField('name', 'text', { short: 'NAME', required: true }),
      createField('nameEn', 'text', { short: 'NAMEEN' }),
    ],
    fill: (values, { name, nameEn }) => {
      values.name = name;
      values.nameEn = nameEn;
    },
    apply: (draft, { values }) => {
      if (typeof values.name === 'string') draft.name = values.name;
      if (typeof values.nameEn === 'string') draft.nameEn = values.nameEn;
      else if (draft.nameEn === undefined) draft.nameEn = draft.name;
    },
  };
}

/** The smallest area that holds a thing, and names of town and village that find it. */
export function areaParts<Row extends { readonly areaCode: string }>(): readonly LedgerPart<Row>[] {
  return [
    plainPart<Row>('areaCode', 'code', { short: 'AREACODE', required: true, refersTo: ['areas'] }),
    lookupPart<Row>(...createAreaLookups('areaCode')),
  ];
}

/** Columns with the names of town and village that find the code of an area. */
export const createAreaLookups = (field: string) => [
  createField('townName', 'text', { short: 'TOWN', finds: { field, by: 'town_name' } }),
  createField('villageName', 'text', { short: 'VILLAGE', finds: { field, by: 'village_name' } }),
];

/** A column with the name of the thing whose code another column holds. */
export const createNameLookup = (name: string, short: string, field: string) =>
  createField(name, 'text', { short, finds: { field, by: 'name' } });
