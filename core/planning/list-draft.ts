/** Anything that a list of a county holds. */
interface Coded {
  readonly code: string;
}

/** A list after a draft. */
export interface FinishedList<Row> {
  /** The very list given when nothing differs. */
  readonly list: readonly Row[];
  /** New place of each number of the draft, -1 = gone; null = every row stands where it stood. */
  readonly places: Int32Array | null;
}

/**
 * A sorted list that is being changed: the list itself is never touched, and nothing is copied before the first change. Rows that were given
 * have their index as number, rows that are added get the numbers after them; numbers stay whatever comes and goes.
 */
export interface ListDraft<Row extends Coded> {
  /** Number of a row; -1 = there is none (any more). */
  find(code: string): number;
  /** Null = there is none (any more). */
  get(number: number): Row | null;
  /** The row as it was given; null = it was added. */
  given(number: number): Row | null;
  /** Puts another row in the place of one; its code may be another too. */
  set(number: number, row: Row): void;
  add(row: Row): number;
  /** Nothing is done where there is none. */
  remove(number: number): void;
  /** The list in its order; rows with the contents of those given are those given. */
  finish(): FinishedList<Row>;
}

const codeIndexes = new WeakMap<readonly Coded[], ReadonlyMap<string, number>>();

/** Index of each code in a list that is never changed, computed once a list. */
export function indexCodes(list: readonly Coded[]): ReadonlyMap<string, number> {
  const known = codeIndexes.get(list);
  if (known) return known;
  const created = new Map(list.map(({ code }, index) => [code, index]));
  codeIndexes.set(list, created);
  return created;
}

/**
 * A draft of a list.
 *
 * @param compare order in which the list stands
 */
export function createListDraft<Row extends Coded>(
  list: readonly Row[],
  compare: (a: Row, b: Row) => number,
): ListDraft<Row> {
  // null = taken out
  const changed = new Map<number, Row | null>();
  const numbers = new Map<string, number>();
  let nextNumber = list.length;
  const get = (number: number): Row | null => {
    const row = changed.get(number);
    return row === undefined ? (list[number] ?? null) : row;
  };
  const find = (code: string): number => {
    const number = numbers.get(code) ?? indexCodes(list).get(code) ?? -1;
    return get(number)?.code === code ? number : -1;
  };
  return {
    find,
    get,
    given: (number) => list[number] ?? null,
    set(number, row) {
      const given = list[number];
      changed.set(number, given !== undefined && hasSameContents(row, given) ? given : row);
      numbers.set(row.code, number);
    },
    add(row) {
      // what was taken out and comes back as it was, comes back to its place
      const former = indexCodes(list).get(row.code);
      const isBack = former !== undefined && get(former) === null && hasSameContents(row, list[former] as Row);
      const number = isBack ? former : nextNumber++;
      changed.set(number, isBack ? (list[former] as Row) : row);
      numbers.set(row.code, number);
      return number;
    },
    remove(number) {
      if (number >= 0) changed.set(number, null);
    },
    finish: () => finishList(list, { changed, count: nextNumber, compare }),
  };
}

function finishList<Row extends Coded>(
  list: readonly Row[],
  {
    changed,
    count,
    compare,
  }: {
    readonly changed: ReadonlyMap<number, Row | null>;
    readonly count: number;
    readonly compare: (a: Row, b: Row) => number;
  },
): FinishedList<Row> {
  let isSame = true;
  let staysInPlace = true;
  for (const [number, row] of changed) {
    const given = list[number];
    if (row === (given ?? null)) continue;
    isSame = false;
    if (row === null || given === undefined || compare(row, given) !== 0) staysInPlace = false;
  }
  if (isSame) return { list, places: null };
  if (staysInPlace) return { list: list.map((row, number) => changed.get(number) ?? row), places: null };
  const entries: { readonly row: Row; readonly number: number }[] = [];
  for (let number = 0; number < count; number++) {
    const row = changed.has(number) ? changed.get(number) : list[number];
    if (row) entries.push({ row, number });
  }
  entries.sort((a, b) => compare(a.row, b.row));
  const places = new Int32Array(count).fill(-1);
  entries.forEach(({ number }, place) => {
    places[number] = place;
  });
  return { list: entries.map(({ row }) => row), places };
}

/** Whether two rows hold the same values; lists and objects in them must be the same ones. */
function hasSameContents<Row extends object>(a: Row, b: Row): boolean {
  const keys = Object.keys(a) as (keyof Row)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
