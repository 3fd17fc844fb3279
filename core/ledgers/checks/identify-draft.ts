import { ledgerRowKey } from '../../county/apply-county-change.ts';
import type { HouseholdRow } from '../../county/things.ts';
import type { Repair } from '../import-finding.ts';
import type { LedgerKind, LedgerValue } from '../ledger.ts';
import { type CheckContext, reportRow } from './check-context.ts';
import type { ThingFinder } from './find-again.ts';
import type { CodeMaker } from './make-codes.ts';
import { type RowDraft, textOf } from './row-draft.ts';

/** Codes as `core/county/things.ts` describes them. */
const CODE = /^[A-Za-z0-9_-]{1,40}$/;
const AREA_DIGITS = { county: 6, town: 9, village: 12 } as const;
const LEVEL_OF_DIGITS = new Map<number, keyof typeof AREA_DIGITS>([
  [6, 'county'],
  [9, 'town'],
  [12, 'village'],
]);

/** How rows find their code. */
export interface Identification {
  readonly finder: ThingFinder;
  readonly maker: CodeMaker;
}

/** Whether rows of a ledger have a code of their own. */
export const isCoded = (kind: LedgerKind): boolean => kind !== 'events' && kind !== 'ledger_rows';

/**
 * Gives a row its code and the stored row it speaks of: the code that it states, else that of the same thing found again, else a new one.
 * What follows from the code of a settlement, household or area (its village, its settlement, its level and parent) is filled in.
 */
export function identifyDraft(context: CheckContext, draft: RowDraft, { finder, maker }: Identification): void {
  const { kind } = draft.table;
  if (kind === 'ledger_rows') draft.before = context.things.rowOf(kind, keyOfReported(draft)) ?? null;
  if (!isCoded(kind)) return;
  checkCode(context, draft);
  const stated = textOf(draft.values.code);
  if (stated === null) fillHolder(draft, finder.find(draft));
  else fillHolder(draft, stated);
  if (draft.code === null && draft.state === 'good') {
    draft.code = maker.make(kind, holderOf(draft));
    draft.isCodeMade = draft.code !== null;
  }
  if (draft.code !== null) draft.values.code = draft.code;
  if (draft.code !== null) draft.before = context.things.rowOf(kind, draft.code) ?? null;
  if (kind === 'households') fillArrangement(draft);
}

/** What tells a reported row from others; one that names no source is of this table. */
function keyOfReported({ values, table }: RowDraft): string {
  values.source ??= table.sourceName;
  const { source, villageCode, rowNumber } = values;
  return ledgerRowKey({ source: String(source), villageCode: String(villageCode), rowNumber: Number(rowNumber) });
}

/** The code of a draft, and what its digits say where the table says nothing. */
function fillHolder(draft: RowDraft, code: string | null): void {
  draft.code = code;
  if (code === null) return;
  const fill = (name: string, value: LedgerValue) => {
    if (draft.values[name] === undefined || draft.values[name] === null) draft.values[name] = value;
  };
  if (draft.table.kind === 'settlements') fill('villageCode', code.slice(0, 12));
  if (draft.table.kind === 'households') fill('settlementCode', code.slice(0, 15));
  if (draft.table.kind === 'areas') {
    const level = LEVEL_OF_DIGITS.get(code.length);
    if (level !== undefined) fill('level', level);
    if (level !== undefined && level !== 'county') fill('parentCode', code.slice(0, -3));
  }
}

/** Who has a site is moved together with others: where a table names the site alone, that is what it says. */
function fillArrangement({ values, before }: RowDraft): void {
  const known = (before as HouseholdRow | null)?.relocation ?? null;
  const isStated = values.arrangement !== undefined && values.arrangement !== null;
  if (textOf(values.siteCode) !== null && !isStated && known === null) values.arrangement = 'centralised';
}

/** What a new code is built on: the village of a settlement, the settlement of a household. */
function holderOf({ table, values }: RowDraft): string | null {
  if (table.kind === 'settlements') return textOf(values.villageCode);
  if (table.kind === 'households') return textOf(values.settlementCode);
  return null;
}

/** A stated code must look like one, be built as its kind is, and not belong to a thing of another kind. */
function checkCode(context: CheckContext, draft: RowDraft): void {
  const code = textOf(draft.values.code);
  if (code === null) return;
  const { kind } = draft.table;
  const other = context.things.kindOf(code);
  if (other !== undefined && other !== kind) {
    const repairs: Repair[] = kind === 'areas' ? [] : [{ kind: 'clear', field: 'code' }];
    reportRow(context, draft, { rule: 'code_of_other_kind', field: 'code', got: code, expected: kind, code, repairs });
    return;
  }
  const fault =
    other === kind
      ? findHolderFault(draft, code)
      : (findCodeFault(context, draft, code) ?? findHolderFault(draft, code));
  if (fault !== null) reportRow(context, draft, { rule: 'code_malformed', field: 'code', got: code, code, ...fault });
}

interface CodeFault {
  readonly expected: string;
  readonly repairs: readonly Repair[];
}

function findCodeFault({ rows }: CheckContext, { table, values }: RowDraft, code: string): CodeFault | null {
  const trimmed = trimAreaCode(code);
  const reset: readonly Repair[] = table.kind === 'areas' ? [] : [{ kind: 'clear', field: 'code' }];
  if (!CODE.test(code)) return { expected: 'A-Z 0-9 - _, 1\u201340', repairs: reset };
  if (table.kind === 'settlements' || table.kind === 'households') {
    const digits = table.kind === 'settlements' ? 15 : 19;
    return new RegExp(`^${rows.code}\\d{${digits - 6}}$`).test(code)
      ? null
      : { expected: `${rows.code}\u2026 (${digits})`, repairs: reset };
  }
  if (table.kind !== 'areas') return null;
  const stated = textOf(values.level) as keyof typeof AREA_DIGITS | null;
  const isSound =
    code.startsWith(rows.code) &&
    LEVEL_OF_DIGITS.has(code.length) &&
    (stated === null || AREA_DIGITS[stated] === code.length);
  if (isSound) return null;
  const repairs: readonly Repair[] = trimmed === code ? [] : [{ kind: 'set', field: 'code', value: trimmed }];
  return { expected: `${rows.code}\u2026 (${stated === null ? '6, 9, 12' : AREA_DIGITS[stated]})`, repairs };
}

/** The code of a settlement begins with its village's, that of a household with its settlement's. */
function findHolderFault({ table, values }: RowDraft, code: string): CodeFault | null {
  const field = table.kind === 'settlements' ? 'villageCode' : table.kind === 'households' ? 'settlementCode' : null;
  const holder = field === null ? null : textOf(values[field]);
  if (field === null || holder === null || code.startsWith(holder)) return null;
  return {
    expected: `${holder}\u2026`,
    repairs: [{ kind: 'set', field, value: code.slice(0, table.kind === 'settlements' ? 12 : 15) }],
  };
}

/** National tables write every area with twelve digits: zeros at the end stand for nothing. */
export const trimAreaCode = (code: string): string =>
  /^\d{12}$/.test(code) ? code.replace(/^(\d{6})000000$/, '$1').replace(/^(\d{9})000$/, '$1') : code;
