import type { ProgrammeHooks } from './programme.ts';

/** How the pieces of a search look at the time. */
export interface SearchClock {
  /** Whether to come to an end: time is over, or somebody cancelled. */
  readonly isOver: () => boolean;
  /** Milliseconds that are left. */
  readonly leftMs: () => number;
  /** Lets others in when it is time for that; between any two pieces of work. */
  readonly breathe: () => Promise<void>;
  /** Whether `breathe` would do anything: asked often, awaited seldom. */
  readonly isDue: () => boolean;
}

/** Milliseconds of work between two pauses. */
const PIECE_MS = 25;

/** The clock of one search. */
export function createSearchClock(
  { now, isCancelled, pause }: Pick<ProgrammeHooks, 'now' | 'isCancelled' | 'pause'>,
  {
    timeLimitMs,
    reserveMs,
  }: {
    readonly timeLimitMs: number;
    /** Milliseconds to be kept for writing the answer. */
    readonly reserveMs: () => number;
  },
): SearchClock {
  const start = now();
  let paused = start;
  const leftMs = () => timeLimitMs - (now() - start) - reserveMs();
  const isDue = () => now() - paused >= PIECE_MS;
  return {
    isOver: () => isCancelled() || leftMs() <= 0,
    leftMs,
    isDue,
    async breathe() {
      if (!isDue()) return;
      await pause?.();
      paused = now();
    },
  };
}

/** Runs work in pieces to its end; null = time was over before. */
export async function runPieces<Found>(work: Generator<void, Found>, clock: SearchClock): Promise<Found | null> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (!clock.isDue()) continue;
    await clock.breathe();
    if (clock.isOver()) return null;
  }
}
