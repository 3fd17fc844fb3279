import { answerInTime } from './answer-in-time.ts';

/** What the newest revision of each county is, without asking the database for every request. */
export interface NewestRevisions {
  /** The newest revision; undefined when there is no such county. */
  find(countyCode: string): Promise<number | undefined>;
  /** Told by a write of this process. */
  set(countyCode: string, revision: number): void;
  /** Asks the database again, and believes a lower number than before. */
  forget(countyCode: string): void;
}

/** An answer of the database is believed for this long; another process on the same server may have written meanwhile. */
const FRESH_MILLISECONDS = 1000;

interface Known {
  readonly revision: number;
  readonly checkedAt: number;
}

/**
 * Keeps newest revisions.
 *
 * @param read asks the database
 * @param now milliseconds
 */
export function createNewestRevisions(
  read: (countyCode: string) => Promise<number | undefined>,
  now: () => number = Date.now,
): NewestRevisions {
  const known = new Map<string, Known>();
  const asked = new Map<string, Promise<number | undefined>>();
  const set = (countyCode: string, revision: number) => {
    const before = known.get(countyCode)?.revision ?? 0;
    known.set(countyCode, { revision: Math.max(before, revision), checkedAt: now() });
  };
  const ask = (countyCode: string): Promise<number | undefined> => {
    const pending = asked.get(countyCode);
    if (pending) return pending;
    const answer = read(countyCode)
      .then((revision) => {
        if (revision !== undefined) set(countyCode, revision);
        return known.get(countyCode)?.revision;
      })
      .finally(() => asked.delete(countyCode));
    asked.set(countyCode, answer);
    return answer;
  };
  return {
    set,
    forget(countyCode) {
      known.delete(countyCode);
      asked.delete(countyCode);
    },
    async find(countyCode) {
      const before = known.get(countyCode);
      if (before && now() - before.checkedAt < FRESH_MILLISECONDS) return before.revision;
      return before ? answerInTime(ask(countyCode), before.revision) : ask(countyCode);
    },
  };
}
