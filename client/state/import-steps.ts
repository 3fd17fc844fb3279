import type { ImportRecord } from '#core/api/import-records.ts';
import type { SourceCrs } from '#core/geo/source-crs.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import type { TextKey } from '#core/texts/text.ts';
import { isAtWork } from './import-follow.ts';
import { IMPORT_STEPS, type ImportStep } from './import-view.ts';

/** A step as the row of steps shows it. */
export interface StepState {
  readonly step: ImportStep;
  /** `done`: has its answer; `open`: wants one; `closed`: wants something before. */
  readonly state: 'done' | 'open' | 'closed';
  /** Why it is closed. */
  readonly obstacle: TextKey<'importRoom'> | null;
}

type Table = ImportRecord['files'][number]['tables'][number];

/** A table of an import with its mapping. */
export interface MappedTable {
  readonly file: number;
  readonly table: number;
  readonly fileName: string;
  readonly source: Table;
  readonly mapping: TableMapping | null;
}

/** Every table of an import, in the order of the files. */
export const listTables = ({ files, mappings }: ImportRecord): readonly MappedTable[] =>
  files.flatMap(({ name, tables }, file) =>
    tables.map((source, table) => ({
      file,
      table,
      fileName: name,
      source,
      mapping: mappings.find((mapping) => mapping.file === file && mapping.table === table) ?? null,
    })),
  );

/** Tables that are imported. */
export const listMapped = (record: ImportRecord): readonly (MappedTable & { readonly mapping: TableMapping })[] =>
  listTables(record).flatMap((table) => (table.mapping?.ledger ? [{ ...table, mapping: table.mapping }] : []));

/** Whether coordinates of a table have to be understood: it brings numbers of its own. */
export const hasPositions = ({ position }: TableMapping): boolean =>
  position.kind !== 'none' && position.kind !== 'village';

/** Imported tables whose reference system nobody has confirmed yet. */
export const listUnconfirmed = (record: ImportRecord): ReturnType<typeof listMapped> =>
  listMapped(record).filter(({ mapping }) => hasPositions(mapping) && !mapping.crsConfirmed);

/** The steps of an import; without one only files can be sent. */
export function listSteps(record: ImportRecord | null): readonly StepState[] {
  return IMPORT_STEPS.map((step) => ({ step, ...judgeStep(step, record) }));
}

type Judgement = Omit<StepState, 'step'>;
const DONE: Judgement = { state: 'done', obstacle: null };
const OPEN: Judgement = { state: 'open', obstacle: null };
const closed = (obstacle: TextKey<'importRoom'>): Judgement => ({ state: 'closed', obstacle });

function judgeStep(step: ImportStep, record: ImportRecord | null): Judgement {
  if (step === 'files') return record ? DONE : OPEN;
  if (!record) return closed('closed_no_files');
  if (record.files.length === 0)
    return closed(record.state === 'failed' || record.state === 'cancelled' ? 'closed_unread' : 'closed_reading');
  const isMapped = listMapped(record).length > 0;
  if (step === 'read') return isMapped ? DONE : OPEN;
  if (!isMapped) return closed('closed_unmapped');
  if (step === 'positions') return listUnconfirmed(record).length > 0 ? OPEN : DONE;
  if (step === 'report') return record.summary ? (record.summary.canWrite || wasWritten(record) ? DONE : OPEN) : OPEN;
  if (!record.summary) return closed('closed_unchecked');
  if (step === 'difference') return wasWritten(record) ? DONE : OPEN;
  return wasWritten(record) ? DONE : closed('closed_unwritten');
}

/** Whether the county has, or had, what the import brought. */
export const wasWritten = ({ writtenRevision }: Pick<ImportRecord, 'writtenRevision'>): boolean =>
  writtenRevision !== null;

/** Whether mappings or choices changed since the last check. */
export const isStale = ({ state, summary }: Pick<ImportRecord, 'state' | 'summary'>): boolean =>
  summary !== null && state === 'read';

/** Whether mappings and choices may still be changed. */
export const canEdit = (record: ImportRecord): boolean => !wasWritten(record) && !isAtWork(record);

/** The step after one that can be entered; null at the end. */
export function findNextStep(step: ImportStep, record: ImportRecord | null): ImportStep | null {
  const after = listSteps(record).slice(IMPORT_STEPS.indexOf(step) + 1);
  const skipped = after.filter((next) => !(next.step === 'positions' && record && !needsPositions(record)));
  const next = skipped[0];
  return next && next.state !== 'closed' ? next.step : null;
}

const needsPositions = (record: ImportRecord): boolean =>
  listMapped(record).some(({ mapping }) => hasPositions(mapping));

/** Where an import of the history is opened: where work goes on, or at its result. */
export function findEntryStep(record: Pick<ImportRecord, 'state' | 'writtenRevision' | 'summary'>): ImportStep {
  if (wasWritten(record)) return 'written';
  if (record.state === 'checked' || record.summary) return 'report';
  return record.state === 'read' ? 'read' : 'files';
}

/** Whether two reference systems are the same. */
export const isSameCrs = (one: SourceCrs | null, other: SourceCrs | null): boolean =>
  JSON.stringify(sortKeys(one)) === JSON.stringify(sortKeys(other));

const sortKeys = (crs: SourceCrs | null): readonly (readonly [string, unknown])[] =>
  Object.entries(crs ?? {})
    .map(([key, value]) => [key, key === 'projection' && value ? sortKeys(value as SourceCrs) : value] as const)
    .sort(([one], [other]) => one.localeCompare(other));
