/** What a cell counts. */
export type CellUnit = 'households' | 'people';

/** A cell under this is small: domain.md section 8. */
export const LEAST_COUNT: Readonly<Record<CellUnit, number>> = { households: 3, people: 10 };

/** A statistic of areas: every column adds up from the children of an area to the area, at every day. */
export interface CellTable {
  /** Parents before their children; `parent` is the index of the area above, -1 for the top. */
  readonly areas: readonly { readonly code: string; readonly parent: number }[];
  readonly columns: readonly {
    readonly unit: CellUnit;
    /** Whether a hidden cell of this column prints that it is small, where it is: totals alone do. */
    readonly isMarked: boolean;
  }[];
  /** Counts by day (oldest first), area and column: whole numbers from 0. */
  readonly days: readonly (readonly (readonly number[])[])[];
}

/** How a cell is printed. `small` is `<3` or `<10`, `withheld` says nothing of the count. */
export type CellMark = 'shown' | 'small' | 'withheld';

/**
 * Areas whose cells are not printed, by index: hidden in every column and at every day, so that nothing is learnt from another column, from another
 * day or from another sheet. An area is hidden
 * - when one of its cells, or the change of one between two days, is small and not nought;
 * - when it is needed so that the hidden areas of one parent stay at least two, are together no small cell nor a small change of one, and none of
 *   them can be bounded more closely than a small cell is;
 * - when its parent is hidden.
 * Days are taken one after the other and what was hidden stays so: sheets printed before a day hide no more than those after it.
 */
export function suppressCells(table: CellTable): ReadonlySet<number> {
  const hidden = new Set<number>();
  const families = listFamilies(table);
  for (let until = 1; until <= table.days.length; until++) hideUntil({ table, until, hidden, families });
  return hidden;
}

/** How a cell is printed at a day. Where the area above is hidden too, nothing is said of any cell. */
export function markCell(
  table: CellTable,
  hidden: ReadonlySet<number>,
  cell: { readonly day: number; readonly area: number; readonly column: number },
): CellMark {
  if (!hidden.has(cell.area)) return 'shown';
  const parent = table.areas[cell.area]?.parent ?? -1;
  const column = table.columns[cell.column];
  if (parent < 0 || hidden.has(parent) || !column?.isMarked) return 'withheld';
  return countOf(table, cell) < LEAST_COUNT[column.unit] ? 'small' : 'withheld';
}

interface Family {
  readonly parent: number;
  readonly children: readonly number[];
}

interface Pass {
  readonly table: CellTable;
  /** Days before this one are looked at. */
  readonly until: number;
  readonly hidden: Set<number>;
  readonly families: readonly Family[];
}

const countOf = (
  { days }: CellTable,
  { day, area, column }: { readonly day: number; readonly area: number; readonly column: number },
): number => days[day]?.[area]?.[column] ?? 0;

/** Areas with children, the lowest first. */
function listFamilies({ areas }: CellTable): readonly Family[] {
  const children = new Map<number, number[]>();
  for (const [index, { parent }] of areas.entries())
    if (parent >= 0) children.set(parent, [...(children.get(parent) ?? []), index]);
  return [...children].map(([parent, own]) => ({ parent, children: own })).sort((a, b) => b.parent - a.parent);
}

function hideUntil(pass: Pass): void {
  const { table, hidden, families } = pass;
  for (const index of table.areas.keys()) if (!isSafe(pass, [index])) hidden.add(index);
  const depth = depthsOf(table);
  const byDepth = families.toSorted((a, b) => (depth[b.parent] ?? 0) - (depth[a.parent] ?? 0));
  for (const family of byDepth) if (!hidden.has(family.parent)) closeFamily(pass, family);
  // parents come before their children
  for (const [index, { parent }] of table.areas.entries()) if (hidden.has(parent)) hidden.add(index);
}

function depthsOf({ areas }: CellTable): readonly number[] {
  const depths: number[] = [];
  for (const { parent } of areas) depths.push(parent < 0 ? 0 : (depths[parent] ?? 0) + 1);
  return depths;
}

/** Hides further children, the least first, until those hidden are protected; when all are and it does not suffice, the parent. */
function closeFamily(pass: Pass, { parent, children }: Family): void {
  const { hidden, table } = pass;
  const own = children.filter((child) => hidden.has(child));
  if (own.length === 0) return;
  const waiting = children
    .filter((child) => !hidden.has(child))
    .sort((a, b) => largestOf(pass, a) - largestOf(pass, b) || compareCodes(table, a, b));
  while (!isProtected(pass, own)) {
    const next = waiting.shift();
    if (next === undefined) {
      hidden.add(parent);
      return;
    }
    own.push(next);
    hidden.add(next);
  }
}

/** Most that the first column of an area ever counted. */
const largestOf = ({ table, until }: Pass, area: number): number =>
  table.days.slice(0, until).reduce((most, day) => Math.max(most, day[area]?.[0] ?? 0), 0);

const compareCodes = ({ areas }: CellTable, a: number, b: number): number =>
  (areas[a]?.code ?? '') < (areas[b]?.code ?? '') ? -1 : 1;

/** Whether areas taken together may be printed: no count and no change of one that is small and not nought. */
function isSafe({ table, until }: Pass, areas: readonly number[]): boolean {
  return table.columns.every(({ unit }, column) => {
    const sums = table.days
      .slice(0, until)
      .map((_, day) => areas.reduce((sum, area) => sum + countOf(table, { day, area, column }), 0));
    const isSmall = (count: number): boolean => count !== 0 && Math.abs(count) < LEAST_COUNT[unit];
    return sums.every((sum, i) => !isSmall(sum) && sums.slice(0, i).every((earlier) => !isSmall(sum - earlier)));
  });
}

/** Whether what is hidden under one printed parent can neither be computed nor bounded more closely than a small cell. */
function isProtected(pass: Pass, areas: readonly number[]): boolean {
  if (areas.length < 2 || !isSafe(pass, areas)) return false;
  const { table, until } = pass;
  return table.columns.every((column, index) =>
    table.days
      .slice(0, until)
      .every((_, day) => isBlurred(areas.map((area) => rangeOf(table, column, { day, area, column: index })))),
  );
}

/** A count with what its mark alone says of it. */
interface MarkedCount {
  readonly count: number;
  readonly least: number;
  readonly most: number;
  /** Width of the range that must stay open. */
  readonly width: number;
}

function rangeOf(
  table: CellTable,
  { unit, isMarked }: CellTable['columns'][number],
  cell: { readonly day: number; readonly area: number; readonly column: number },
): MarkedCount {
  const count = countOf(table, cell);
  const bound = LEAST_COUNT[unit];
  const width = bound - 1;
  if (!isMarked) return { count, least: 0, most: Number.POSITIVE_INFINITY, width };
  return count < bound
    ? { count, least: 0, most: bound - 1, width }
    : { count, least: bound, most: Number.POSITIVE_INFINITY, width };
}

/** Whether each of several counts with a known sum keeps a range of its width. Where all are nought there is nobody to speak of. */
function isBlurred(counts: readonly MarkedCount[]): boolean {
  const sum = counts.reduce((total, { count }) => total + count, 0);
  if (sum === 0) return true;
  const least = counts.reduce((total, one) => total + one.least, 0);
  const most = counts.reduce((total, one) => total + one.most, 0);
  return counts.every((one) => {
    // Infinity - Infinity is no number: then the others can take any amount
    const others = one.most === Number.POSITIVE_INFINITY ? othersMost(counts, one) : most - one.most;
    const from = Math.max(one.least, sum - others);
    const to = Math.min(one.most, sum - (least - one.least));
    return to - from >= one.width;
  });
}

const othersMost = (counts: readonly MarkedCount[], one: MarkedCount): number =>
  counts.reduce((total, other) => (other === one ? total : total + other.most), 0);
