import { AsyncLocalStorage } from 'node:async_hooks';
import type { Knex } from 'knex';
import { BULK_SETTINGS } from '../bulk-load.ts';
import { isUntouched } from '../earlier-versions.ts';
import type { Turns } from './turns.ts';

type Work<T> = (trx: Knex.Transaction) => Promise<T>;

/**
 * How long a write goes on between two rounds of visits, however many ask: as long as the last round took, so that it keeps half of the time, at least so
 * long, because a visit takes some milliseconds of its own, and at most so long, because others wait.
 */
const WORK_BETWEEN_VISITS_MILLISECONDS = { least: 150, most: 300 } as const;

/** The write that answers waiting reads in its pauses. */
export interface Host {
  readonly trx: Knex.Transaction;
  /** Runs a read with the limit of that read; gives the error that its caller shall see. */
  readonly serve: <T>(work: () => Promise<T>, limitMilliseconds: number | undefined) => Promise<T>;
  readonly lend: Turns['lend'];
}

/** A read as it waits: `work` in its turn, when `takeAnswer` gives none. */
export interface WaitingRead<T> {
  readonly work: Work<T>;
  readonly limitMilliseconds: number | undefined;
  /** False: it only waits for its turn. */
  readonly mayVisit: boolean;
  readonly takeTurn: (takeAnswer: () => Promise<T> | null) => Promise<T>;
}

/** Reads in the queue before the one session of the embedded engine. */
export interface WaitingReads {
  /** Runs a read in its turn, or in a pause of a write before it. */
  wait<T>(read: WaitingRead<T>): Promise<T>;
  /**
   * Answers the reads that wait by now. What they see is what was there before the write began: a read that looks at a table which the write has
   * changed is undone, and waits for its turn, unless it looks only at revisions that the write leaves as they are.
   */
  letIn(host: Host): Promise<void>;
}

/** A read in the queue. */
interface Visitor {
  /** Writes in which it was undone. */
  readonly refusedBy: WeakSet<Knex.Transaction>;
  /** Runs it; what came of it is told only by `tell`. */
  readonly visit: (host: Host) => Promise<Visit>;
}

interface Visit {
  /** Whether the write has changed nothing of what it may look at. */
  readonly isUntouched: boolean;
  readonly tell: () => void;
}

/**
 * How often this transaction has looked at the tables that it has changed, and at their indexes. Changing a table needs a lock that only the end of the
 * transaction gives back; every way of reading it is counted when it begins, and by rows.
 *
 * @see PostgreSQL documentation, 13.3.1 "Table-Level Locks", 27.2 "The Cumulative Statistics System"
 */
const LOOKS_AT_CHANGES = `
  WITH changed AS (
    SELECT relation FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'
      AND mode NOT IN ('AccessShareLock', 'RowShareLock', 'ShareRowExclusiveLock')),
  watched AS (SELECT relation FROM changed UNION SELECT indexrelid FROM pg_index WHERE indrelid IN (SELECT relation FROM changed))
  SELECT current_setting('track_counts') AS counting, coalesce(sum(pg_stat_get_xact_numscans(relation)
    + pg_stat_get_xact_tuples_returned(relation) + pg_stat_get_xact_tuples_fetched(relation)), 0)::text AS looks
  FROM watched`;

/** No writing, and none of the settings that the write made for itself. */
const BEGIN_VISIT = [
  'SAVEPOINT visit',
  'SET LOCAL transaction_read_only = on',
  ...BULK_SETTINGS.map((setting) => `SET LOCAL ${setting} TO DEFAULT`),
].join('; ');

/** Takes back whatever the visit did, also when it failed, and leaves no savepoint behind. */
const END_VISIT = ['ROLLBACK TO SAVEPOINT visit', 'RELEASE SAVEPOINT visit', LOOKS_AT_CHANGES].join('; ');

/** Creates the queue's list of reads. */
export function createWaitingReads(): WaitingReads {
  const waiting = new Set<Visitor>();
  const nextVisits = new WeakMap<Knex.Transaction, number>();
  return {
    async wait<T>({ work, limitMilliseconds, mayVisit, takeTurn }: WaitingRead<T>): Promise<T> {
      let answer: Promise<T> | null = null;
      let tell: (answered: Promise<T>) => void = () => undefined;
      const answered = new Promise<T>((resolve) => {
        tell = resolve;
      });
      const inContext = AsyncLocalStorage.snapshot();
      const visitor: Visitor = {
        refusedBy: new WeakSet(),
        async visit({ trx, serve, lend }) {
          let isSeenUntouched = false;
          const inOwnContext: Work<T> = (own) =>
            inContext(() => lend(() => work(own))).finally(() => {
              isSeenUntouched = isUntouched(own, trx);
            });
          const result = serve(() => trx.transaction(inOwnContext), limitMilliseconds);
          await result.catch(() => undefined);
          return {
            isUntouched: isSeenUntouched,
            tell() {
              waiting.delete(visitor);
              answer = result;
              tell(result);
            },
          };
        },
      };
      if (mayVisit) waiting.add(visitor);
      const turn = takeTurn(() => {
        waiting.delete(visitor);
        return answer;
      });
      try {
        return await Promise.race([answered, turn]);
      } finally {
        waiting.delete(visitor);
      }
    },
    async letIn(host) {
      const begun = performance.now();
      if (begun < (nextVisits.get(host.trx) ?? 0)) return;
      // those that come meanwhile wait for the next pause: the write goes on
      const visitors = [...waiting].filter(({ refusedBy }) => !refusedBy.has(host.trx));
      if (visitors.length === 0) return;
      let looks = findLooks(await host.trx.raw(LOOKS_AT_CHANGES));
      for (const visitor of visitors) if (waiting.has(visitor)) looks = await receive(visitor, host, looks);
      const ended = performance.now();
      const { least, most } = WORK_BETWEEN_VISITS_MILLISECONDS;
      nextVisits.set(host.trx, ended + Math.min(most, Math.max(least, ended - begun)));
    },
  };
}

/** Gives the looks after the visit, which are those before the next one. */
async function receive(visitor: Visitor, host: Host, before: string | null): Promise<string | null> {
  const { trx } = host;
  await trx.raw(BEGIN_VISIT);
  const visit = await visitor.visit(host);
  const after = findLooks(await trx.raw(END_VISIT));
  if (visit.isUntouched || (before !== null && after === before)) visit.tell();
  else visitor.refusedBy.add(trx);
  return after;
}

interface Answer {
  readonly rows: readonly { readonly counting: string; readonly looks: string }[];
}

/** Of the answers to several statements; null where the engine does not count. */
function findLooks(answers: Answer | readonly Answer[]): string | null {
  const [row] = [answers].flat().flatMap(({ rows }) => rows);
  return row?.counting === 'on' ? row.looks : null;
}
