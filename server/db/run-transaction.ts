import type { Knex } from 'knex';

/** One picture of the data over several queries, and a refusal of every write. */
export const READ_TRANSACTION: Knex.TransactionConfig = { isolationLevel: 'repeatable read', readOnly: true };

/**
 * Runs `work` in a transaction. PostgreSQL answers COMMIT of a failed transaction with "ROLLBACK" and no error, so a `work` that swallowed the
 * error of a statement would look committed: the last statement asks whether the transaction still lives.
 */
export async function runTransaction<T>(
  knex: Knex,
  work: (trx: Knex.Transaction) => Promise<T>,
  config?: Knex.TransactionConfig,
): Promise<T> {
  return knex.transaction(async (trx) => {
    const result = await work(trx);
    await trx.raw('SELECT 1');
    return result;
  }, config);
}
