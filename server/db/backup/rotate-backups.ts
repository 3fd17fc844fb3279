import type { BackupFile } from './backup.ts';

/** How many days and weeks keep their last automatic backup. */
const KEPT_DAYS = 7;
const KEPT_WEEKS = 4;

const DAY_MILLISECONDS = 24 * 3600 * 1000;

/**
 * Which automatic backups may go: per county, the newest of each of the last 7 days and of each of the last 4 weeks that have one stay;
 * backups made on request or before a migration always stay.
 */
export function listSuperfluousBackups(files: readonly BackupFile[]): BackupFile[] {
  const daily = files.filter(({ kind }) => kind === 'daily');
  const counties = [...new Set(daily.map(({ county }) => county))];
  return counties.flatMap((county) => {
    const own = daily.filter((file) => file.county === county).sort((a, b) => b.madeAt.localeCompare(a.madeAt));
    const kept = new Set([
      ...newestPerPeriod(own, (file) => file.madeAt.slice(0, 10)).slice(0, KEPT_DAYS),
      ...newestPerPeriod(own, (file) => String(weekOf(file.madeAt))).slice(0, KEPT_WEEKS),
    ]);
    return own.filter((file) => !kept.has(file));
  });
}

function newestPerPeriod(newestFirst: readonly BackupFile[], periodOf: (file: BackupFile) => string): BackupFile[] {
  const seen = new Set<string>();
  return newestFirst.filter((file) => {
    const period = periodOf(file);
    if (seen.has(period)) return false;
    seen.add(period);
    return true;
  });
}

/** Weeks since the Monday before 1970-01-01, which was a Thursday. */
function weekOf(madeAt: string): number {
  return Math.floor((Date.parse(madeAt) / DAY_MILLISECONDS + 3) / 7);
}
