import type { ImportRecord } from '#core/api/import-records.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { describeCrs } from './import-crs.ts';
import { hasPositions, listMapped, listUnconfirmed, wasWritten } from './import-steps.ts';
import type { ImportStep } from './import-view.ts';
import { describeChangeCounts, formatCount } from './import-words.ts';

/** What each step came to in a few words; null where there is nothing to say yet. */
export function describeSteps(
  record: ImportRecord | null,
  language: Language,
): Readonly<Record<ImportStep, string | null>> {
  if (!record) return { files: null, read: null, positions: null, report: null, difference: null, written: null };
  const say = (key: Parameters<typeof text<'importRoom'>>[2], values = {}): string =>
    text(language, 'importRoom', key, values);
  const mapped = listMapped(record);
  const rows = mapped.reduce((sum, { source }) => sum + source.rowCount, 0);
  return {
    files: record.files.length > 0 ? say('note_files', { count: record.files.length }) : null,
    read: mapped.length > 0 ? say('note_rows', { count: formatCount(rows) }) : null,
    positions: describePositions(record, language),
    report: describeReport(record, language),
    difference: record.summary ? (describeChangeCounts(record.summary, language) ?? say('note_no_change')) : null,
    written: describeWritten(record, language),
  };
}

function describePositions(record: ImportRecord, language: Language): string | null {
  const mapped = listMapped(record);
  const placed = mapped.filter(({ mapping }) => hasPositions(mapping));
  if (mapped.length === 0) return null;
  if (placed.length === 0) return text(language, 'importRoom', 'note_no_positions');
  const open = listUnconfirmed(record).length;
  if (open > 0) return text(language, 'importRoom', 'note_unconfirmed', { count: open });
  return [...new Set(placed.map(({ mapping }) => describeCrs(mapping.crs, language)))].join(
    text(language, 'importRoom', 'joiner'),
  );
}

function describeReport({ summary }: ImportRecord, language: Language): string | null {
  if (!summary) return null;
  const key = summary.rowsHeld > 0 ? 'note_held' : 'note_none_held';
  return text(language, 'importRoom', key, { count: formatCount(summary.rowsHeld) });
}

function describeWritten(record: ImportRecord, language: Language): string | null {
  if (!wasWritten(record)) return null;
  return record.undoneRevision === null
    ? text(language, 'importRoom', 'revision', { revision: record.writtenRevision ?? '' })
    : text(language, 'importRoom', 'state_undone');
}
