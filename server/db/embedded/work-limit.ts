import { EnvironmentError } from '#core/errors.ts';
import type { EngineProcess } from './engine-process.ts';

/** What takes too long: a query, or the pause after one inside a transaction. */
export type LimitCode = 'query_deadline_missed' | 'transaction_idle';

/** The deadline of the work under way. The engine knows none itself, so its thread is ended. */
export interface WorkLimit {
  /** How long each query and each pause of the next work may take; `undefined` = as long as it likes. */
  set(milliseconds: number | undefined): void;
  /** Begins to measure, in place of what was measured before. */
  arm(engine: EngineProcess, code: LimitCode): void;
  disarm(): void;
}

/** One limit, because there is one session. */
export function createWorkLimit(): WorkLimit {
  let limit: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    set(milliseconds) {
      limit = milliseconds;
    },
    arm(engine, code) {
      clearTimeout(timer);
      if (limit === undefined) return;
      const seconds = limit / 1000;
      timer = setTimeout(() => {
        void engine.end(new EnvironmentError(code, `The database work took longer than ${seconds} s`, { seconds }));
      }, limit);
    },
    disarm() {
      clearTimeout(timer);
    },
  };
}
