import type { ImportRecord } from '#core/api/import-records.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import type { LeftOutColumn, SourceFormat } from '#core/ledgers/source-table.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import type { Transaction } from '#server/db/database.ts';
import type { CheckCounts, CrsGuesses } from './import-messages.ts';

/** An import of a county. */
export interface ImportKey {
  readonly countyCode: string;
  readonly id: string;
}

/** What a check came to, with the files that hold it. */
export interface StoredCheck extends CheckCounts {
  readonly findingsSha256: string;
  readonly differencesSha256: string;
}

/** A file of an import. */
export interface StoredFile {
  readonly name: string;
  readonly format: SourceFormat;
  readonly byteCount: number;
  readonly sha256: string;
  readonly keptName: string;
  readonly keptSha256: string;
  readonly leftOut: readonly LeftOutColumn[];
  /** A written import that brought the same file; null when there is none. */
  readonly sameAs: string | null;
}

/** What of an import changes as it goes on. */
export interface ImportStatus {
  readonly state: ImportRecord['state'];
  readonly mappings: { readonly tables: readonly TableMapping[]; readonly crsGuesses: CrsGuesses };
  readonly repairs: readonly RepairChoice[];
  readonly check: StoredCheck | null;
  /** Code and details of a sentence of the topic `errors`. */
  readonly error: { readonly code: string; readonly details: Readonly<Record<string, string | number>> } | null;
  readonly readingSha256: string | null;
  readonly changeSha256: string | null;
  readonly checkedRevision: number | null;
  readonly writtenRevision: number | null;
  readonly writtenAt: Date | null;
  readonly undoneRevision: number | null;
  readonly undoneAt: Date | null;
}

/** An import as it is stored. */
export interface StoredImport extends ImportKey, ImportStatus {
  /** Raised by each change. */
  readonly version: number;
  readonly account: string;
  readonly createdAt: Date;
  /** Also renewed while work is under way. */
  readonly changedAt: Date;
  readonly files: readonly StoredFile[];
}

const COLUMNS = {
  state: 'state',
  mappings: 'mappings',
  repairs: 'repairs',
  check: 'summary',
  error: 'error',
  readingSha256: 'reading_sha256',
  changeSha256: 'change_sha256',
  checkedRevision: 'checked_revision',
  writtenRevision: 'written_revision',
  writtenAt: 'written_at',
  undoneRevision: 'undone_revision',
  undoneAt: 'undone_at',
} as const satisfies Record<keyof ImportStatus, string>;

/** Columns that the driver must not take for lists of PostgreSQL. */
const JSON_COLUMNS: ReadonlySet<string> = new Set(['mappings', 'repairs', 'summary', 'error']);

const keyOf = ({ countyCode, id }: ImportKey) => ({ county_code: countyCode, import_id: id });

/** Begins an import whose files are still to be read. */
export async function insertImport(trx: Transaction, key: ImportKey, account: string): Promise<void> {
  const now = new Date();
  await trx('import').insert({
    ...keyOf(key),
    state: 'reading',
    version: 1,
    account_id: account,
    created_at: now,
    changed_at: now,
    mappings: JSON.stringify({ tables: [], crsGuesses: {} }),
    repairs: '[]',
  });
}

/** Changes an import and raises its version. */
export async function updateImport(trx: Transaction, key: ImportKey, change: Partial<ImportStatus>): Promise<void> {
  const columns = Object.entries(change).map(([property, value]) => {
    const column = COLUMNS[property as keyof ImportStatus];
    return [column, JSON_COLUMNS.has(column) && value !== null ? JSON.stringify(value) : value];
  });
  await trx('import')
    .where(keyOf(key))
    .update({ ...Object.fromEntries(columns), version: trx.raw('version + 1'), changed_at: new Date() });
}

/** Says that work at an import goes on. */
export async function touchImport(trx: Transaction, key: ImportKey): Promise<void> {
  await trx('import').where(keyOf(key)).update({ changed_at: new Date() });
}

/** Stores the files of an import; their kept copies must be in the table of files. */
export async function insertFiles(
  trx: Transaction,
  key: ImportKey,
  files: readonly Omit<StoredFile, 'sameAs'>[],
): Promise<void> {
  for (const [number, file] of files.entries()) {
    await trx('import_file').insert({
      ...keyOf(key),
      file_number: number,
      name: file.name,
      format: file.format,
      byte_count: file.byteCount,
      sha256: file.sha256,
      kept_name: file.keptName,
      kept_sha256: file.keptSha256,
      left_out: JSON.stringify(file.leftOut),
    });
  }
}

/** Puts another kept copy in the place of a file's, which must be in the table of files. */
export async function replaceKeptCopy(
  trx: Transaction,
  key: ImportKey,
  {
    number,
    keptName,
    keptSha256,
    leftOut,
  }: Pick<StoredFile, 'keptName' | 'keptSha256' | 'leftOut'> & {
    readonly number: number;
  },
): Promise<void> {
  await trx('import_file')
    .where({ ...keyOf(key), file_number: number })
    .update({ kept_name: keptName, kept_sha256: keptSha256, left_out: JSON.stringify(leftOut) });
}

/** An import; undefined when there is none. `isLocked`: nobody else changes it until the transaction ends. */
export async function findImport(
  trx: Transaction,
  key: ImportKey,
  { isLocked = false }: { readonly isLocked?: boolean } = {},
): Promise<StoredImport | undefined> {
  const query = trx('import').where(keyOf(key)).first<ImportRow | undefined>('*');
  const row = await (isLocked ? query.forUpdate() : query);
  if (row === undefined) return undefined;
  const files = await selectFiles(trx, key.countyCode, [key.id]);
  return toStored(row, files.get(key.id) ?? []);
}

/** Imports of a county, newest first, from after one of them on. */
export async function listImports(
  trx: Transaction,
  {
    countyCode,
    after,
    limit,
  }: { readonly countyCode: string; readonly after: ImportKey | null; readonly limit: number },
): Promise<readonly StoredImport[]> {
  const query = trx('import').where({ county_code: countyCode });
  if (after !== null) {
    query.whereRaw(
      '(created_at, import_id) < (SELECT created_at, import_id FROM import WHERE county_code = ? AND import_id = ?)',
      [countyCode, after.id],
    );
  }
  const rows: readonly ImportRow[] = await query
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'import_id', order: 'desc' },
    ])
    .limit(limit)
    .select('*');
  const files = await selectFiles(
    trx,
    countyCode,
    rows.map((row) => row.import_id),
  );
  return rows.map((row) => toStored(row, files.get(row.import_id) ?? []));
}

/** Imports of all counties that were not written: unchanged since before a moment, or, newest first, beyond a number for each county. */
export async function listLeftUnwritten(
  trx: Transaction,
  { changedBefore, kept }: { readonly changedBefore: Date; readonly kept: number },
): Promise<readonly ImportKey[]> {
  const { rows } = await trx.raw<{ rows: { county_code: string; import_id: string }[] }>(
    `SELECT county_code, import_id FROM (
       SELECT *, row_number() OVER (PARTITION BY county_code ORDER BY changed_at DESC, import_id DESC) place
       FROM import WHERE written_revision IS NULL) unwritten
     WHERE changed_at < ? OR place > ? ORDER BY changed_at, import_id`,
    [changedBefore, kept],
  );
  return rows.map(({ county_code, import_id }) => ({ countyCode: county_code, id: import_id }));
}

/** Removes an import with what is said of its files; the files themselves stay. */
export async function deleteImport(trx: Transaction, key: ImportKey): Promise<void> {
  await trx('import_file').where(keyOf(key)).delete();
  await trx('import').where(keyOf(key)).delete();
}

/** Of files those that no import of the county needs. */
export async function listUnneeded(
  trx: Transaction,
  countyCode: string,
  checksums: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await trx.raw<{ rows: { sha256: string }[] }>(
    `SELECT listed.sha256 FROM json_array_elements_text(?::json) listed(sha256)
     WHERE NOT EXISTS (SELECT FROM import WHERE county_code = ? AND listed.sha256 IN
         (reading_sha256, change_sha256, summary ->> 'findingsSha256', summary ->> 'differencesSha256'))
       AND NOT EXISTS (SELECT FROM import_file WHERE county_code = ? AND kept_sha256 = listed.sha256)`,
    [JSON.stringify(checksums), countyCode, countyCode],
  );
  return rows.map(({ sha256 }) => sha256);
}

interface ImportRow {
  readonly county_code: string;
  readonly import_id: string;
  readonly state: ImportStatus['state'];
  readonly version: number;
  readonly account_id: string;
  readonly created_at: Date;
  readonly changed_at: Date;
  readonly mappings: ImportStatus['mappings'];
  readonly repairs: ImportStatus['repairs'];
  readonly summary: ImportStatus['check'];
  readonly error: ImportStatus['error'];
  readonly reading_sha256: string | null;
  readonly change_sha256: string | null;
  readonly checked_revision: number | null;
  readonly written_revision: number | null;
  readonly written_at: Date | null;
  readonly undone_revision: number | null;
  readonly undone_at: Date | null;
}

const toStored = (row: ImportRow, files: readonly StoredFile[]): StoredImport => ({
  countyCode: row.county_code,
  id: row.import_id,
  state: row.state,
  version: row.version,
  account: row.account_id,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  mappings: row.mappings,
  repairs: row.repairs,
  check: row.summary,
  error: row.error,
  readingSha256: row.reading_sha256,
  changeSha256: row.change_sha256,
  checkedRevision: row.checked_revision,
  writtenRevision: row.written_revision,
  writtenAt: row.written_at,
  undoneRevision: row.undone_revision,
  undoneAt: row.undone_at,
  files,
});

interface FileRow {
  readonly import_id: string;
  readonly name: string;
  readonly format: SourceFormat;
  readonly byte_count: string;
  readonly sha256: string;
  readonly kept_name: string;
  readonly kept_sha256: string;
  readonly left_out: readonly LeftOutColumn[];
  readonly same_as: string | null;
}

async function selectFiles(
  trx: Transaction,
  countyCode: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredFile[]>> {
  const rows: readonly FileRow[] = await trx('import_file')
    .where({ county_code: countyCode })
    .whereIn('import_id', ids)
    .orderBy(['import_id', 'file_number'])
    .select('*', selectSameAs(trx));
  const files = new Map<string, StoredFile[]>(ids.map((id) => [id, []]));
  for (const row of rows) files.get(row.import_id)?.push(toFile(row));
  return files;
}

/** The newest written import that brought the same bytes. */
const selectSameAs = (trx: Transaction) =>
  trx.raw(
    `(SELECT made.import_id FROM import_file same JOIN import made USING (county_code, import_id)
      WHERE same.county_code = import_file.county_code AND same.sha256 = import_file.sha256 AND made.state = 'written'
        AND made.import_id <> import_file.import_id
      ORDER BY made.written_at DESC LIMIT 1) AS same_as`,
  );

const toFile = (row: FileRow): StoredFile => ({
  name: row.name,
  format: row.format,
  byteCount: Number(row.byte_count),
  sha256: row.sha256,
  keptName: row.kept_name,
  keptSha256: row.kept_sha256,
  leftOut: row.left_out,
  sameAs: row.same_as,
});

/** Counties that hold data of an office: something was imported into them, or was read and lies there. */
export const listCountiesOfImports = (trx: Transaction): Promise<string[]> =>
  trx('import').distinct().orderBy('county_code').pluck<string[]>('county_code');
