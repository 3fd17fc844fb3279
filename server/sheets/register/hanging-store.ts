import type { IsoDate } from '#core/county/dates.ts';
import type { Transaction } from '#server/db/database.ts';
import type { RegisterKey } from './register-parts.ts';

/** A sheet on a wall, now or once. */
export interface HangingRecord extends RegisterKey {
  readonly wallId: string;
  readonly printId: string;
  readonly hungOn: IsoDate;
  readonly hungBy: string;
  /** Null = it hangs. */
  readonly takenDownOn: IsoDate | null;
  readonly takenDownBy: string | null;
}

interface HangingRow {
  readonly county_code: string;
  readonly hanging_id: string;
  readonly wall_id: string;
  readonly print_id: string;
  readonly hung_on: IsoDate;
  readonly hung_by: string;
  readonly taken_down_on: IsoDate | null;
  readonly taken_down_by: string | null;
}

/** What hangs and hung, last first. */
export async function selectHangings(
  trx: Transaction,
  countyCode: string,
  where: { readonly wallId?: string; readonly printId?: string; readonly isHanging?: boolean } = {},
): Promise<readonly HangingRecord[]> {
  const query = trx<HangingRow>('hanging').where({ county_code: countyCode });
  if (where.wallId !== undefined) query.andWhere({ wall_id: where.wallId });
  if (where.printId !== undefined) query.andWhere({ print_id: where.printId });
  if (where.isHanging) query.whereNull('taken_down_on');
  const rows: readonly HangingRow[] = await query.orderByRaw('hung_on DESC, hanging_id').select('*');
  return rows.map(toRecord);
}

/** What hangs or hung there; undefined when there is no such thing on that wall. */
export async function findHanging(
  trx: Transaction,
  { countyCode, id }: RegisterKey,
  wallId: string,
): Promise<HangingRecord | undefined> {
  const row = await trx<HangingRow>('hanging')
    .where({ county_code: countyCode, hanging_id: id, wall_id: wallId })
    .first('*');
  return row && toRecord(row as HangingRow);
}

/** Hangs a sheet. */
export async function insertHanging(trx: Transaction, hanging: HangingRecord): Promise<void> {
  await trx('hanging').insert({
    county_code: hanging.countyCode,
    hanging_id: hanging.id,
    wall_id: hanging.wallId,
    print_id: hanging.printId,
    hung_on: hanging.hungOn,
    hung_by: hanging.hungBy,
  });
}

/** Takes a sheet down. */
export async function endHanging(
  trx: Transaction,
  { countyCode, id }: RegisterKey,
  { on, by }: { readonly on: IsoDate; readonly by: string },
): Promise<void> {
  await trx('hanging')
    .where({ county_code: countyCode, hanging_id: id })
    .update({ taken_down_on: on, taken_down_by: by });
}

const toRecord = (row: HangingRow): HangingRecord => ({
  countyCode: row.county_code,
  id: row.hanging_id,
  wallId: row.wall_id,
  printId: row.print_id,
  hungOn: row.hung_on,
  hungBy: row.hung_by,
  takenDownOn: row.taken_down_on,
  takenDownBy: row.taken_down_by,
});
