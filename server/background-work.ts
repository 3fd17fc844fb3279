import { describeFailure, type Terminal } from './cli/terminal.ts';
import type { Backups } from './db/backup/backup.ts';

/** Figures are computed once when the first map has been served, unless somebody asked for them before. */
const FIRST_FIGURES_MS = 1500;
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

/** What can be readied before anybody asks for it. */
export interface Warmable {
  readonly warmFigures: (countyCode: string) => Promise<void>;
  /** Never rejects. */
  readonly warmSheets: (countyCode: string) => Promise<void>;
}

/**
 * Has figures and the thread of the sheets ready before the first request, so that it takes no longer than the others.
 *
 * @returns ends the waiting; a warming under way ends with its feature
 */
export function startWarming(features: Warmable, countyCode: string): () => void {
  // what fails here fails again, with its sentence, when somebody asks for it
  const warmFigures = (): void => void features.warmFigures(countyCode).catch(() => undefined);
  const timers = [
    setTimeout(warmFigures, FIRST_FIGURES_MS),
    setTimeout(() => void features.warmSheets(countyCode), FIRST_SHEETS_MS),
  ];
  for (const timer of timers) timer.unref();
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
}
