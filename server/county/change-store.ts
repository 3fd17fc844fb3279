import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import { beginBulkLoad } from '#server/db/bulk-load.ts';
import type { Transaction } from '#server/db/database.ts';
import { addOnly, type CountyVersion } from '#server/db/earlier-versions.ts';
import { letReadsIn } from '#server/db/let-reads-in.ts';
import { lockRevisions, openRevision } from './county-write-store.ts';
import type { NewThings, PreparedChange } from './prepare-county-change.ts';
import { findNewestRevision } from './revision-store.ts';
import { RowProblems } from './row-problems.ts';
import type { VersionChange } from './version-change.ts';
import { closeVersions, insertRecords, insertRecordText, whereValid } from './version-store.ts';

/** Who changes what, upon which revision. */
export interface ChangeNote {
  readonly countyCode: string;
  /** The revision that the change was made upon; refused when another one came between. */
  readonly ifRevision: number;
  readonly account: string;
  readonly description: string;
}

/** From so many rows on, references are checked at the end instead of row by row, and the planner expects many rows (`beginBulkLoad`). */
const MANY_ROWS = 2000;

/** One property of each record of a JSON list. Such a list leads through an index, whatever the planner thinks of a join with a table without statistics. */
const LISTED = 'ARRAY(SELECT listed ->> ? FROM json_array_elements(?::json) listed)';

/**
 * Refuses to change a county that changed meanwhile. Holds back other writers until the transaction ends.
 *
 * @throws {NotFoundError} `unknown_county`
 * @throws {InvalidInputError} `county_changed`
 */
export async function lockRevision(
  trx: Transaction,
  { countyCode, ifRevision }: Pick<ChangeNote, 'countyCode' | 'ifRevision'>,
): Promise<void> {
  await lockRevisions(trx);
  await assertRevision(trx, { countyCode, ifRevision });
}

/**
 * Refuses a revision that is not the newest.
 *
 * @throws {NotFoundError} `unknown_county`
 * @throws {InvalidInputError} `county_changed`
 */
export async function assertRevision(
  trx: Transaction,
  { countyCode, ifRevision }: Pick<ChangeNote, 'countyCode' | 'ifRevision'>,
): Promise<void> {
  const newest = await findNewestRevision(trx, countyCode);
  if (newest === undefined) {
    throw new NotFoundError('unknown_county', `Got county ${countyCode}, expected one that is in the database`, {
      code: countyCode,
    });
  }
  if (newest === ifRevision) return;
  const details = { given: ifRevision, revision: newest };
  throw new InvalidInputError('county_changed', `Got a change of ${ifRevision}, expected of ${newest}`, details);
}

/**
 * Stores a prepared change as the county's next data revision: the versions that it names end and begin, every other row stays.
 *
 * @param trx a write transaction; whatever fails leaves nothing behind
 * @returns the new revision
 * @throws {InvalidInputError} `county_changed`, `county_unchanged`; `county_rows_invalid`: a code was of another kind before
 */
export async function storeCountyChange(trx: Transaction, prepared: PreparedChange, note: ChangeNote): Promise<number> {
  const { countyCode } = note;
  await lockRevision(trx, note);
  if (prepared.versions.length === 0 && prepared.dataDate === null)
    throw new InvalidInputError('county_unchanged', 'Got a change that changes nothing', {});
  // nobody else opens one meanwhile
  const version = { countyCode, revision: note.ifRevision + 1 };
  addOnly(trx, version);
  const rowCount = prepared.versions.reduce((sum, change) => sum + change.rowCount, 0);
  const load = rowCount > MANY_ROWS ? await beginBulkLoad(trx) : null;
  // as late as the references to it allow: who asks for the newest revision waits for the end of whoever has stored one
  const isOpenedLate = load?.isCheckedAtEnd === true;
  if (!isOpenedLate) await openRevision(trx, countyCode, note);
  if (prepared.things !== null) await registerThings(trx, countyCode, prepared.things);
  for (const change of prepared.versions) await endVersions(trx, version, change);
  for (const change of prepared.versions) await beginVersions(trx, version, change);
  if (isOpenedLate) await openRevision(trx, countyCode, note);
  if (prepared.dataDate !== null) await storeDataDate(trx, version, prepared.dataDate);
  const tables = new Set(['thing', 'county', ...prepared.versions.map(({ table }) => table)]);
  await load?.finish(countyCode, { tables, revision: version.revision });
  return version.revision;
}

/** Enters new codes, none twice, into the register; a code keeps its kind for ever. Nobody else does so meanwhile: see `lockRevision`. */
async function registerThings(trx: Transaction, countyCode: string, { count, texts }: NewThings): Promise<void> {
  const listed = 'json_to_recordset(?::json) listed(code text, kind text)';
  let registered = 0;
  for (const text of texts) {
    await letReadsIn(trx);
    const { rowCount } = await trx.raw<{ rowCount: number }>(
      `INSERT INTO thing (county_code, code, kind) SELECT ?, listed.code, listed.kind FROM ${listed}
       WHERE NOT listed.code = ANY (ARRAY(SELECT known.code FROM thing known WHERE known.county_code = ? AND known.code = ANY (${LISTED})))`,
      [countyCode, text, countyCode, 'code', text],
    );
    registered += rowCount;
  }
  if (registered === count) return;
  const problems = new RowProblems();
  for (const text of texts) {
    const { rows } = await trx.raw<{ rows: { code: string; kind: string; known: string }[] }>(
      `SELECT listed.code, listed.kind, thing.kind AS known FROM ${listed}
       JOIN thing ON thing.county_code = ? AND thing.code = listed.code WHERE thing.kind <> listed.kind`,
      [text, countyCode],
    );
    for (const { code, kind, known } of rows)
      problems.add(`${kind} ${code}`, `a code that is a ${known}`, 'a new code');
  }
  problems.throwIfAny();
}

async function storeDataDate(trx: Transaction, version: CountyVersion, dataDate: string): Promise<void> {
  const before = { countyCode: version.countyCode, revision: version.revision - 1 };
  const head = await whereValid(trx, 'county', before).first('origin', 'settings');
  await closeVersions(trx, 'county', version);
  await insertRecords(trx, {
    table: 'county',
    shared: { county_code: version.countyCode, revision_from: version.revision },
    records: [{ ...head, data_date: dataDate }],
  });
}

async function endVersions(
  trx: Transaction,
  { countyCode, revision }: CountyVersion,
  { table, keys, ended }: VersionChange,
): Promise<void> {
  const match = keys.map(() => 'version.?? = ended.??').join(' AND ');
  const [first = ''] = keys;
  for (const text of ended) {
    await letReadsIn(trx);
    await trx.raw(
      `UPDATE ?? version SET revision_to = ? FROM json_populate_recordset(NULL::??, ?::json) ended
       WHERE version.county_code = ? AND version.revision_to IS NULL AND ${match}
         AND version.?? = ANY (${LISTED})`,
      [table, revision, table, text, countyCode, ...keys.flatMap((key) => [key, key]), first, first, text],
    );
  }
}

async function beginVersions(
  trx: Transaction,
  { countyCode, revision }: CountyVersion,
  { table, columns, begun }: VersionChange,
): Promise<void> {
  const shared = { county_code: countyCode, revision_from: revision };
  for (const text of begun) {
    await letReadsIn(trx);
    await insertRecordText(trx, { table, shared, columns, text });
  }
}
