import type { Transaction } from '#server/db/database.ts';

/** When a data revision was recorded; undefined when there is no such county or revision. */
export async function findRevisionTime(
  trx: Transaction,
  countyCode: string,
  revision: number,
): Promise<Date | undefined> {
  const row = await trx('revision').where({ county_code: countyCode, revision }).first('recorded_at');
  return row?.recorded_at;
}
