import {
  type CellStyle,
  type CellValue,
  type ColumnDef,
  colToLetter,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import type { OutCrs } from '../out-crs.ts';
import type { OutColumn, OutTable, OutValue } from '../out-table.ts';
import { createGeometryColumns, MOST_CELL_CHARACTERS } from './geometry-columns.ts';

/** How a workbook is written. */
export interface XlsxOptions {
  readonly language: Language;
  readonly crs: OutCrs;
  /** Lines of the first sheet: what this is, of which date and revision, in which reference system. */
  readonly about: readonly (readonly [string, string])[];
  /** Rows that offer lists below those that are filled, for blank ledgers. */
  readonly blankRows?: number;
  /** Lists of their own, by the name of the column: the town's villages. */
  readonly lists?: ReadonlyMap<string, readonly string[]>;
}

const HEADER_STYLE: CellStyle = {
  font: { bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E5F' } },
  alignment: { vertical: 'center', wrapText: true },
};
const DATE_FORMAT = 'yyyy-mm-dd';
/** Text, so that codes keep their digits when somebody types into the column. */
const TEXT_FORMAT = '@';
const MILLISECONDS_PER_DAY = 86_400_000;
const WIDEST_COLUMN = 40;
const NARROWEST_COLUMN = 9;
/** A list in the formula of a validation is at most so long; longer ones stand on a sheet. Source: Excel specifications. */
const MOST_LIST_CHARACTERS = 255;
const MOST_SHEET_NAME = 31;
const LISTS_SHEET = 'lists';
/** Same tables, same bytes: a workbook carries no time of its own, as the files of an archive. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

/**
 * Writes tables as one workbook: a sheet of notes, then a sheet a table with typed cells, styled headers that stay in view, a filter, and lists for
 * choices. Texts are stored as texts, so that none runs as a formula.
 */
export async function writeWorkbook(tables: readonly OutTable[], options: XlsxOptions): Promise<Uint8Array> {
  const names = createSheetNames(tables);
  const lists = createLists(tables, options);
  const sheets = tables.map((table, place) =>
    writeSheet(table, names[place] ?? table.name, { ...options, lists: lists.refer }),
  );
  const left = tables.map((table) => ({ table, count: countLeftOut(table, options) })).filter(({ count }) => count > 0);
  const notes = left.map(({ table, count }): [string, string] => [
    table.title,
    text(options.language, 'exports', 'geometry_too_long', { count, characters: MOST_CELL_CHARACTERS }),
  ]);
  const about: WriteSheet = {
    name: text(options.language, 'exports', 'sheet_about'),
    columns: [{ width: 24 }, { width: 90, style: { alignment: { wrapText: true } } }],
    rows: [...options.about, ...notes].map(([name, value]) => [name, value]),
  };
  const listSheet: readonly WriteSheet[] =
    lists.columns.length === 0 ? [] : [{ name: LISTS_SHEET, hidden: true, rows: lists.toRows() }];
  return writeXlsx({
    sheets: [...sheets, about, ...listSheet],
    activeSheet: 0,
    properties: { creator: 'Guatu', modified: NO_TIME },
  });
}

type ReferList = (table: OutTable, column: OutColumn) => Partial<DataValidation> | null;

interface SheetOptions extends Omit<XlsxOptions, 'lists'> {
  readonly lists: ReferList;
}

function writeSheet(table: OutTable, name: string, options: SheetOptions): WriteSheet {
  const geometry = createGeometryColumns(table, { ...options, mostCharacters: MOST_CELL_CHARACTERS });
  const columns = [...table.columns, ...geometry.columns];
  const rows = table.rows.map((row) => [
    ...row.values.map((value, place) => toCell(value, table.columns[place], options.language)),
    ...geometry.toValues(row.geometry),
  ]);
  const lastRow = rows.length + (options.blankRows ?? 0) + 1;
  const lastColumn = colToLetter(Math.max(0, columns.length - 1));
  return {
    name,
    columns: columns.map((column, place) => describeColumn(column, rows, place)),
    rows: [columns.map(({ title }) => title), ...rows],
    cells: new Map(columns.map(({ title }, place) => [`0,${place}`, { value: title, style: HEADER_STYLE }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${lastColumn}${Math.max(1, rows.length + 1)}` },
    dataValidations: columns.flatMap((column, place): DataValidation[] => {
      const list = options.lists(table, column);
      if (list === null || lastRow < 2) return [];
      const letter = colToLetter(place);
      return [
        { type: 'list', allowBlank: true, showErrorMessage: true, range: `${letter}2:${letter}${lastRow}`, ...list },
      ];
    }),
  };
}

function describeColumn(column: OutColumn, rows: readonly (readonly CellValue[])[], place: number): ColumnDef {
  const longest = rows
    .slice(0, 200)
    .reduce((most, row) => Math.max(most, measure(row[place] ?? null)), measure(column.title));
  const width = Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, longest + 2));
  if (column.type === 'date') return { width: Math.max(width, 12), numFmt: DATE_FORMAT };
  return column.type === 'text' ? { width, numFmt: TEXT_FORMAT } : { width };
}

/** Characters of a cell; a Han character is two wide. */
function measure(value: CellValue): number {
  const written = value instanceof Date ? '0000-00-00' : String(value ?? '');
  return [...written.slice(0, WIDEST_COLUMN)].reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1), 0);
}

/** The cell of a value: dates as dates, yes and no in words, all else as it is. */
function toCell(value: OutValue, column: OutColumn | undefined, language: Language): CellValue {
  if (typeof value === 'boolean') return text(language, 'ledgers', value ? 'yes' : 'no');
  if (column?.type === 'date' && typeof value === 'string') {
    const time = Date.parse(`${value}T00:00:00Z`);
    return Number.isNaN(time) ? value : new Date(Math.round(time / MILLISECONDS_PER_DAY) * MILLISECONDS_PER_DAY);
  }
  return value;
}

/** Names of sheets: at most 31 characters, none of `[]:*?/\`, no two the same. */
function createSheetNames(tables: readonly OutTable[]): readonly string[] {
  const taken = new Set<string>([LISTS_SHEET]);
  return tables.map(({ title }) => {
    const plain = title
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, MOST_SHEET_NAME);
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number++)
      name = `${plain.slice(0, MOST_SHEET_NAME - 4)} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Lists of choices: short ones stand in the validation itself, long ones on a hidden sheet. */
function createLists(tables: readonly OutTable[], { lists }: XlsxOptions) {
  const columns: (readonly string[])[] = [];
  const wordsOf = (column: OutColumn): readonly string[] | null => lists?.get(column.name) ?? column.words;
  const places = new Map<string, number>();
  for (const words of tables.flatMap((table) => table.columns.flatMap((column) => [wordsOf(column) ?? []]))) {
    const key = words.join('\n');
    if (words.join(',').length <= MOST_LIST_CHARACTERS && words.every((word) => !word.includes(','))) continue;
    if (!places.has(key)) places.set(key, columns.push(words) - 1);
  }
  const refer: ReferList = (_table, column) => {
    const words = wordsOf(column);
    if (words === null || words.length === 0) return null;
    const place = places.get(words.join('\n'));
    if (place === undefined) return { values: [...words] };
    const letter = colToLetter(place);
    return { formula1: `${LISTS_SHEET}!$${letter}$1:$${letter}$${words.length}` };
  };
  const toRows = (): CellValue[][] => {
    const longest = Math.max(0, ...columns.map((words) => words.length));
    return Array.from({ length: longest }, (_, row) => columns.map((words) => words[row] ?? null));
  };
  return { columns, refer, toRows };
}

/** Geometries that no cell can hold. */
function countLeftOut(table: OutTable, options: XlsxOptions): number {
  const { toValues } = createGeometryColumns(table, { ...options, mostCharacters: MOST_CELL_CHARACTERS });
  return table.rows.filter(({ geometry }) => geometry !== null && toValues(geometry).every((value) => value === null))
    .length;
}
