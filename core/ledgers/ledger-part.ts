import type { IsoDate } from '../county/dates.ts';
import { YUAN_PER_WAN } from '../units.ts';
import { createField, type FieldOptions } from './create-field.ts';
import type { LedgerField, LedgerFieldType, LedgerValue } from './ledger.ts';

/** A row that is being written. */
export type Draft<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** What an entry says, and of which date it speaks. Fields it does not have are undefined. */
export interface Statement {
  readonly values: Readonly<Record<string, LedgerValue | undefined>>;
  readonly asOf: IsoDate;
}

/** Some fields of a ledger that are read and written together: one column, or a state and since when. */
export interface LedgerPart<Row> {
  readonly fields: readonly LedgerField[];
  /** Writes the values of the fields as the row stands at a date; lookups are left out, because a row does not know names of others. */
  readonly fill: (values: Record<string, LedgerValue>, row: Row, asOf: IsoDate) => void;
  /** Writes what the entry says; what it does not say stays. */
  readonly apply: (draft: Draft<Row>, statement: Statement) => void;
}

/** `nullable` false: the row cannot hold "not known", so an empty cell leaves what is there. */
interface PlainOptions extends FieldOptions {
  readonly nullable?: boolean;
}

/** A property of the row as it stands, under the same name. A required one is not nullable. */
export function plainPart<Row>(
  name: keyof Row & string,
  type: LedgerFieldType,
  options: PlainOptions,
): LedgerPart<Row> {
  return {
    fields: [createField(name, type, options)],
    // the type of the field says what the property holds, for each ledger that is tested by a round trip
    fill: (values, row) => {
      values[name] = row[name] as LedgerValue;
    },
    apply: (draft, { values }) => {
      const value = values[name];
      if (value === undefined) return;
      if (value === null && (options.required || options.nullable === false)) return;
      draft[name] = value as Row[typeof name];
    },
  };
}

/** Yuan to the 万元 of ledgers. */
export const toWan = (yuan: number): number => yuan / YUAN_PER_WAN;

/** 万元 of ledgers to yuan, to the fen, so that there and back is the same figure. */
export const fromWan = (wan: number): number => Math.round(wan * YUAN_PER_WAN * 100) / 100;

/** Money: the property is in yuan, the field `<word>WanYuan` in 万元. */
export function moneyPart<Row>(property: keyof Row & string, name: string, options: FieldOptions): LedgerPart<Row> {
  return {
    fields: [createField(name, 'number', { ...options, unit: 'wan_yuan' })],
    fill: (values, row) => {
      const yuan = row[property] as number | null;
      values[name] = yuan === null ? null : toWan(yuan);
    },
    apply: (draft, { values }) => {
      const wan = values[name];
      if (wan === undefined || (wan === null && options.required)) return;
      draft[property] = (wan === null ? null : fromWan(wan as number)) as Row[typeof property];
    },
  };
}

/** Columns that are read to find or to check a code and are not stored. */
export function lookupPart<Row>(...fields: readonly LedgerField[]): LedgerPart<Row> {
  return { fields, fill: () => undefined, apply: () => undefined };
}
