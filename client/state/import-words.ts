import type { ImportBrief, ImportRecord } from '#core/api/import-records.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { writeAuthor, writeTime } from './authorship.ts';
import { CHANGE_KINDS, type ChangeKind } from './import-view.ts';

const BYTES_PER_STEP = 1024;
const BYTE_UNITS = ['B', 'KB', 'MB', 'GB'] as const;

type Summary = NonNullable<ImportRecord['summary']>;

/** `50,000`. */
export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** `3.2 MB`. */
export function formatBytes(byteCount: number): string {
  const steps = Math.min(
    BYTE_UNITS.length - 1,
    Math.floor(Math.log(Math.max(1, byteCount)) / Math.log(BYTES_PER_STEP)),
  );
  const amount = byteCount / BYTES_PER_STEP ** steps;
  return `${steps === 0 || amount >= 100 ? Math.round(amount) : Number(amount.toFixed(1))} ${BYTE_UNITS[steps]}`;
}

/** Format, size, tables and rows of a file. */
export function describeFile(file: ImportRecord['files'][number], language: Language): string {
  const rows = file.tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
  return [
    text(language, 'importRoom', `format_${file.format}`),
    formatBytes(file.byteCount),
    text(language, 'importRoom', 'tables_rows', { tables: file.tables.length, rows: formatCount(rows) }),
  ].join(' · ');
}

/** When it was begun and by whom; when it was written, where it was. */
export function describeImportTime(
  { account, createdAt, writtenAt }: Pick<ImportBrief, 'account' | 'createdAt' | 'writtenAt'>,
  language: Language,
): string {
  return `${writeTime(writtenAt ?? createdAt)} · ${writeAuthor(account, language)}`;
}

/** How many rows of all ledgers become what. */
export function sumChanges({ ledgers }: Pick<Summary, 'ledgers'>): Readonly<Record<ChangeKind, number>> {
  const sum = { new: 0, changed: 0, unchanged: 0, removed: 0 };
  for (const ledger of ledgers) for (const kind of CHANGE_KINDS) sum[kind] += ledger[kind];
  return sum;
}

/** `1,204 条新增、37 条变更`: without what is none; null where nothing changes. */
export function describeChangeCounts(summary: Pick<Summary, 'ledgers'>, language: Language): string | null {
  const sum = sumChanges(summary);
  const parts = (['new', 'changed', 'removed'] as const)
    .filter((kind) => sum[kind] > 0)
    .map((kind) => text(language, 'importRoom', `count_${kind}`, { count: formatCount(sum[kind]) }));
  return parts.length === 0 ? null : parts.join(text(language, 'importRoom', 'joiner'));
}

/** What the button of writing says it will do. */
export function describeWriting(record: ImportRecord, language: Language): string {
  const changes = record.summary ? describeChangeCounts(record.summary, language) : null;
  if (changes === null) return text(language, 'importRoom', 'write_nothing');
  return text(language, 'importRoom', 'write_button', { changes, revision: (record.checkedRevision ?? 0) + 1 });
}

/** How many rows were read and what becomes of them. */
export const describeRows = ({ rowsRead, rowsHeld, rowsLeftOut }: Summary, language: Language): string =>
  text(language, 'importRoom', 'rows_account', {
    read: formatCount(rowsRead),
    good: formatCount(rowsRead - rowsHeld - rowsLeftOut),
    held: formatCount(rowsHeld),
    leftOut: formatCount(rowsLeftOut),
  });

/** Several names or numbers, as a sentence lists them. */
export const joinWords = (words: readonly string[], language: Language): string =>
  words.join(text(language, 'importRoom', 'joiner'));
