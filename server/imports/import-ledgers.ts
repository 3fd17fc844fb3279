import type { LedgerImportAnswer, LedgerImportRequest } from '#core/api/imports.ts';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import { formatLedgerName } from '#core/ledgers/format-field.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import { applyTemplate, fitsTemplate } from '#core/ledgers/templates.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { viewToRecord } from './import-answers.ts';
import type { ImportDesk } from './import-desk-service.ts';
import type { SpooledFile } from './import-messages.ts';
import { type ImportView, isBusy } from './import-registry.ts';

/** What the command line asks for. */
export type LedgerImportOrder = Omit<LedgerImportRequest, 'files'> & {
  /** Where they lie; they stay there. */
  readonly files: readonly SpooledFile[];
  readonly language: Language;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Reads ledgers, checks them and, where asked, writes them, as the page does step by step. What is only checked is forgotten afterwards.
 *
 * @throws {InvalidInputError} why a file is refused, or what stands against writing
 */
export async function importLedgers(desk: ImportDesk, order: LedgerImportOrder): Promise<LedgerImportAnswer> {
  const begun = await desk.begin(order.county, async () => ({ files: order.files, remove: async () => undefined }));
  const { id } = begun.stored;
  try {
    const read = await waitFor(desk, id, order.signal);
    await desk.setMappings(id, await mapTables(desk, read, order), null);
    let checked = await check(desk, id, order.signal);
    if (order.repair === 'proposed') {
      await desk.setRepairs(id, await listProposed(desk, checked), null);
      checked = await check(desk, id, order.signal);
    }
    const written = order.write ? await desk.write(id, checked.revision) : checked;
    return await describe(desk, written, order);
  } finally {
    const { stored } = await desk.get(id);
    if (stored.writtenRevision === null) await desk.cancelOrForget(id);
  }
}

async function check(desk: ImportDesk, id: string, signal: AbortSignal | undefined): Promise<ImportView> {
  await desk.check(id);
  return waitFor(desk, id, signal);
}

/** The import when nobody works at it any more. @throws {InvalidInputError} why it failed */
async function waitFor(desk: ImportDesk, id: string, signal = new AbortController().signal): Promise<ImportView> {
  for await (const view of desk.watch(id, signal)) {
    const { error } = view.stored;
    if (isBusy(view.stored) || view.progress !== null) continue;
    if (error !== null) throw new InvalidInputError(error.code, 'The import failed', error.details);
    return view;
  }
  throw new InvalidInputError('import_cancelled', 'The import was cancelled');
}

/** The proposed mappings with what was said on the command line. */
async function mapTables(
  desk: ImportDesk,
  { stored }: ImportView,
  { county, template: name, crs }: LedgerImportOrder,
): Promise<readonly TableMapping[]> {
  const overviews = await desk.contents.overviews(stored);
  const template = (await desk.templates.list(county)).find((one) => one.name === name);
  if (name !== undefined && template === undefined)
    throw new NotFoundError('unknown_import_template', 'Got no such template', { id: name });
  return stored.mappings.tables.map((mapping) => {
    const table = overviews[mapping.file]?.tables[mapping.table];
    const isFitting = template !== undefined && table !== undefined && fitsTemplate(table, template);
    const mapped = isFitting ? applyTemplate(template, table, mapping) : mapping;
    if (crs === undefined) return mapped;
    const swapped = mapped.crs?.kind === crs && mapped.crs.swapped;
    return { ...mapped, crs: { kind: crs, swapped }, crsConfirmed: true };
  });
}

/** For everything that can be repaired its first repair. */
async function listProposed(desk: ImportDesk, { stored }: ImportView): Promise<readonly RepairChoice[]> {
  const choices = new Map<string, RepairChoice>();
  for (const part of (await desk.contents.findings(stored)).parts()) {
    for (const { rule, file, table, repairs, severity } of part) {
      if (repairs.length === 0 || severity === 'note') continue;
      choices.set(`${rule} ${file} ${table}`, { rule, file, table, row: null, repair: { kind: 'proposed' } });
    }
  }
  return [...choices.values()];
}

/** What was found and what changes, line by line. */
async function describe(
  desk: ImportDesk,
  view: ImportView,
  { language }: LedgerImportOrder,
): Promise<LedgerImportAnswer> {
  const record = viewToRecord(language, view, await desk.contents.overviews(view.stored));
  const { summary, writtenRevision } = record;
  const say = (key: Parameters<typeof text<'importDesk'>>[2], values: Record<string, string | number>): string =>
    text(language, 'importDesk', key, values);
  const lines = [
    ...record.files.flatMap(({ tables }) => tables.flatMap(({ leftOut }) => leftOut.map(({ sentence }) => sentence))),
    ...(summary?.rules ?? []).map(({ severity, sentence, count, settled }) =>
      say('line_rule', { severity: say(`severity_${severity}`, {}), sentence, count, settled }),
    ),
    ...(summary?.ledgers ?? []).map(({ ledger, ...counts }) =>
      say('line_ledger', { ledger: formatLedgerName(language, ledger), ...counts }),
    ),
    say('line_rows', {
      read: summary?.rowsRead ?? 0,
      held: summary?.rowsHeld ?? 0,
      left: summary?.rowsLeftOut ?? 0,
    }),
  ];
  if (writtenRevision !== null) lines.push(say('line_written', { revision: writtenRevision }));
  else lines.push(summary?.whyNot ?? say('line_ready', {}));
  return { lines, revision: writtenRevision };
}
