import type { Knex } from 'knex';

/** Ways to answer who waits, by the write that makes them wait. */
const pauses = new WeakMap<Knex.Transaction, () => Promise<void>>();

/** Says what a pause of a write is; without it `letReadsIn` does nothing. */
export function offerPauses(trx: Knex.Transaction, pause: () => Promise<void>): void {
  pauses.set(trx, pause);
}

/**
 * A pause of a long write between two of its statements. In the embedded engine, which has one session, it answers the reads that wait by now as they
 * would have been answered before the write; those that look at a table which the write has changed go on waiting. On a server nobody waits. Not for writes that change the schema.
 *
 * @throws {Error} the write cannot go on: the engine was lost
 */
export async function letReadsIn(trx: Knex.Transaction): Promise<void> {
  await pauses.get(trx)?.();
}
