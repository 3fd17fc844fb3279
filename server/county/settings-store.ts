import { completeSettings, type Settings } from '#core/county/campaign.ts';
import { changeSettings, type SettingsChange } from '#core/county/change-settings.ts';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { Transaction } from '#server/db/database.ts';
import { lockRevisions, openRevision } from './county-write-store.ts';
import { findNewestRevision } from './revision-store.ts';
import { closeVersions, insertRecords, whereValid } from './version-store.ts';

/** Who changes what. */
export interface SettingsRequest {
  readonly countyCode: string;
  readonly change: SettingsChange;
  readonly account: string;
  /** The revision that the change was made upon; refused when another one came between. */
  readonly ifRevision?: number | undefined;
}

/** Settings after a change, and the revision from which they hold. */
export interface ChangedSettings {
  readonly revision: number;
  readonly settings: Settings;
  /** False = nothing differed, and there is no new revision. */
  readonly isChanged: boolean;
}

/**
 * Changes settings as the county's next data revision: its own row gets a new version, every other row stays as it is.
 *
 * @param trx a write transaction
 * @throws {NotFoundError} `unknown_county`
 * @throws {InvalidInputError} `revision_conflict`
 */
export async function storeSettings(trx: Transaction, request: SettingsRequest): Promise<ChangedSettings> {
  const { countyCode, change, account, ifRevision } = request;
  await lockRevisions(trx);
  const newest = await findNewestRevision(trx, countyCode);
  if (newest === undefined) {
    throw new NotFoundError('unknown_county', `Got county ${countyCode}, expected one that is in the database`, {
      code: countyCode,
    });
  }
  if (ifRevision !== undefined && ifRevision !== newest) {
    const details = { given: ifRevision, revision: newest };
    throw new InvalidInputError('revision_conflict', `Got a change of ${ifRevision}, expected of ${newest}`, details);
  }
  const columns = ['data_date', 'origin', 'settings'];
  const { settings: stored, ...head } = await whereValid(trx, 'county', { countyCode, revision: newest }).first(
    columns,
  );
  const before = completeSettings(stored);
  const settings = changeSettings(before, change);
  if (settings === before) return { revision: newest, settings, isChanged: false };
  const description = `settings: ${Object.keys(change).join(', ')}`;
  const revision = await openRevision(trx, countyCode, { account, description });
  await closeVersions(trx, 'county', { countyCode, revision });
  await insertRecords(trx, {
    table: 'county',
    shared: { county_code: countyCode, revision_from: revision },
    records: [{ ...head, settings }],
  });
  return { revision, settings, isChanged: true };
}
