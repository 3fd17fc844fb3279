import type { Transaction, Transactions } from '#server/db/database.ts';
import { type CountyVersion, lookOnlyAt } from '#server/db/earlier-versions.ts';

/** The newest revision of a county; undefined when there is none. */
export async function findNewestRevision(trx: Transaction, countyCode: string): Promise<number | undefined> {
  const newest = await trx('revision').where({ county_code: countyCode }).max({ revision: 'revision' }).first();
  return newest?.revision ?? undefined;
}

/** When a revision was recorded, also while the next one is being written; undefined when there is no such county or revision. */
export const findRevisionTime = (db: Pick<Transactions, 'read'>, version: CountyVersion): Promise<Date | undefined> =>
  db.read(async (trx) => {
    lookOnlyAt(trx, version);
    const { countyCode, revision } = version;
    const row = await trx('revision').where({ county_code: countyCode, revision }).first('recorded_at');
    return row?.recorded_at;
  });
