import type { LedgerRow } from '../../county/things.ts';
import type { LedgerValue } from '../ledger.ts';
import type { SourceCell } from '../source-table.ts';
import type { DraftTable, RowDraft } from './row-draft.ts';

/** What a row says as it was reported, and the village under which it is filed. */
export interface ReportedValues {
  readonly villageCode: string;
  readonly values: LedgerRow['values'];
}

/**
 * The row of a household ledger as it was reported, whatever was repaired since: values of known columns by field name, other columns by their header as
 * they stand. Columns with personal data are not in the table.
 */
export function reportedValues(draft: RowDraft): ReportedValues {
  const { table, source } = draft;
  const values: Record<string, SourceCell> = {};
  for (const mapped of table.fields) {
    const { field, column, constant } = mapped;
    const cell = column < 0 ? constant : (source.cells[column] ?? null);
    const reading = table.read(mapped, source);
    const value = field.name === 'code' ? null : toPlain('value' in reading ? reading.value : undefined, cell);
    if (value !== null) values[field.name] = value;
  }
  for (const [place, header] of listUnmapped(table)) {
    const cell = source.cells[place] ?? null;
    if (cell !== null && cell !== '' && values[header] === undefined) values[header] = cell;
  }
  // a site that is named without its code: Q1 counts sites by code
  const { siteCode } = draft.values;
  if (values.siteCode === undefined && typeof siteCode === 'string') values.siteCode = siteCode;
  return { villageCode: villageOf(draft), values };
}

const unmappedOfTables = new WeakMap<DraftTable, readonly (readonly [place: number, header: string])[]>();

/** Columns that are no field, with their headers. */
function listUnmapped(table: DraftTable): readonly (readonly [place: number, header: string])[] {
  const known = unmappedOfTables.get(table);
  if (known) return known;
  const mapped = new Set(table.fields.map(({ column }) => column));
  const unmapped = [...table.source.columns.entries()].filter(([place]) => !mapped.has(place));
  unmappedOfTables.set(table, unmapped);
  return unmapped;
}

/** The village of the household, else the area of the table. */
function villageOf({ values, table, before }: RowDraft): string {
  const settlement = values.settlementCode ?? (before as { readonly settlementCode?: string } | null)?.settlementCode;
  if (typeof settlement === 'string' && settlement.length === 15) return settlement.slice(0, 12);
  return typeof values.villageCode === 'string' ? values.villageCode : table.mapping.areaCode;
}

/** The value where the cell could be read, else the cell itself. Lists are one text. */
function toPlain(value: LedgerValue | undefined, cell: SourceCell): SourceCell {
  if (value === undefined || value === null) return cell === '' ? null : cell;
  return typeof value === 'object' ? value.join(',') : value;
}
