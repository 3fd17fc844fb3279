import { createHmac, randomBytes } from 'node:crypto';
import type { LeftOutColumn, PersonalKind, SourceCell } from '#core/ledgers/source-table.ts';

/** A column as it was read, and a row of it with its number. */
export interface PersonalInput {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly SourceCell[] }[];
  /** What the file itself has in a row, by its number, and a column: merged cells only in their first row. */
  readonly ownCell: (row: number, column: number) => SourceCell;
}

/** What may go on: places of the columns that stay, what was left out, and rows of the same person. */
export interface PersonalOutcome {
  readonly kept: readonly number[];
  readonly leftOut: readonly LeftOutColumn[];
  readonly samePersons: readonly (readonly number[])[];
}

/** Says which kind of personal data a column holds; null for none. */
export type RecognisePersonal = (
  header: string,
  cells: readonly SourceCell[],
) => { readonly kind: PersonalKind; readonly by: LeftOutColumn['by'] } | null;

/** Lives as long as the thread: hashes of two imports cannot be compared, and nothing of it is ever written. */
const KEY = randomBytes(32);

/** Enough to tell what a column holds. */
const SAMPLED_CELLS = 2000;

/** Finds the columns that hold personal data; identity numbers are compared by a keyed hash and then forgotten. */
export function leaveOutPersonal(input: PersonalInput, recognise: RecognisePersonal): PersonalOutcome {
  const { columns, rows } = input;
  const kept: number[] = [];
  const leftOut: LeftOutColumn[] = [];
  const samePersons: (readonly number[])[] = [];
  for (const [index, header] of columns.entries()) {
    const found = recognise(header, sampleColumn(rows, index));
    if (found === null) {
      kept.push(index);
      continue;
    }
    leftOut.push({ header, ...found });
    if (found.kind === 'identity_number') samePersons.push(...groupByNumber(input, index));
  }
  return { kept, leftOut, samePersons };
}

/** Filled cells of a column, evenly from all over it. */
function sampleColumn(rows: PersonalInput['rows'], column: number): readonly SourceCell[] {
  const filled: SourceCell[] = [];
  for (const { cells } of rows) {
    const cell = cells[column] ?? null;
    if (cell !== null) filled.push(cell);
  }
  if (filled.length <= SAMPLED_CELLS) return filled;
  const step = filled.length / SAMPLED_CELLS;
  return Array.from({ length: SAMPLED_CELLS }, (_, place) => filled[Math.floor(place * step)] ?? null);
}

function groupByNumber({ rows, ownCell }: PersonalInput, column: number): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const { row } of rows) {
    const number = normaliseIdentityNumber(ownCell(row, column));
    if (number === null) continue;
    const hash = createHmac('sha256', KEY).update(number).digest('base64');
    const group = groups.get(hash);
    if (group === undefined) groups.set(hash, [row]);
    else group.push(row);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Digits in the usual width, X as a capital, without spaces; null for what cannot tell persons apart: hidden digits, or a number that was rounded. */
function normaliseIdentityNumber(cell: SourceCell): string | null {
  if (typeof cell === 'number') return null;
  const number = String(cell ?? '')
    .normalize('NFKC')
    .replaceAll(/[\s'`-]/g, '')
    .toUpperCase();
  return /^\d{14,17}[\dX]$/.test(number) ? number : null;
}
