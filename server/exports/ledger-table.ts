import type { CountyRows } from '#core/county/county-rows.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { formatChoice, formatFieldName, formatLedgerName, formatValue } from '#core/ledgers/format-field.ts';
import type { LedgerEntry, LedgerField, LedgerFieldType, LedgerKind, LedgerLookup } from '#core/ledgers/ledger.ts';
import { getLedger } from '#core/ledgers/ledgers.ts';
import type { RowsOfArea } from '#core/ledgers/rows-of-area.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import type { OutColumn, OutRow, OutTable, OutType, OutValue } from './out-table.ts';

/** Whether values are for people (words in their language) or for software (codes as stored). */
export type OutWording = 'words' | 'codes';

/** How a ledger is written. */
export interface LedgerTableOptions {
  readonly rows: CountyRows;
  readonly ofArea: RowsOfArea;
  readonly asOf: IsoDate;
  readonly language: Language;
  readonly wording: OutWording;
}

const OUT_TYPES: Readonly<Record<LedgerFieldType, OutType>> = {
  text: 'text',
  code: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  event_date: 'date',
  year: 'integer',
  choice: 'text',
  choices: 'text',
  list: 'text',
  json: 'text',
};

/** A ledger of an area as it stands at a date. */
export function createLedgerTable(kind: LedgerKind, options: LedgerTableOptions): OutTable {
  const { language, wording, asOf } = options;
  const ledger = getLedger(kind);
  const names = createNames(options.rows);
  const toRow = ({ values, geometry }: LedgerEntry): OutRow => ({
    geometry,
    values: ledger.fields.map((field): OutValue => {
      if (field.finds !== undefined) return names.find(field.finds, values);
      const value = values[field.name] ?? null;
      if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
      if (wording === 'words') return formatValue(language, field, value);
      return typeof value === 'string' ? value : value.length === 0 ? null : JSON.stringify(value);
    }),
  });
  return {
    name: kind,
    title: formatLedgerName(language, kind),
    columns: ledger.fields.map((field) => toColumn(kind, field, options)),
    // the ledger of a kind takes the rows of that kind
    rows: options.ofArea.list(kind).map((row) => toRow(ledger.toEntry(row as never, { asOf }))),
    geometries: ledger.geometries,
  };
}

/** A column of a ledger. */
export function toColumn(
  kind: LedgerKind,
  field: LedgerField,
  { language, wording }: Pick<LedgerTableOptions, 'language' | 'wording'>,
): OutColumn {
  const isYesNo = field.type === 'boolean' && wording === 'words';
  return {
    name: field.name,
    title: formatFieldName(language, kind, field),
    shortName: field.shortName,
    type: OUT_TYPES[field.type],
    words: isYesNo
      ? [text(language, 'ledgers', 'yes'), text(language, 'ledgers', 'no')]
      : field.type === 'choice'
        ? (field.choices?.map((choice) => formatChoice(language, field, choice)) ?? null)
        : null,
  };
}

/** Names by code, for columns that say in words what another column says as a code. */
function createNames(rows: CountyRows) {
  const names = new Map<string, string>();
  for (const list of [rows.areas, rows.settlements, rows.sites, rows.hazards, rows.projects, rows.parks]) {
    for (const { code, name } of list) names.set(code, name);
  }
  for (const { code, name } of rows.segments) if (name !== null) names.set(code, name);
  return {
    find({ field, by }: LedgerLookup, values: LedgerEntry['values']): OutValue {
      const code = values[field];
      if (typeof code !== 'string') return null;
      switch (by) {
        case 'town_name':
          return names.get(code.slice(0, 9)) ?? null;
        case 'village_name':
          return names.get(code.slice(0, 12)) ?? null;
        case 'village_code':
          return code.length >= 12 ? code.slice(0, 12) : null;
        case 'name':
          return names.get(code) ?? null;
      }
    },
  };
}
