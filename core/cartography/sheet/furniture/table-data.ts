import type { Light } from '../../../indicators/figure.ts';

/** A mark in place of text: a light, the number of a late task, a hollow box for pen or sticker, the stamp of what was struck off, with its day. */
export type TableMark =
  | { readonly light: Light }
  | { readonly number: number }
  | { readonly box: 'open' | 'done' }
  | { readonly stamp: string };

/** A cell: text, or a mark. */
export type TableCell = string | TableMark;

/** A column of a table. */
export interface TableColumn {
  readonly title: string;
  /** Its title in the sheet's second language. */
  readonly secondTitle?: string;
  readonly align: 'start' | 'middle' | 'end';
  /** Columns with the highest number are left out first when the panel is narrow; 0 always stays. */
  readonly rank: number;
  /** What the table is about: where it finds no room, the table stands elsewhere. */
  readonly isSubject?: boolean;
  /** Takes what width is left; its texts are broken into lines when there is too little. */
  readonly flexible?: boolean;
  /** Says what may be otherwise next week: a sheet kept by hand leaves it to the pen. */
  readonly isState?: boolean;
  /** Width of an empty column against others that share what is left; its texts say it otherwise. */
  readonly share?: number;
}

/** A table as data: what it says, not how it is set. */
export interface TableData {
  readonly id: string;
  readonly title: string;
  /** Its title in the sheet's second language. */
  readonly secondTitle?: string;
  readonly remark?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** The rest of a table that began in the column before. */
  readonly isContinued?: boolean;
  /** Rows set in bold: totals. */
  readonly boldRows?: ReadonlySet<number>;
  /** Rows of what is done for good; absent for tables whose rows are not struck off. */
  readonly doneRows?: ReadonlySet<number>;
  /** Better whole than shared out: a ranking. */
  readonly isWhole?: boolean;
  /** Said in place of rows when there are none. */
  readonly empty?: string;
  /** Rows are at least this high: a hand writes in them. */
  readonly leastRowMillimeters?: number;
  /** Rules between columns: rows to write in. */
  readonly hasColumnRules?: boolean;
}
