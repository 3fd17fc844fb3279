import type { WallKind } from '#core/api/sheet-register.ts';
import type { Transaction } from '#server/db/database.ts';
import type { RegisterKey } from './register-parts.ts';

/** A wall on which sheets hang. */
export interface WallRecord extends RegisterKey {
  readonly name: string;
  readonly kind: WallKind;
  readonly areaCode: string;
  readonly note: string;
  /** Rises by one with every change. */
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
}

interface WallRow {
  readonly county_code: string;
  readonly wall_id: string;
  readonly name: string;
  readonly kind: WallKind;
  readonly area_code: string;
  readonly note: string;
  readonly version: number;
  readonly created_by: string;
  readonly created_at: Date;
  readonly changed_by: string;
  readonly changed_at: Date;
  readonly given_up_at: Date | null;
}

/** Walls of a county that were not given up, by area and name. `areaCode`: itself and what lies in it. */
export async function selectWalls(
  trx: Transaction,
  countyCode: string,
  { areaCode, kind }: { readonly areaCode?: string | undefined; readonly kind?: WallKind | undefined } = {},
): Promise<readonly WallRecord[]> {
  const query = trx<WallRow>('wall').where({ county_code: countyCode }).whereNull('given_up_at');
  if (areaCode !== undefined) query.andWhereRaw('left(area_code, ?) = ?', [areaCode.length, areaCode]);
  if (kind !== undefined) query.andWhere({ kind });
  const rows: readonly WallRow[] = await query.orderByRaw('area_code, name COLLATE "C", wall_id').select('*');
  return rows.map(toRecord);
}

/** A wall that was not given up; undefined when there is none. */
export async function findWall(trx: Transaction, key: RegisterKey): Promise<WallRecord | undefined> {
  const row = await trx<WallRow>('wall').where(keyOf(key)).whereNull('given_up_at').first('*');
  return row && toRecord(row as WallRow);
}

/** The same, and nobody else can change it or what hangs on it until the transaction ends. */
export async function lockWall(trx: Transaction, key: RegisterKey): Promise<WallRecord | undefined> {
  const row = await trx<WallRow>('wall').where(keyOf(key)).whereNull('given_up_at').forUpdate().first('*');
  return row && toRecord(row as WallRow);
}

/** Stores a new wall. */
export async function insertWall(trx: Transaction, wall: WallRecord): Promise<void> {
  await trx('wall').insert({
    ...keyOf(wall),
    ...textsOf(wall),
    version: wall.version,
    created_by: wall.createdBy,
    created_at: wall.createdAt,
    changed_by: wall.changedBy,
    changed_at: wall.changedAt,
  });
}

/** Stores what a wall is now. */
export async function updateWall(trx: Transaction, wall: WallRecord): Promise<void> {
  await trx('wall')
    .where(keyOf(wall))
    .update({ ...textsOf(wall), version: wall.version, changed_by: wall.changedBy, changed_at: wall.changedAt });
}

/** Gives a wall up: it is no longer listed, and what hung there is still known. */
export async function giveUpWall(trx: Transaction, key: RegisterKey, at: Date): Promise<void> {
  await trx('wall').where(keyOf(key)).update({ given_up_at: at });
}

const textsOf = ({ name, kind, areaCode, note }: WallRecord) => ({ name, kind, area_code: areaCode, note });

const keyOf = ({ countyCode, id }: RegisterKey) => ({ county_code: countyCode, wall_id: id });

const toRecord = (row: WallRow): WallRecord => ({
  countyCode: row.county_code,
  id: row.wall_id,
  name: row.name,
  kind: row.kind,
  areaCode: row.area_code,
  note: row.note,
  version: row.version,
  createdBy: row.created_by,
  createdAt: row.created_at,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
});
