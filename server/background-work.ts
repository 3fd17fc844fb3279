import { describeFailure, type Terminal } from './cli/terminal.ts';
import type { Backups } from './db/backup/backup.ts';

/** The sheet thread warms up once the first views have been served. */
const FIRST_SHEETS_MS = 15_000;
/** The first backup waits longer still: it reads the whole database. */
const FIRST_BACKUP_MS = 60_000;
/** How often is looked whether a new day has begun. */
const NEXT_LOOK_MS = 3_600_000;

/**
 * Makes and verifies the daily backups while the server runs. A backup that fails is told and tried again an hour later; it never stops the
 * server.
 *
 * @returns ends the work: no further backup begins; one under way ends with the database and leaves no half-written file
 */
export function startDailyBackups(backups: Backups, terminal: Terminal): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async (): Promise<void> => {
    const startedAt = performance.now();
    try {
      const files = await backups.backUpDaily();
      if (files.length > 0 && !isStopped) terminal.sayDone('step_daily', startedAt, { count: files.length });
    } catch (error) {
      if (!isStopped) terminal.say('backup_failed', { reason: describeFailure(terminal.language, error) });
    }
    plan(NEXT_LOOK_MS);
  };
  const plan = (milliseconds: number): void => {
    if (isStopped) return;
    timer = setTimeout(() => void look(), milliseconds);
    // Waiting for tomorrow is no reason to keep a process that has nothing else to do.
    timer.unref();
  };
  plan(FIRST_BACKUP_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/**
 * Has the thread of the sheets read the county before anybody asks for a sheet, so that the first one takes no longer than the others.
 *
 * @param warm never rejects
 * @returns ends the waiting; a warming under way ends with the sheets
 */
export function startWarmingSheets(warm: () => Promise<void>): () => void {
  const timer = setTimeout(() => void warm(), FIRST_SHEETS_MS);
  timer.unref();
  return () => clearTimeout(timer);
}
