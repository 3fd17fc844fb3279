import type { LedgerRow } from '../../county/things.ts';
import type { LedgerValue } from '../ledger.ts';
import type { SourceCell } from '../source-table.ts';
import type { RowDraft } from './row-draft.ts';

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
  const places = new Set<number>();
  for (const { field, column, constant } of table.fields) {
    const cell = column < 0 ? constant : (source.cells[column] ?? null);
    if (column >= 0) places.add(column);
    const reading = table.read({ field, column, constant }, source);
    const value = field.name === 'code' ? null : toPlain('value' in reading ? reading.value : undefined, cell);
    if (value !== null) values[field.name] = value;
  }
  for (const [place, header] of table.source.columns.entries()) {
    const cell = source.cells[place] ?? null;
    if (!places.has(place) && cell !== null && cell !== '' && values[header] === undefined) values[header] = cell;
  }
  // a site that is named without its code: Q1 counts sites by code
  const { siteCode } = draft.values;
  if (values.siteCode === undefined && typeof siteCode === 'string') values.siteCode = siteCode;
  return { villageCode: villageOf(draft), values };
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
