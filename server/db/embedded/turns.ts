import { AsyncLocalStorage } from 'node:async_hooks';
import { EnvironmentError } from '#core/errors.ts';

/** One caller at a time, in the order of asking. */
export interface Turns {
  /**
   * Runs `work` when everybody who asked before is done.
   *
   * @throws {EnvironmentError} `database_busy` after `waitMilliseconds` of waiting
   * @throws {Error} asked from inside a turn: it would wait for itself for ever
   */
  take<T>(work: () => Promise<T>, waitMilliseconds: number | undefined): Promise<T>;
  /** Runs `work` of somebody who waits, for whoever has the turn and does nothing else meanwhile; inside it nobody can ask for a turn either. */
  lend<T>(work: () => Promise<T>): Promise<T>;
}

/** The queue before the one connection of the embedded engine. */
export function createTurns(): Turns {
  const holder = new AsyncLocalStorage<{ active: boolean }>();
  let last: Promise<void> = Promise.resolve();
  return {
    async take(work, waitMilliseconds) {
      if (holder.getStore()?.active === true) {
        throw new Error('Got a database call inside a transaction, expected the transaction that was passed to it');
      }
      let release: () => void = () => undefined;
      const before = last;
      last = new Promise((resolve) => {
        release = resolve;
      });
      const turn = { active: true };
      try {
        await waitAtMost(before, waitMilliseconds);
      } catch (error) {
        // Whoever asked later still has to wait for those before.
        void before.then(release);
        throw error;
      }
      try {
        return await holder.run(turn, work);
      } finally {
        turn.active = false;
        release();
      }
    },
    async lend(work) {
      const turn = { active: true };
      try {
        return await holder.run(turn, work);
      } finally {
        turn.active = false;
      }
    },
  };
}

async function waitAtMost(before: Promise<void>, milliseconds: number | undefined): Promise<void> {
  if (milliseconds === undefined) return before;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const seconds = milliseconds / 1000;
      reject(new EnvironmentError('database_busy', `The database was busy for longer than ${seconds} s`, { seconds }));
    }, milliseconds);
  });
  try {
    await Promise.race([before, late]);
  } finally {
    clearTimeout(timer);
  }
}
