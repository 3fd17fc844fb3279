/**
 * A linear model with whole and broken columns, as plain data: least or greatest `costs · x` with `lower <= x <= upper` and
 * `rowLower <= A x <= rowUpper`. `Infinity` and `-Infinity` = no bound.
 */
export interface MilpModel {
  readonly sense: 'minimize' | 'maximize';
  readonly columnCount: number;
  readonly rowCount: number;
  readonly costs: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 = only whole numbers, 0 = any. */
  readonly isWhole: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Rows of A: row `r` has entries `rowStarts[r]` up to, not including, `rowStarts[r + 1]` of `entryColumns` and `entryValues`. */
  readonly rowStarts: Int32Array;
  readonly entryColumns: Int32Array;
  readonly entryValues: Float64Array;
}

/** One column; what is left out is 0 (cost, lower), 1 (upper) and whole. */
export interface MilpColumn {
  readonly cost?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly isWhole?: boolean;
}

/** One row: `lower <= sum of values[i] * x[columns[i]] <= upper`; left out = no bound on that side. No column twice. */
export interface MilpRow {
  readonly columns: readonly number[];
  /** Aligned with `columns`; one number = the same for each. */
  readonly values: readonly number[] | number;
  readonly lower?: number;
  readonly upper?: number;
}

/** Puts a model together piece by piece. */
export interface MilpBuilder {
  /** @returns index of the column */
  readonly addColumn: (column: MilpColumn) => number;
  /** @returns index of the row */
  readonly addRow: (row: MilpRow) => number;
  readonly build: () => MilpModel;
}

/** An empty model to which columns and rows are added. */
export function createMilpBuilder(sense: MilpModel['sense']): MilpBuilder {
  const columns: Required<MilpColumn>[] = [];
  const rows: MilpRow[] = [];
  return {
    addColumn: ({ cost = 0, lower = 0, upper = 1, isWhole = true }) =>
      columns.push({ cost, lower, upper, isWhole }) - 1,
    addRow: (row) => rows.push(row) - 1,
    build: () => ({
      sense,
      columnCount: columns.length,
      rowCount: rows.length,
      costs: Float64Array.from(columns, ({ cost }) => cost),
      lower: Float64Array.from(columns, ({ lower }) => lower),
      upper: Float64Array.from(columns, ({ upper }) => upper),
      isWhole: Uint8Array.from(columns, ({ isWhole }) => Number(isWhole)),
      rowLower: Float64Array.from(rows, ({ lower }) => lower ?? -Infinity),
      rowUpper: Float64Array.from(rows, ({ upper }) => upper ?? Infinity),
      ...packEntries(rows),
    }),
  };
}

function packEntries(rows: readonly MilpRow[]): Pick<MilpModel, 'rowStarts' | 'entryColumns' | 'entryValues'> {
  const rowStarts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, row) => {
    rowStarts[row + 1] = (rowStarts[row] ?? 0) + columns.length;
  });
  const entryColumns = new Int32Array(rowStarts[rows.length] ?? 0);
  const entryValues = new Float64Array(entryColumns.length);
  rows.forEach(({ columns, values }, row) => {
    const start = rowStarts[row] ?? 0;
    entryColumns.set(columns, start);
    if (typeof values === 'number') entryValues.fill(values, start, start + columns.length);
    else entryValues.set(values, start);
  });
  return { rowStarts, entryColumns, entryValues };
}
