import type { LedgerField, LedgerKind } from './ledger.ts';
import { isBlankCell, plainText } from './read-cell.ts';
import { readValue, type ValueReading } from './read-value.ts';
import type { SourceCell, SourceTable } from './source-table.ts';

/** A column of a table with cells from all over it. */
export interface SampledColumn {
  readonly index: number;
  readonly header: string;
  /** Cells that say something, at most a hundred. */
  readonly cells: readonly SourceCell[];
}

/** Cells looked at for a proposal: a slip here and there must not decide. */
const MOST_CELLS = 100;

/** The columns of a table with samples of their cells. */
export function sampleColumns({ columns, rows }: SourceTable): readonly SampledColumn[] {
  const step = Math.max(1, rows.length / (MOST_CELLS * 2));
  const picked = Array.from({ length: Math.min(rows.length, MOST_CELLS * 2) }, (_, i) => rows[Math.floor(i * step)]);
  return columns.map((header, index) => ({
    index,
    header,
    cells: picked
      .map((row) => row?.cells[index] ?? null)
      .filter((cell) => !isBlankCell(cell))
      .slice(0, MOST_CELLS),
  }));
}

/** Digits of codes that have a form of their own. */
const CODE_DIGITS: Readonly<Partial<Record<LedgerKind, RegExp>>> = {
  areas: /^\d{6}(?:\d{3}(?:\d{3})?)?$/,
  settlements: /^\d{15}$/,
  households: /^\d{19}$/,
};

/**
 * How well the cells of a column fit a field, 0 to 1: the share that can be read. Texts and empty columns say little (0.6); dates fit a field of dates better than
 * yes and no do.
 */
export function measureFit(
  { kind, field }: { readonly kind: LedgerKind; readonly field: LedgerField },
  column: SampledColumn,
  reading: ValueReading,
): number {
  const { cells, header } = column;
  if (cells.length === 0) return 0.6;
  const known = new Map([...new Set(cells)].map((cell) => [cell, readValue(field, cell, { ...reading, header })]));
  const read = cells.flatMap((cell) => known.get(cell) ?? []);
  const share = read.filter(({ ok }) => ok).length / cells.length;
  switch (field.type) {
    case 'text':
      return share * (cells.every((cell) => typeof cell === 'number') ? 0.3 : 0.7);
    case 'list':
    case 'json':
      return share * 0.8;
    case 'code':
      return share * measureCodes(kind, field, cells);
    case 'event_date': {
      const dates = read.filter((one) => one.ok && typeof one.value === 'string').length / cells.length;
      return share * (0.85 + 0.15 * dates);
    }
    default:
      return share;
  }
}

/** Whether codes have the form of what they are codes of. */
function measureCodes(kind: LedgerKind, field: LedgerField, cells: readonly SourceCell[]): number {
  const refersTo = field.refersTo ?? (field.name === 'code' ? [kind] : []);
  const forms = refersTo.flatMap((one) => CODE_DIGITS[one] ?? []);
  const texts = cells.map((cell) => plainText(cell));
  const isForeign = (text: string) =>
    Object.values(CODE_DIGITS).some((form) => form.test(text) && !forms.includes(form));
  if (refersTo.length > 1) return 0.8;
  if (forms.length === 0) return texts.filter((text) => !isForeign(text)).length / texts.length;
  const fitting = texts.filter((text) => forms.some((form) => form.test(text))).length / texts.length;
  const foreign = texts.filter(isForeign).length / texts.length;
  // offices number households in ways of their own, which the checks can deal with; the form of another kind tells that it is one
  return foreign > 0.5 ? 0.1 : 0.55 + 0.45 * fitting;
}
