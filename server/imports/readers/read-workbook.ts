import { type CellValue, type ReadOptions, readXls, readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';
import type { SourceCell, SourceNote } from '#core/ledgers/source-table.ts';
import { findChartSheets } from './find-chart-sheets.ts';
import { nameRows } from './geometry-reader.ts';
import { ImportFileError } from './import-file-error.ts';
import { type InspectedXls, inspectXls } from './inspect-xls.ts';
import type { Archive, ArchiveEntry } from './open-archive.ts';
import type { MergedCells, RawFile, RawGrid } from './raw-table.ts';
import { checkColumnCount, checkRowCount, type Reading } from './reading.ts';
import { refuseCallingFormula, refuseProgramLinks } from './refuse-calling-formulas.ts';
import { refuseCallingXls } from './refuse-calling-xls.ts';
import { scanSheet, type UsedRange } from './scan-sheet.ts';

const XML_PART = /\.(xml|rels)$/i;
/** Parts with values of macros, or that say there are any. */
const MACRO_PART = /(^|\/)vbaProject\.bin$|(^|\/)macrosheets\//i;
const MACRO_TYPES = ['macroEnabled', 'ms-excel.intlmacrosheet', 'ms-excel.macrosheet'];
const DECLARATION = Buffer.from('<!DOCTYPE');
const ENTITY = Buffer.from('<!ENTITY');
const ROWS_PER_TICK = 1000;

/**
 * Reads a workbook of Excel 2007 and later. Formulas give the values that were stored with them.
 *
 * @throws {ImportFileError} macros, formulas that call other programs or the network, document types in XML, too many rows or columns, damaged parts
 */
export async function readXlsxWorkbook(bytes: Buffer, archive: Archive, reading: Reading): Promise<RawFile> {
  const used = inspectParts(archive, reading);
  const charts = findChartSheets(archive);
  const options: ReadOptions = {
    sheets: (_info, index) => !charts.has(index),
    ...(used === null || used.lastRow === 0 ? {} : { range: formatRange(used) }),
  };
  return readWith(readXlsx, { bytes, options, format: 'XLSX' }, reading);
}

/**
 * Reads a workbook of Excel 97 to 2003. Formulas give the values that were stored with them.
 *
 * @throws {ImportFileError} sheets of macros, formulas and links that call other programs or the network, too many rows or columns, damaged parts
 */
export async function readXlsWorkbook(bytes: Buffer, reading: Reading): Promise<RawFile> {
  refuseCallingXls(bytes, reading.file);
  const inspected = inspectXls(bytes);
  const { tables, notes } = await readWith(readXls, { bytes: inspected.bytes, options: {}, format: 'XLS' }, reading);
  return { tables: tables.map((grid) => addAboutXls(grid, inspected)), notes };
}

function addAboutXls(grid: RawGrid, { from1904, hidden }: InspectedXls): RawGrid {
  const notes: SourceNote[] = hidden.has(grid.name) ? [{ kind: 'hidden_sheet', values: {} }] : [];
  return { ...grid, from1904, notes: [...notes, ...grid.notes] };
}

/** Every table of a workbook is a grid. */
interface ReadWorkbook extends RawFile {
  readonly tables: readonly RawGrid[];
}

async function readWith(
  read: typeof readXlsx,
  file: { readonly bytes: Buffer; readonly options: ReadOptions; readonly format: string },
  reading: Reading,
): Promise<ReadWorkbook> {
  let workbook: Workbook;
  try {
    workbook = await read(file.bytes, file.options);
  } catch (error) {
    if (error instanceof Error && error.name === 'EncryptedFileError')
      throw new ImportFileError('import_file_encrypted', reading.file);
    throw new ImportFileError('import_file_damaged', reading.file, { format: file.format, ...describeFault(error) });
  }
  const from1904 = workbook.dateSystem === '1904';
  const notes: SourceNote[] = [];
  const tables: RawGrid[] = [];
  for (const sheet of workbook.sheets) {
    const grid = readSheet(sheet, from1904, reading);
    if (grid === null) notes.push({ kind: 'empty_sheet', values: { sheet: sheet.name } });
    else tables.push(grid);
  }
  if (tables.length === 0) throw new ImportFileError('import_file_nothing_in_it', reading.file);
  return { tables, notes };
}

/** The layer of the file that is damaged, for the sentence; what the library says of it, which is English, for logs. */
function describeFault(error: unknown): { readonly where: string; readonly reason: string } {
  const name = error instanceof Error ? error.name : '';
  return {
    where: name === 'ZipError' ? 'ZIP' : name === 'XmlError' ? 'XML' : 'BIFF / OOXML',
    reason: error instanceof Error ? error.message : String(error),
  };
}

/** Looks at every part once: sizes as stated, no document types, no macros. Gives how far values reach on any sheet, null where that cannot be told. */
function inspectParts({ entries }: Archive, reading: Reading): UsedRange | null {
  if (entries.some(({ path }) => MACRO_PART.test(path))) throw new ImportFileError('import_file_macros', reading.file);
  let used: UsedRange | null = { lastRow: 0, lastColumn: 0 };
  for (const entry of entries) {
    reading.tick(0);
    const ofPart = inspectPart(entry, reading);
    if (ofPart === null || used === null) used = null;
    else
      used = {
        lastRow: Math.max(used.lastRow, ofPart.lastRow),
        lastColumn: Math.max(used.lastColumn, ofPart.lastColumn),
      };
  }
  return used;
}

function inspectPart(entry: ArchiveEntry, reading: Reading): UsedRange | null {
  const xml = entry.read();
  if (!XML_PART.test(entry.path)) return { lastRow: 0, lastColumn: 0 };
  if (xml.includes(DECLARATION) || xml.includes(ENTITY))
    throw new ImportFileError('import_xml_entities', reading.file, { entry: entry.path });
  if (entry.path === '[Content_Types].xml' && MACRO_TYPES.some((type) => xml.includes(type)))
    throw new ImportFileError('import_file_macros', reading.file);
  refuseProgramLinks(xml, { file: reading.file, path: entry.path });
  const used = scanSheet(xml);
  checkColumnCount(reading, entry.path, used?.lastColumn ?? 0);
  checkRowCount(reading, entry.path, used?.lastRow ?? 0);
  return used;
}

/** As `A1:XFD1048576`. */
function formatRange({ lastRow, lastColumn }: UsedRange): string {
  let letters = '';
  for (let left = lastColumn; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(0x41 + ((left - 1) % 26)) + letters;
  return `A1:${letters}${lastRow}`;
}

/** Null for sheets without a value, and for sheets that are a chart. */
function readSheet(sheet: Sheet, from1904: boolean, reading: Reading): RawGrid | null {
  const rows: SourceCell[][] = [];
  let width = 0;
  let filled = 0;
  for (const [index, row] of (sheet.rows as readonly (CellValue[] | undefined)[]).entries()) {
    if (index % ROWS_PER_TICK === 0) reading.tick(index);
    // Rows without a cell are missing from workbooks before Excel 2007.
    const cells = toSourceCells(row ?? []);
    const length = cells.findLastIndex((cell) => cell !== null) + 1;
    cells.length = length;
    rows.push(cells);
    width = Math.max(width, length);
    if (length > 0) filled = index + 1;
  }
  rows.length = filled;
  if (filled === 0) return null;
  checkColumnCount(reading, sheet.name, width);
  checkRowCount(reading, sheet.name, filled);
  const merges = (sheet.merges ?? []).map(toMergedCells);
  return { kind: 'grid', name: sheet.name, rows, merges, from1904, notes: noteSheet(sheet, reading) };
}

/** In place: the rows of the workbook are nobody else's, and there are many. */
function toSourceCells(row: CellValue[]): SourceCell[] {
  for (let index = 0; index < row.length; index += 1) row[index] = toSourceCell(row[index] ?? null);
  return row as SourceCell[];
}

function noteSheet(sheet: Sheet, reading: Reading): readonly SourceNote[] {
  const notes: SourceNote[] = [];
  if (sheet.hidden === true || sheet.veryHidden === true) notes.push({ kind: 'hidden_sheet', values: {} });
  const hiddenRows = [...(sheet.rowDefs ?? [])].flatMap(([index, { hidden }]) =>
    hidden === true && sheet.rows[index]?.some((cell) => cell !== null && cell !== undefined) ? [index + 1] : [],
  );
  if (hiddenRows.length > 0) notes.push({ kind: 'hidden_rows', values: { rows: nameRows(hiddenRows) } });
  const hiddenColumns = (sheet.columns ?? []).filter(({ hidden }) => hidden === true).length;
  if (hiddenColumns > 0) notes.push({ kind: 'hidden_columns', values: { count: hiddenColumns } });
  const formulas = [...(sheet.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined);
  for (const { formula = '' } of formulas) refuseCallingFormula(formula, { file: reading.file, sheet: sheet.name });
  if (formulas.length > 0) {
    const without = formulas.filter(
      ({ value, formulaResult }) => (value === null || value === '') && (formulaResult ?? '') === '',
    ).length;
    notes.push({ kind: 'formulas', values: { count: formulas.length, without } });
  }
  return notes;
}

const toMergedCells = (merge: {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}): MergedCells => ({
  firstRow: merge.startRow,
  firstColumn: merge.startCol,
  lastRow: merge.endRow,
  lastColumn: merge.endCol,
});

/** Dates become `YYYY-MM-DD`, times of a day `HH:MM:SS`; text without anything but spaces is no value. */
function toSourceCell(value: CellValue): SourceCell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return formatDate(value);
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'number') return Number.isFinite(value) ? roundFraction(value) : null;
  return value;
}

/**
 * Fractions that sums and old workbooks leave a trifle beside hundredths: 0.30000000000000004 is 0.3, as Excel shows it. Whole numbers are none: of a code of 15 digits
 * a hundredfold is no longer exact.
 */
function roundFraction(value: number): number {
  if (Number.isInteger(value)) return value;
  const hundredths = Math.round(value * 100) / 100;
  return Math.abs(hundredths - value) <= 2 * Number.EPSILON * Math.abs(value) ? hundredths : value;
}

function formatDate(date: Date): SourceCell {
  if (Number.isNaN(date.getTime())) return null;
  const written = date.toISOString();
  // Excel counts a time without a date from the day before its first.
  return date.getUTCFullYear() < 1900 ? written.slice(11, 19) : written.slice(0, 10);
}
