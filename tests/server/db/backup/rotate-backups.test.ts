import { describe, expect, it } from 'vitest';
import type { BackupFile, BackupKind } from '#server/db/backup/backup.ts';
import { listSuperfluousBackups } from '#server/db/backup/rotate-backups.ts';

const DAY_MILLISECONDS = 24 * 3600 * 1000;

/** One backup a day up to Sunday 2026-11-22, newest first. */
function createDailyBackups(days: number, kind: BackupKind = 'daily', county = '529901'): BackupFile[] {
  return Array.from({ length: days }, (_, ago) => {
    const madeAt = new Date(Date.parse('2026-11-22T03:00:00Z') - ago * DAY_MILLISECONDS).toISOString();
    return { path: `${county}-${kind}-${madeAt}`, county, kind, madeAt };
  });
}

const daysOf = (files: readonly BackupFile[]): string[] => files.map(({ madeAt }) => madeAt.slice(0, 10));

describe('listSuperfluousBackups', () => {
  it('keeps the last 7 days and the last of each of 4 weeks', () => {
    const files = createDailyBackups(60);
    const gone = new Set(listSuperfluousBackups(files));
    expect(daysOf(files.filter((file) => !gone.has(file)))).toEqual([
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-17',
      '2026-11-16',
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
    ]);
  });

  it('keeps all that were made on request or before a migration', () => {
    expect(
      listSuperfluousBackups([...createDailyBackups(60, 'migration'), ...createDailyBackups(60, 'manual')]),
    ).toEqual([]);
  });

  it('counts each county for itself', () => {
    const files = [...createDailyBackups(7), ...createDailyBackups(7, 'daily', '529902')];
    expect(listSuperfluousBackups(files)).toEqual([]);
  });

  it('keeps what there is when backups are rare', () => {
    const rare = createDailyBackups(400).filter((_, index) => index % 100 === 0);
    expect(listSuperfluousBackups(rare)).toEqual([]);
  });
});
