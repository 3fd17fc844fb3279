import { arrangeCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import { NotFoundError } from '#core/errors.ts';
import type { Database } from '#server/db/database.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { findCountyParts } from './county-read-store.ts';
import { readVersion } from './read-version.ts';

/**
 * Reads a county at a revision, in one picture of the data, also while the next revision is being written. What was derived when it was written is read, not computed again.
 *
 * @throws {NotFoundError} `unknown_revision`
 */
export async function loadCounty(db: Database, version: CountyVersion): Promise<County> {
  const parts = await readVersion(db, version, (read) => findCountyParts(read, version));
  if (parts === undefined) {
    const { countyCode, revision } = version;
    throw new NotFoundError(
      'unknown_revision',
      `Got revision ${revision} of county ${countyCode}, expected one that exists`,
      {
        code: countyCode,
        revision,
      },
    );
  }
  return arrangeCounty(parts);
}
