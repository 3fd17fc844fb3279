import type { ImportBrief, ImportRecord } from '#core/api/import-records.ts';
import type { SourceNote } from '#core/ledgers/source-table.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, type TextValues, text } from '#core/texts/text.ts';
import { findObstacle } from './find-obstacle.ts';
import { formatRule } from './format-finding.ts';
import type { FileOverview, TableOverview } from './import-messages.ts';
import type { StoredFile, StoredImport } from './import-record-store.ts';
import type { ImportView } from './import-registry.ts';
import { createChangedSince } from './judge-undo.ts';

/** An import as the interface tells it. */
export function viewToRecord(language: Language, view: ImportView, overviews: readonly FileOverview[]): ImportRecord {
  const { mappings, repairs, files } = view.stored;
  return {
    ...describeImport(language, view),
    files: files.map((file, place) => ({
      ...describeFile(file),
      notes: describeNotes(language, overviews[place]?.notes ?? []),
      tables: (overviews[place]?.tables ?? []).map((table, number) => ({
        ...describeTable(language, table),
        crsGuesses: (mappings.crsGuesses[`${place} ${number}`] ?? []).map((guess) => ({ ...guess })),
      })),
    })),
    mappings: mappings.tables.map((mapping) => ({ ...mapping })),
    repairs: repairs.map((choice) => ({ ...choice })),
  };
}

/** An import in the history. */
export const viewToBrief = (language: Language, view: ImportView): ImportBrief => ({
  ...describeImport(language, view),
  files: view.stored.files.map(describeFile),
});

function describeImport(language: Language, view: ImportView): Omit<ImportRecord, 'files' | 'mappings' | 'repairs'> {
  const { stored, progress } = view;
  return {
    id: stored.id,
    county: stored.countyCode,
    state: stored.state,
    version: stored.version,
    account: stored.account,
    createdAt: stored.createdAt.toISOString(),
    progress,
    summary: describeSummary(language, stored, view.revision),
    errorText: stored.error === null ? null : formatError(language, stored.error.code, stored.error.details),
    checkedRevision: stored.checkedRevision,
    writtenRevision: stored.writtenRevision,
    writtenAt: stored.writtenAt?.toISOString() ?? null,
    undoneRevision: stored.undoneRevision,
    undoneAt: stored.undoneAt?.toISOString() ?? null,
    undo: { isPossible: view.undo.isPossible, whyNot: describeUndo(language, view) },
  };
}

function describeUndo(language: Language, { undo, stored }: ImportView): string | null {
  if (undo.isPossible) return null;
  if (undo.later === null || stored.state !== 'written') return text(language, 'errors', 'import_not_written');
  return text(language, 'errors', 'import_changed_since', createChangedSince(undo.later).details);
}

function describeSummary(language: Language, stored: StoredImport, revision: number): ImportRecord['summary'] {
  const { check } = stored;
  if (check === null) return null;
  const obstacle = findObstacle(stored, revision);
  return {
    rules: check.rules.map((count) => ({ ...count, sentence: formatRule(language, count.rule) })),
    ledgers: check.ledgers.map((counts) => ({ ...counts })),
    rowsRead: check.rowsRead,
    rowsHeld: check.rowsHeld,
    rowsLeftOut: check.rowsLeftOut,
    canWrite: obstacle === null,
    whyNot: obstacle && formatError(language, obstacle.code, obstacle.details),
  };
}

const describeFile = ({ leftOut, ...file }: StoredFile): ImportBrief['files'][number] => file;

type ImportTable = ImportRecord['files'][number]['tables'][number];

const describeTable = (language: Language, table: TableOverview): Omit<ImportTable, 'crsGuesses'> => ({
  name: table.name,
  columns: [...table.columns],
  rowCount: table.rowCount,
  totalCount: table.totals.length,
  headerRow: table.headerRow,
  hasGeometry: table.hasGeometry,
  sample: table.sample.map(({ row, cells }) => ({ row, cells: [...cells] })),
  leftOut: table.leftOut.map((column) => ({
    ...column,
    sentence: text(language, 'importDesk', `left_out_${column.by}`, {
      header: column.header,
      kind: text(language, 'importDesk', `person_${column.kind}`),
    }),
  })),
  notes: describeNotes(language, table.notes),
});

const describeNotes = (language: Language, notes: readonly SourceNote[]): ImportTable['notes'] =>
  notes.map(({ kind, values }) => ({
    kind,
    values: { ...values },
    sentence: text(language, 'importFiles', `note_${kind}`, nameFormat(language, values)),
  }));

/** The name by which people know a format, where a note has one. */
function nameFormat(language: Language, values: SourceNote['values']): SourceNote['values'] {
  const key = `format_${values.format}`;
  return hasText('importRoom', key) ? { ...values, format: text(language, 'importRoom', key) } : values;
}

const formatError = (language: Language, code: string, details: TextValues): string =>
  hasText('errors', code) ? text(language, 'errors', code, details) : code;
