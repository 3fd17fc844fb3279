import type { ResourceLimits, Worker } from 'node:worker_threads';
import { startTypescriptWorker } from './start-typescript-worker.ts';

/** A thread that runs, and what it holds: null after its start. */
export interface RunningThread<Held> {
  readonly worker: Worker;
  /** Written by whoever gives the thread something to keep. */
  held: Held | null;
}

/** A thread that is started by the first work for it, does one work after the other, and is ended when nobody has had any for a while. */
export interface IdleThread<Held> {
  /**
   * Does a work when its turn has come.
   *
   * @param work given the thread, started for it where none runs
   * @param throwIfUnwanted asked before a thread is started for the work
   * @throws whatever the two throw
   */
  use<Result>(work: (thread: RunningThread<Held>) => Promise<Result>, throwIfUnwanted?: () => void): Promise<Result>;
  /** Whether the thread given to a work still runs. */
  isRunning(thread: RunningThread<Held>): boolean;
  /** Works that are not done yet. */
  waiting(): number;
  /** Ends the thread, which gives its memory back; the next work starts another one. */
  end(): Promise<void>;
}

interface IdleThreadOptions {
  /** Address of the TypeScript file that the thread runs. */
  readonly file: URL;
  /** How long it stays without work. */
  readonly idleMilliseconds: number;
  /** Its own memory; without them it may take what the process may. */
  readonly limits?: ResourceLimits;
}

/** Creates a thread that is not started yet. */
export function createIdleThread<Held>({ file, idleMilliseconds, limits }: IdleThreadOptions): IdleThread<Held> {
  let running: RunningThread<Held> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let waiting = 0;

  const start = (): RunningThread<Held> => {
    const worker = startTypescriptWorker(file, null, limits);
    const forget = (): void => {
      if (running?.worker === worker) running = null;
    };
    // whoever waits hears of an error by himself; a thread that nobody asks has nobody to tell
    worker.on('error', forget).on('exit', forget);
    return { worker, held: null };
  };
  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ending = running;
    running = null;
    await ending?.worker.terminate();
  };
  return {
    use(work, throwIfUnwanted) {
      waiting += 1;
      const done = queue.then(async () => {
        throwIfUnwanted?.();
        clearTimeout(idle);
        running ??= start();
        try {
          return await work(running);
        } finally {
          idle = setTimeout(() => void end(), idleMilliseconds);
          idle.unref();
        }
      });
      const settle = (): void => {
        waiting -= 1;
      };
      queue = done.then(settle, settle);
      return done;
    },
    isRunning: (thread) => thread === running,
    waiting: () => waiting,
    end,
  };
}
