import type { Transaction, Transactions } from '#server/db/database.ts';
import { type CountyVersion, lookOnlyAt } from '#server/db/earlier-versions.ts';
import { findRevisionTime } from './revision-store.ts';
import type { whereValid } from './version-store.ts';

/** Rows of one page, some 100 ms: where there is one session, others wait for it. */
const ROWS_IN_PAGE = 10_000;

/**
 * Has each page read from its key on, in the order of the primary key: the planner, which knows little of a table that was just filled, would read and
 * sort the whole table for each page. What a page takes then depends on its rows alone.
 *
 * @see PostgreSQL documentation, 19.7.1 "Planner Method Configuration"
 */
const READ_BY_KEY = ['enable_sort', 'enable_bitmapscan', 'enable_seqscan']
  .map((setting) => `SET LOCAL ${setting} = off`)
  .join('; ');

/** Runs one piece of reading, in a transaction of its own or in one that is under way. */
export type ReadPiece = <Piece>(work: (trx: Transaction) => Promise<Piece>) => Promise<Piece>;

/**
 * Reads what is valid at a revision, in one picture of the data. Where there is one session (the embedded engine) each piece is a transaction of its own:
 * who reads meanwhile waits for one of them instead of all, and a write that adds the next revision answers them in its pauses. Versions of a
 * revision never change, so that the pieces fit; where a backup replaces the county in between, it is read anew.
 *
 * @param read must look at nothing but what is valid at the revision
 */
export async function readVersion<Result>(
  db: Pick<Transactions, 'read' | 'capabilities'>,
  version: CountyVersion,
  read: (piece: ReadPiece) => Promise<Result>,
): Promise<Result> {
  if (db.capabilities.concurrentConnections) return db.read((trx) => read((work) => work(trx)), 'job');
  const readPiece: ReadPiece = (work) =>
    db.read(async (trx) => {
      lookOnlyAt(trx, version);
      await trx.raw(READ_BY_KEY);
      return work(trx);
    }, 'job');
  for (;;) {
    const before = await findRevisionTime(db, version);
    const result = await read(readPiece);
    if ((await findRevisionTime(db, version))?.valueOf() === before?.valueOf()) return result;
  }
}

/** Part of a table in the order of a key. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Rows that it was made of. */
  readonly rowCount: number;
  /** Key of the last row; null where the table is one page. */
  readonly last: string | null;
}

/** Selects the rows after a key; from the first on where it is null. */
export type SelectPage<Item> = (trx: Transaction, after: string | null) => Promise<Page<Item>>;

/** All pages, each as one piece of reading. Versions of a revision keep their keys, so that none is read twice or left out. */
export async function readPages<Item>(read: ReadPiece, select: SelectPage<Item>): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page<Item> = await read((trx) => select(trx, after));
    for (const item of page.items) items.push(item);
    if (page.last === null || page.rowCount < ROWS_IN_PAGE) return items;
    after = page.last;
  }
}

/** Narrows a query over valid rows to a page of them, by the column that with county and revision is the primary key. */
export function narrowToPage(rows: ReturnType<typeof whereValid>, key: string, after: string | null): void {
  rows.orderBy(key).limit(ROWS_IN_PAGE);
  if (after !== null) rows.where(key, '>', after);
}
