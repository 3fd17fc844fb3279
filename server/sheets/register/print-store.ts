import type { SheetFormat } from '#core/api/sheet-files.ts';
import type { PrintListQuery } from '#core/api/sheet-register.ts';
import type { Edition, SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { Transaction } from '#server/db/database.ts';
import type { RegisterKey } from './register-parts.ts';

/** A sheet that was handed out for printing. */
export interface PrintRecord extends RegisterKey {
  readonly areaCode: string;
  readonly map: MapKind;
  readonly edition: Edition;
  readonly approvalNumber: string | null;
  readonly format: SheetFormat;
  /** Which sheet of the set the file holds, from 1; null = all of them. */
  readonly page: number | null;
  /** Of a picture; null = drawn as vectors. */
  readonly dotsPerInch: number | null;
  readonly paper: string;
  readonly title: string;
  /** As it was written; whoever reads it parses it, because a later version of the product may know more or less of it. */
  readonly spec: unknown;
  /** Which book it is, as it was written; null = a sheet. */
  readonly book: unknown;
  readonly revision: number;
  readonly dataDate: IsoDate;
  readonly asOf: IsoDate;
  readonly sha256: string;
  readonly byteCount: number;
  readonly productVersion: string;
  readonly batch: string | null;
  readonly printedBy: string;
  readonly printedAt: Date;
}

interface PrintRow {
  readonly county_code: string;
  readonly print_id: string;
  readonly area_code: string;
  readonly map: MapKind;
  readonly edition: Edition;
  readonly approval_number: string | null;
  readonly format: SheetFormat;
  readonly page: number | null;
  readonly dpi: number | null;
  readonly paper: string;
  readonly title: string;
  readonly spec: unknown;
  readonly book: unknown;
  readonly revision: number;
  readonly data_date: IsoDate;
  readonly as_of: IsoDate;
  readonly sha256: string;
  readonly byte_count: string;
  readonly product_version: string;
  readonly batch_id: string | null;
  readonly printed_by: string;
  readonly printed_at: Date;
}

/** Stores a print; nothing of it is changed afterwards. */
export async function insertPrint(trx: Transaction, print: PrintRecord & { readonly spec: SheetSpec }): Promise<void> {
  await trx('sheet_print').insert({
    ...keyOf(print),
    area_code: print.areaCode,
    map: print.map,
    edition: print.edition,
    approval_number: print.approvalNumber,
    format: print.format,
    page: print.page,
    dpi: print.dotsPerInch,
    paper: print.paper,
    title: print.title,
    spec: JSON.stringify(print.spec),
    book: print.book === null ? null : JSON.stringify(print.book),
    revision: print.revision,
    data_date: print.dataDate,
    as_of: print.asOf,
    sha256: print.sha256,
    byte_count: print.byteCount,
    product_version: print.productVersion,
    batch_id: print.batch,
    printed_by: print.printedBy,
    printed_at: print.printedAt,
  });
}

/** A print; undefined when there is none. */
export async function findPrint(trx: Transaction, key: RegisterKey): Promise<PrintRecord | undefined> {
  const row = await trx<PrintRow>('sheet_print').where(keyOf(key)).first('*');
  return row && toRecord(row as PrintRow);
}

/** Several prints of a county by id. */
export async function selectPrintsById(
  trx: Transaction,
  countyCode: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PrintRecord>> {
  const rows: readonly PrintRow[] = await trx('sheet_print')
    .where({ county_code: countyCode })
    .whereIn('print_id', [...ids])
    .select('*');
  return new Map(rows.map((row) => [row.print_id, toRecord(row)]));
}

/** Prints of a county, newest first, at most one more than asked for: it tells that there is another page. */
export async function selectPrints(
  trx: Transaction,
  countyCode: string,
  query: PrintListQuery,
): Promise<readonly PrintRecord[]> {
  const { area, map, edition, batch, from, to, hanging, cursor, limit } = query;
  const list = trx<PrintRow>('sheet_print').where({ county_code: countyCode });
  if (area !== undefined) list.andWhereRaw('left(area_code, ?) = ?', [area.length, area]);
  if (map !== undefined) list.andWhere({ map });
  if (edition !== undefined) list.andWhere({ edition });
  if (batch !== undefined) list.andWhere({ batch_id: batch });
  if (from !== undefined) list.andWhereRaw(`printed_at >= (?::date)::timestamp AT TIME ZONE 'Asia/Shanghai'`, [from]);
  if (to !== undefined) list.andWhereRaw(`printed_at < (?::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`, [to]);
  if (hanging !== undefined) list.andWhereRaw(`${hanging === 'yes' ? '' : 'NOT '}${HANGS_NOW}`);
  if (cursor !== undefined)
    list.andWhereRaw(`(printed_at, print_id) < ((${CURSOR_TIME}), ?)`, [countyCode, cursor, cursor]);
  const rows: readonly PrintRow[] = await list
    .orderByRaw('printed_at DESC, print_id DESC')
    .limit(limit + 1)
    .select('*');
  return rows.map(toRecord);
}

const HANGS_NOW = `EXISTS (SELECT FROM hanging WHERE hanging.county_code = sheet_print.county_code
  AND hanging.print_id = sheet_print.print_id AND hanging.taken_down_on IS NULL)`;
const CURSOR_TIME = 'SELECT at.printed_at FROM sheet_print at WHERE at.county_code = ? AND at.print_id = ?';

const keyOf = ({ countyCode, id }: RegisterKey) => ({ county_code: countyCode, print_id: id });

const toRecord = (row: PrintRow): PrintRecord => ({
  countyCode: row.county_code,
  id: row.print_id,
  areaCode: row.area_code,
  map: row.map,
  edition: row.edition,
  approvalNumber: row.approval_number,
  format: row.format,
  page: row.page,
  dotsPerInch: row.dpi,
  paper: row.paper,
  title: row.title,
  spec: row.spec,
  book: row.book,
  revision: row.revision,
  dataDate: row.data_date,
  asOf: row.as_of,
  sha256: row.sha256,
  byteCount: Number(row.byte_count),
  productVersion: row.product_version,
  batch: row.batch_id,
  printedBy: row.printed_by,
  printedAt: row.printed_at,
});
