import type { z } from 'zod';
import {
  type DifferencePage,
  differencePageSchema,
  type FindingPage,
  findingPageSchema,
  type ImportLimits,
  type ImportRecord,
  importLimitsSchema,
  importListSchema,
  importRecordSchema,
  type TableRows,
  tableRowsSchema,
} from '#core/api/import-records.ts';
import type { ImportRule, RepairChoice } from '#core/ledgers/import-finding.ts';
import type { LedgerKind } from '#core/ledgers/ledger.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import { formatAddress, type Query, requestAnswer, requestJson, sendJson } from './request.ts';

/** One import, in the language that its sentences are read in. */
export interface ImportQuestion {
  readonly id: string;
  readonly lang: string;
}

export type ImportList = z.infer<typeof importListSchema>;

const importAddress = ({ id, lang }: ImportQuestion, part = '', query: Query = {}): string =>
  formatAddress(`/api/imports/${id}${part}`, { ...query, lang });

/** What may be sent. */
export const fetchImportLimits = (lang: string, signal?: AbortSignal): Promise<ImportLimits> =>
  requestJson(importLimitsSchema, formatAddress('/api/imports/limits', { lang }), signal);

/** Imports of a county, newest first. */
export const fetchImports = (
  question: { readonly county: string; readonly after: string | null; readonly lang: string },
  signal?: AbortSignal,
): Promise<ImportList> => requestJson(importListSchema, formatAddress('/api/imports', { ...question }), signal);

/** An import as it stands. */
export const fetchImport = (question: ImportQuestion, signal?: AbortSignal): Promise<ImportRecord> =>
  requestJson(importRecordSchema, importAddress(question), signal);

/** Stops the work under way, or forgets an import that wrote nothing. */
export const deleteImport = async (question: ImportQuestion): Promise<void> => {
  await requestAnswer(importAddress(question), { method: 'DELETE' });
};

/** Tells of each step as the server sends it, until the function that is given back is called; `onLost`, once, when the connection breaks off. */
export function followImport(
  question: ImportQuestion,
  { onStep, onLost }: { readonly onStep: (record: ImportRecord) => void; readonly onLost: () => void },
): () => void {
  const events = new EventSource(importAddress(question, '/events'));
  events.onmessage = (event: MessageEvent<string>) => {
    const parsed = importRecordSchema.safeParse(JSON.parse(event.data));
    if (parsed.success) onStep(parsed.data);
  };
  // as with jobs: the caller decides whether to connect again
  events.onerror = () => {
    events.close();
    onLost();
  };
  return () => events.close();
}

/** A place in the files of an import. */
export interface TablePlace {
  readonly file: number;
  readonly table: number;
}

/** Part of a long list. */
export interface RowWindow {
  readonly from: number;
  readonly limit: number;
}

/** Rows of a table as they were read. */
export const fetchTableRows = (
  question: ImportQuestion,
  { file, table, from, limit }: TablePlace & RowWindow,
  signal?: AbortSignal,
): Promise<TableRows> =>
  requestJson(tableRowsSchema, importAddress(question, `/tables/${file}/${table}`, { from, limit }), signal);

/** Has the mappings of all tables replaced, if nobody changed them meanwhile. */
export const putMappings = (
  question: ImportQuestion,
  { version, mappings }: { readonly version: number; readonly mappings: readonly TableMapping[] },
): Promise<ImportRecord> =>
  sendJson(importRecordSchema, importAddress(question, '/mappings'), {
    method: 'PUT',
    body: { mappings },
    ifMatch: version,
  });

/** Has all choices of repairs replaced, if nobody changed them meanwhile. */
export const putRepairs = (
  question: ImportQuestion,
  { version, repairs }: { readonly version: number; readonly repairs: readonly RepairChoice[] },
): Promise<ImportRecord> =>
  sendJson(importRecordSchema, importAddress(question, '/repairs'), {
    method: 'PUT',
    body: { repairs },
    ifMatch: version,
  });

/** Has the rows checked with the present mappings and choices. */
export const startCheck = (question: ImportQuestion): Promise<ImportRecord> =>
  sendJson(importRecordSchema, importAddress(question, '/check'), { method: 'POST', body: {} });

/** What a page of the report shows. */
export interface ReportQuestion extends RowWindow {
  readonly rule: ImportRule | null;
}

/** Findings of the last check. */
export const fetchFindings = (
  question: ImportQuestion,
  { rule, from, limit }: ReportQuestion,
  signal?: AbortSignal,
): Promise<FindingPage> =>
  requestJson(findingPageSchema, importAddress(question, '/report', { rule, from, limit }), signal);

/** Address of the whole report as a file. */
export const getReportAddress = (question: ImportQuestion, format: 'csv' | 'xlsx'): string =>
  importAddress(question, '/report', { format });

/** What a page of the difference shows. */
export interface DifferenceQuestion extends RowWindow {
  readonly ledger: LedgerKind | null;
  readonly kind: string | null;
}

/** What the import would change, or changed. */
export const fetchDifference = (
  question: ImportQuestion,
  query: DifferenceQuestion,
  signal?: AbortSignal,
): Promise<DifferencePage> =>
  requestJson(differencePageSchema, importAddress(question, '/difference', { ...query }), signal);

/** Writes what the difference shows; refused when another revision came between. */
export const writeImport = (question: ImportQuestion, ifRevision: number): Promise<ImportRecord> =>
  sendJson(importRecordSchema, importAddress(question, '/write'), { method: 'POST', body: { ifRevision } });

/** Takes back all that an import wrote, as a revision of its own. */
export const undoImport = (question: ImportQuestion): Promise<ImportRecord> =>
  sendJson(importRecordSchema, importAddress(question, '/undo'), { method: 'POST', body: {} });

/** Address of the copy that is kept of a file. */
export const getKeptFileAddress = (id: string, file: number): string => `/api/imports/${id}/files/${file}`;
