import { fetchImport, followImport, type ImportQuestion } from '#client/api/imports-requests.ts';
import { RequestError } from '#client/api/problem.ts';
import type { ImportRecord } from '#core/api/import-records.ts';

/** Pause before a server that is away is asked again. */
const RETRY_MILLISECONDS = 3000;
const STATES_AT_WORK: readonly ImportRecord['state'][] = ['reading', 'checking', 'writing'];

/** Whether the server works at an import. */
export const isAtWork = ({ state, progress }: Pick<ImportRecord, 'state' | 'progress'>): boolean =>
  progress !== null || STATES_AT_WORK.includes(state);

/** What hears of an import. */
export interface ImportListener {
  readonly onStep: (record: ImportRecord) => void;
  /** Whether the server is away at the moment; it is asked again until it answers. */
  readonly onLost: (isLost: boolean) => void;
}

/**
 * Follows the work at an import through breaks of the connection and restarts of the server, until it is over, the server does not know the
 * import any more, or the function that is given back is called.
 */
export function followImportWork(question: ImportQuestion, listener: ImportListener): () => void {
  let stop: () => void = () => undefined;
  let isStopped = false;
  const step = (record: ImportRecord): void => {
    if (isStopped) return;
    listener.onLost(false);
    listener.onStep(record);
    if (!isAtWork(record)) stop();
  };
  const retry = (next: () => void): void => {
    const timer = setTimeout(next, RETRY_MILLISECONDS);
    stop = () => clearTimeout(timer);
  };
  const ask = async (): Promise<void> => {
    try {
      const record = await fetchImport(question);
      if (isStopped) return;
      step(record);
      if (isAtWork(record)) retry(listen);
    } catch (failure) {
      const isAway = failure instanceof RequestError && (failure.status === 0 || failure.status >= 500);
      if (isStopped || !isAway) return;
      listener.onLost(true);
      retry(() => void ask());
    }
  };
  const listen = (): void => {
    stop = followImport(question, { onStep: step, onLost: () => void ask() });
  };
  listen();
  return () => {
    isStopped = true;
    stop();
  };
}
