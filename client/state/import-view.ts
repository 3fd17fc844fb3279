import type { TablePlace } from '#client/api/imports-requests.ts';
import { IMPORT_RULES, type ImportRule } from '#core/ledgers/import-finding.ts';
import { LEDGER_KINDS, type LedgerKind } from '#core/ledgers/ledger.ts';

/** Steps of an import, in their order; each can be gone back to. */
export const IMPORT_STEPS = ['files', 'read', 'positions', 'report', 'difference', 'written'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** What can become of a row. */
export const CHANGE_KINDS = ['new', 'changed', 'unchanged', 'removed'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Which part of the difference is shown; null = all of it. */
export interface ChangeFilter {
  readonly ledger: LedgerKind | null;
  readonly kind: ChangeKind | null;
}

/** What a link to an import restores. */
export interface ImportView {
  /** Null: no import is open, files may be sent. */
  readonly id: string | null;
  readonly step: ImportStep;
  /** Of the report; null = all findings. */
  readonly rule: ImportRule | null;
  /** The table that is looked at; null = the first. */
  readonly table: TablePlace | null;
  readonly change: ChangeFilter | null;
}

/** Before an import is opened. */
export const NO_IMPORT: ImportView = { id: null, step: 'files', rule: null, table: null, change: null };

const IMPORT_ID = /^[\w-]{1,60}$/;
const TABLE = /^(\d{1,3})\.(\d{1,3})$/;

/** Reads it from the query of an address; parts that do not parse are left out. */
export function parseImportView(query: URLSearchParams): ImportView {
  const id = query.get('import') ?? '';
  const table = TABLE.exec(query.get('table') ?? '');
  return {
    id: IMPORT_ID.test(id) ? id : null,
    step: oneOf(IMPORT_STEPS, query.get('step')) ?? 'files',
    rule: oneOf(IMPORT_RULES, query.get('rule')),
    table: table && { file: Number(table[1]), table: Number(table[2]) },
    change: parseChange(query.get('change')),
  };
}

/** Names and values for the address; null = left out. */
export function formatImportView(view: ImportView): readonly (readonly [name: string, value: string | null])[] {
  return [
    ['import', view.id],
    ['step', view.step === 'files' ? null : view.step],
    ['rule', view.rule],
    ['table', view.table && `${view.table.file}.${view.table.table}`],
    ['change', view.change && `${view.change.ledger ?? ''}:${view.change.kind ?? ''}`],
  ];
}

function parseChange(text: string | null): ChangeFilter | null {
  const [ledger = '', kind = ''] = text?.split(':') ?? [];
  const filter = { ledger: oneOf(LEDGER_KINDS, ledger), kind: oneOf(CHANGE_KINDS, kind) };
  return filter.ledger || filter.kind ? filter : null;
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((value) => value === text) ?? null;
}
