import type { LedgerField, LedgerKind } from '#core/ledgers/ledger.ts';
import type { PositionSource, TableMapping } from '#core/ledgers/table-mapping.ts';
import type { MappedTable } from './import-steps.ts';

/** Kinds of positions that a person can choose between. */
export const POSITION_KINDS = ['none', 'geometry', 'two_columns', 'one_column', 'wkt', 'village'] as const;
export type PositionKind = (typeof POSITION_KINDS)[number];

/** A mapping for a table that has none. */
export const createMapping = (
  { file, table }: Pick<MappedTable, 'file' | 'table'>,
  { areaCode, asOf }: Pick<TableMapping, 'areaCode' | 'asOf'>,
): TableMapping => ({
  file,
  table,
  ledger: null,
  columns: {},
  constants: {},
  position: { kind: 'none' },
  crs: null,
  crsConfirmed: false,
  mode: 'add',
  areaCode,
  asOf,
});

/** Puts a mapping in the place of the one of its table. */
export const replaceMapping = (mappings: readonly TableMapping[], changed: TableMapping): readonly TableMapping[] => [
  ...mappings.filter(({ file, table }) => file !== changed.file || table !== changed.table),
  changed,
];

/** The table becomes another ledger: columns of fields that the new one has not are freed. */
export function setLedger(
  mapping: TableMapping,
  ledger: LedgerKind | null,
  fields: readonly LedgerField[],
): TableMapping {
  const isKept = ([name]: readonly [string, unknown]): boolean => fields.some((field) => field.name === name);
  return {
    ...mapping,
    ledger,
    columns: Object.fromEntries(Object.entries(mapping.columns).filter(isKept)),
    constants: Object.fromEntries(Object.entries(mapping.constants).filter(isKept)),
  };
}

/** A column becomes a field, or none; the field leaves its other column, the column its other fields. */
export function setColumnField(mapping: TableMapping, column: number, field: string | null): TableMapping {
  const others = Object.entries(mapping.columns).filter(([name, place]) => place !== column && name !== field);
  const columns = Object.fromEntries(field === null ? others : [...others, [field, column]]);
  return { ...mapping, columns, constants: field === null ? mapping.constants : dropKey(mapping.constants, field) };
}

/** A field takes a column beside what the column is already, or none. */
export const setFieldColumn = (mapping: TableMapping, field: string, column: number | null): TableMapping => ({
  ...mapping,
  columns: column === null ? dropKey(mapping.columns, field) : { ...mapping.columns, [field]: column },
  constants: dropKey(mapping.constants, field),
});

/** Every row has this value of a field; empty = none. */
export const setConstant = (mapping: TableMapping, field: string, value: string): TableMapping => ({
  ...mapping,
  constants: value.trim() === '' ? dropKey(mapping.constants, field) : { ...mapping.constants, [field]: value.trim() },
});

/** Fields that a column is. */
export const listFieldsOf = ({ columns }: TableMapping, column: number): readonly string[] =>
  Object.entries(columns).flatMap(([name, place]) => (place === column ? [name] : []));

/** Whether a field has a source. */
export const hasSource = ({ columns, constants }: TableMapping, field: string): boolean =>
  Object.hasOwn(columns, field) || Object.hasOwn(constants, field);

/** Another source of the position, with the columns that are likely; what is known of the reference system is asked for again. */
export const setPosition = (mapping: TableMapping, position: PositionSource): TableMapping => ({
  ...mapping,
  position,
  crs: null,
  crsConfirmed: false,
});

/** A source of a kind, from the columns of another one where they fit. */
export function changePositionKind(position: PositionSource, kind: PositionKind): PositionSource {
  const first = 'first' in position ? position.first : 'column' in position ? position.column : 0;
  if (kind === 'none' || kind === 'geometry') return { kind };
  if (kind !== 'two_columns') return { kind, column: first };
  return { kind, first, second: 'second' in position ? position.second : first + 1 };
}

/** Columns that the position is read from. */
export const listPositionColumns = (position: PositionSource): readonly number[] => {
  if ('first' in position) return [position.first, position.second];
  return 'column' in position ? [position.column] : [];
};

function dropKey<Value>(record: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  const { [key]: _dropped, ...others } = record;
  return others;
}
