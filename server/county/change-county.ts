import type { County, RoadFault } from '#core/county/county.ts';
import type { Database, Transaction } from '#server/db/database.ts';
import { assertRevision, type ChangeNote, storeCountyChange } from './change-store.ts';
import { prepareInThread } from './change-thread.ts';
import { readCountyText, readRoadText } from './county-text-store.ts';

/** A change of the rows of a county. */
export interface ChangeRequest extends ChangeNote {
  /** A `CountyChange` as gzipped JSON: the server itself never takes it apart. */
  readonly change: Uint8Array;
  /** The revision that `change` made, when it is to be taken back; null to write it. */
  readonly undoes: number | null;
  /** Told the new revision in the same transaction; what it throws leaves nothing behind. */
  readonly alongside?: (trx: Transaction, revision: number) => Promise<void>;
}

/** What a change did. */
export interface ChangedCounty {
  readonly revision: number;
  /** What was found while the roads became a graph; null when no road was touched. */
  readonly roadFaults: readonly RoadFault[] | null;
  /** Lists of the county in memory that differ. */
  readonly touched: Partial<County>;
}

/**
 * Writes a change of the rows of a county as its next data revision: reads the rows as text, checks and computes the change in a thread, stores it in
 * one transaction.
 *
 * @throws {NotFoundError} `unknown_county`
 * @throws {InvalidInputError} `county_changed`, `county_unchanged`, `county_rows_invalid`, and whatever `alongside` throws
 */
export async function changeCounty(db: Database, request: ChangeRequest): Promise<ChangedCounty> {
  const { countyCode, ifRevision, change, undoes, alongside } = request;
  await db.read((trx) => assertRevision(trx, request), 'job');
  const version = { countyCode, revision: ifRevision };
  const { prepared, touched } = await prepareInThread(async () => ({
    text: await readCountyText(db, version),
    roads: await readRoadText(db, version),
    undone: undoes === null ? null : await readCountyText(db, { countyCode, revision: undoes - 1 }),
    change,
  }));
  const revision = await db.write(async (trx) => {
    const opened = await storeCountyChange(trx, prepared, request);
    await alongside?.(trx, opened);
    return opened;
  }, 'job');
  return { revision, roadFaults: prepared.roadFaults, touched };
}
