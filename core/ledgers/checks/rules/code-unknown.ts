import type { Repair } from '../../import-finding.ts';
import type { LedgerField } from '../../ledger.ts';
import { type CheckContext, reportRow } from '../check-context.ts';
import { trimAreaCode } from '../identify-draft.ts';
import { type DraftTable, type RowDraft, textOf } from '../row-draft.ts';

/** Fields in which an unknown code is no fault: the household of a reported row is what was reported, and Q1 counts that. */
const FREE_FIELDS: readonly string[] = ['ledger_rows householdCode'];

/** Unknown codes of one import for which near ones are looked for: the search goes through all codes of a kind. */
const MOST_SEARCHES = 300;

/**
 * Every code that a row names belongs to a thing of the right kind, in the county or in the same import; villages are named by twelve digits.
 * Proposed are the national code without its zeros and codes with one slip.
 */
export function createReferenceCheck(context: CheckContext): (draft: RowDraft) => void {
  const fieldsOf = new WeakMap<DraftTable, readonly LedgerField[]>();
  let searches = 0;
  const remembered = new Map<string, readonly string[]>();
  const searchNear = (field: LedgerField, code: string): readonly string[] => {
    const trimmed = trimAreaCode(code);
    if (trimmed !== code && isRightKind(context, field, trimmed)) return [trimmed];
    if (++searches > MOST_SEARCHES) return [];
    const near: string[] = [];
    for (const kind of field.refersTo ?? []) {
      for (const candidate of context.things.codesOf(kind)) {
        if (near.length < 3 && isNearCode(candidate, code)) near.push(candidate);
      }
    }
    return near;
  };
  const proposeNear = (field: LedgerField, code: string): readonly string[] => {
    const key = `${field.refersTo?.join()} ${code}`;
    const near = remembered.get(key) ?? searchNear(field, code);
    remembered.set(key, near);
    return near;
  };
  return (draft) => {
    const { table } = draft;
    const fields = fieldsOf.get(table) ?? table.ledger.fields.filter(({ refersTo }) => refersTo !== null);
    fieldsOf.set(table, fields);
    for (const field of fields) checkReference(context, draft, { field, proposeNear });
  };
}

function checkReference(
  context: CheckContext,
  draft: RowDraft,
  {
    field,
    proposeNear,
  }: { readonly field: LedgerField; readonly proposeNear: (field: LedgerField, code: string) => readonly string[] },
): void {
  const code = textOf(draft.values[field.name]);
  if (code === null || FREE_FIELDS.includes(`${draft.table.kind} ${field.name}`)) return;
  const kind = context.things.kindOf(code);
  const isVillage = field.name !== 'villageCode' || code.length === 12;
  if (isRightKind(context, field, code) && isVillage) return;
  const clear: Repair[] = field.required ? [] : [{ kind: 'clear', field: field.name }];
  if (kind !== undefined) {
    const expected = field.refersTo?.join(', ') ?? '';
    reportRow(context, draft, {
      rule: 'code_of_other_kind',
      field: field.name,
      got: `${code} ${kind}`,
      expected,
      repairs: clear,
    });
    return;
  }
  const near = proposeNear(field, code);
  const set = near.map((value): Repair => ({ kind: 'set', field: field.name, value }));
  const expected = near.join('\u3001');
  reportRow(context, draft, {
    rule: 'code_unknown',
    field: field.name,
    got: code,
    expected,
    repairs: [...set, ...clear],
  });
}

function isRightKind({ things }: CheckContext, { refersTo }: LedgerField, code: string): boolean {
  const kind = things.kindOf(code);
  return kind !== undefined && (refersTo?.includes(kind) ?? false);
}

/** One character wrong, missing, too many or exchanged with its neighbour: what is left between the same beginning and the same end. */
function isNearCode(candidate: string, code: string): boolean {
  const most = Math.max(candidate.length, code.length);
  const least = Math.min(candidate.length, code.length);
  if (most - least > 1 || candidate === code) return false;
  let start = 0;
  while (start < least && candidate[start] === code[start]) start++;
  let end = 0;
  while (end < least - start && candidate.at(-1 - end) === code.at(-1 - end)) end++;
  const left = most - start - end;
  const isExchanged =
    left === 2 && most === least && candidate[start] === code[start + 1] && candidate[start + 1] === code[start];
  return left === 1 || isExchanged;
}
