import { measureFit, type SampledColumn } from './column-fit.ts';
import type { LedgerField, LedgerKind } from './ledger.ts';
import { getLedger } from './ledgers.ts';
import { matchHeader } from './match-header.ts';
import { plainText } from './read-cell.ts';
import { isChoiceWord } from './read-choice.ts';
import type { ValueReading } from './read-value.ts';
import { SERIAL_HEADER } from './words/header-rows.ts';

/** Why a column was taken for a field. */
export interface ColumnReason {
  readonly field: string;
  readonly column: number;
  readonly header: string;
  /** `header`: a word in it; `contents`: the form of its cells. */
  readonly by: 'header' | 'contents';
  /** The word that was recognised, empty for contents. */
  readonly word: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Below this the cells speak against the header. */
const LEAST_FIT = 0.3;

/** From here on a header is the word for a field, with a unit or a remark at most. */
const SURE_HEADER = 0.9;

/** Which columns are which fields of a ledger, each column and each field at most once, the surest first. */
export function proposeColumns(
  kind: LedgerKind,
  columns: readonly SampledColumn[],
  reading: ValueReading,
): readonly ColumnReason[] {
  const { fields } = getLedger(kind);
  const byHeader = columns.flatMap((column) => matchColumn(kind, column, reading) ?? []);
  const taken = take(byHeader);
  const free = columns.filter(
    ({ index, header }) => !taken.some((one) => one.column === index) && !SERIAL_HEADER.test(header.trim()),
  );
  const open = fields.filter(({ name }) => !taken.some((one) => one.field === name));
  return take([...taken, ...free.flatMap((column) => guessByContents(kind, open, column) ?? [])]);
}

/**
 * Columns that a ledger needs and that say by their very header what they are, although their cells cannot be read as that: codes of which a spreadsheet left only the
 * beginning, counts that are words. They prove nothing about the ledger, but left out they would be passed over in silence; so each cell is told of.
 */
export function addNamedColumns(
  kind: LedgerKind,
  columns: readonly SampledColumn[],
  taken: readonly ColumnReason[],
): readonly ColumnReason[] {
  const { fields } = getLedger(kind);
  const named = columns.flatMap(({ index, header, cells }): readonly ColumnReason[] => {
    const match = cells.length === 0 || SERIAL_HEADER.test(header.trim()) ? undefined : matchHeader(kind, header);
    const field = fields.find(({ name }) => name === match?.field);
    if (match === undefined || field === undefined || match.score < SURE_HEADER) return [];
    const isNeeded = field.name === 'code' || field.required || field.type === 'integer' || field.type === 'number';
    if (!isNeeded || taken.some((one) => one.column === index || one.field === field.name)) return [];
    return [{ field: field.name, column: index, header, by: 'header', word: match.word, score: 0 }];
  });
  return [...taken, ...take(named)];
}

function matchColumn(kind: LedgerKind, column: SampledColumn, reading: ValueReading): ColumnReason | undefined {
  const { header, index } = column;
  if (SERIAL_HEADER.test(header.trim()) && kind !== 'ledger_rows') return undefined;
  const match = matchHeader(kind, header);
  const field = match && getLedger(kind).fields.find(({ name }) => name === match.field);
  if (!field) return undefined;
  const fit = measureFit({ kind, field }, column, reading);
  if (fit < LEAST_FIT) return undefined;
  return {
    field: field.name,
    column: index,
    header,
    by: 'header',
    word: match.word,
    score: match.score * (0.4 + 0.6 * fit),
  };
}

/** A column whose header nobody knows, by the form of its codes or the words of a closed list. */
function guessByContents(
  kind: LedgerKind,
  open: readonly LedgerField[],
  { index, header, cells }: SampledColumn,
): ColumnReason | undefined {
  if (cells.length < 3) return undefined;
  const texts = cells.map((cell) => plainText(cell));
  const guess = (field: LedgerField | undefined): ColumnReason | undefined =>
    field && { field: field.name, column: index, header, by: 'contents', word: '', score: 0.35 };
  const digits = [19, 15, 12].find((count) => texts.every((text) => text.length === count && /^\d+$/.test(text)));
  if (digits !== undefined) return guess(open.find((field) => field.type === 'code' && isCodeOf(kind, field, digits)));
  const choices = open.filter(
    (field) =>
      field.type === 'choice' &&
      field.required &&
      cells.filter((cell) => isChoiceWord(field, cell)).length >= cells.length * 0.8,
  );
  return choices.length === 1 ? guess(choices[0]) : undefined;
}

/** Whether codes of that many digits are those that a field holds. */
function isCodeOf(kind: LedgerKind, field: LedgerField, digits: number): boolean {
  const target = digits === 19 ? 'households' : digits === 15 ? 'settlements' : 'areas';
  return field.name === 'code' ? kind === target : field.refersTo?.length === 1 && field.refersTo[0] === target;
}

/** The surest first; a column or a field that is taken is not taken again. */
function take(candidates: readonly ColumnReason[]): readonly ColumnReason[] {
  const taken: ColumnReason[] = [];
  for (const one of candidates.toSorted((a, b) => b.score - a.score || a.column - b.column))
    if (!taken.some(({ field, column }) => field === one.field || column === one.column)) taken.push(one);
  return taken;
}
