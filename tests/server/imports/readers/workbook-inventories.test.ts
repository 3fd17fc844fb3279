import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SourceCell } from '#core/ledgers/source-table.ts';
import { ImportFileError } from '#server/imports/readers/import-file-error.ts';
import { openArchive } from '#server/imports/readers/open-archive.ts';
import type { RawFile, RawGrid } from '#server/imports/readers/raw-table.ts';
import { readXlsWorkbook, readXlsxWorkbook } from '#server/imports/readers/read-workbook.ts';
import { createReadings } from '#server/imports/readers/reading.ts';
import { recogniseArchive } from '#server/imports/readers/recognise-archive.ts';
import { recogniseFormat } from '#server/imports/readers/recognise-format.ts';
import { USUAL_LIMITS } from '#tests/support/usual-limits.ts';

/** Workbooks of the tests of readxl, openpyxl and xlrd, and what openpyxl 3.1 reads of each. */
const CHECK_DATA = '../shared/data/fmt-xlsx';
const isMissing = !existsSync(CHECK_DATA);
const note = `(skipped without ${CHECK_DATA})`;

interface InventorySheet {
  readonly sheet: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly dim: string;
  readonly merged: readonly string[];
  readonly date_cells: number;
  /** Texts of at most thirty characters. */
  readonly row1: readonly (string | null)[];
}

type Inventory = Readonly<
  Record<
    string,
    { readonly error: string } | { readonly epoch1904: boolean; readonly sheets: readonly InventorySheet[] }
  >
>;

/** Where the product differs, each with its reason. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'openpyxl/reader-sample_with_images.xlsx': 'only pictures: refused as having no data',
  'openpyxl/reader-sample_with_unsupported_image_format.xlsx': 'only pictures: refused as having no data',
  'openpyxl/reader-workbook_security.xlsx': 'no data: refused',
  'openpyxl/tests_data_genuine_empty.xlsx': 'no data: refused',
  'openpyxl/tests_data_reader_bigfoot.xlsx': 'no data: refused',
  'openpyxl/tests_data_reader_nonstandard_workbook_name.xlsx': 'no data: refused',
  'readxl/inlineStr2.xlsx': 'a text beside runs in one cell, which the standard does not allow: the runs count',
  'readxl/los-angeles-arrests-xlsx.xlsx': 'is read; openpyxl fails on its styles',
};

async function readWorkbook(path: string): Promise<RawFile> {
  const bytes = readFileSync(`${CHECK_DATA}/${path}`);
  const reading = createReadings({ limits: USUAL_LIMITS })(path, 0);
  if (recogniseFormat(bytes, path) === 'xls') return readXlsWorkbook(bytes, reading);
  const archive = openArchive(bytes, path, USUAL_LIMITS);
  recogniseArchive(archive, path);
  return readXlsxWorkbook(bytes, archive, reading);
}

async function readOrRefuse(path: string): Promise<RawFile | ImportFileError> {
  try {
    return await readWorkbook(path);
  } catch (error) {
    if (error instanceof ImportFileError) return error;
    throw error;
  }
}

const isGrid = (table: RawFile['tables'][number]): table is RawGrid => table.kind === 'grid';

const isDate = (cell: SourceCell): boolean =>
  typeof cell === 'string' && /^(\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d)$/.test(cell);

/** Rows and columns of a range such as `A1:AA30`. */
function sizeOf(range: string): readonly [rows: number, columns: number] {
  const [, letters = '', row = ''] = /:?([A-Z]+)(\d+)$/.exec(range) ?? [];
  return [Number(row), [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)];
}

const textOf = (cell: unknown): string | null => {
  const text = cell === null || cell === undefined ? '' : String(cell).trim();
  return text === '' ? null : text.slice(0, 30).trim();
};

function compareSheet(grid: RawGrid | undefined, expected: InventorySheet, from1904: boolean): readonly string[] {
  const first = expected.row1.map(textOf);
  if (grid === undefined) return expected.dim === 'A1:A1' && first.every((cell) => cell === null) ? [] : ['not read'];
  const faults: string[] = [];
  const [rows, columns] = sizeOf(expected.dim);
  const width = Math.max(...grid.rows.map((row) => row.length));
  if (grid.rows.length > rows || width > columns)
    faults.push(`${grid.rows.length} x ${width}, expected at most ${rows} x ${columns}`);
  const dates = grid.rows.flat().filter(isDate).length;
  if (dates < expected.date_cells) faults.push(`${dates} dates, expected ${expected.date_cells}`);
  if (grid.merges.length !== expected.merged.length)
    faults.push(`${grid.merges.length} merges, expected ${expected.merged.length}`);
  if (grid.from1904 !== from1904) faults.push(`from 1904: ${grid.from1904}`);
  const isHidden = grid.notes.some(({ kind }) => kind === 'hidden_sheet');
  if (isHidden !== (expected.state !== 'visible')) faults.push(`hidden: ${isHidden}`);
  const read = (grid.rows[0] ?? []).map((cell) => (isDate(cell) ? null : textOf(cell)));
  for (const [index, cell] of first.entries())
    if (cell !== null && !/^\d{4}-\d\d-\d\d|days/.test(cell) && !sameText(read[index] ?? null, cell))
      faults.push(`row 1: ${read[index]}, expected ${cell}`);
  return faults;
}

/** Python writes 1.0 and True where this is 1 and true. */
const sameText = (read: string | null, expected: string): boolean =>
  read === expected || Number(read) === Number(expected) || read?.toLowerCase() === expected.toLowerCase();

async function compareFolder(folder: string): Promise<readonly string[]> {
  const inventory = JSON.parse(readFileSync(`${CHECK_DATA}/${folder}/INVENTORY-openpyxl.json`, 'utf8')) as Inventory;
  const all: string[] = [];
  for (const [name, expected] of Object.entries(inventory)) {
    const read = await readOrRefuse(`${folder}/${name}`);
    const faults: string[] = [];
    if (read instanceof ImportFileError) faults.push(...('error' in expected ? [] : [`refused: ${read.code}`]));
    else if ('error' in expected) faults.push('was read');
    else
      for (const sheet of expected.sheets)
        faults.push(
          ...compareSheet(
            read.tables.filter(isGrid).find((grid) => grid.name === sheet.sheet),
            sheet,
            expected.epoch1904,
          ),
        );
    const isOtherwise = `${folder}/${name}` in OTHERWISE;
    if (isOtherwise && faults.length === 0) all.push(`${folder}/${name} is like the inventory`);
    if (!isOtherwise) all.push(...faults.map((fault) => `${folder}/${name}: ${fault}`));
  }
  return all;
}

describe.skipIf(isMissing)(`readXlsxWorkbook on workbooks of others ${note}`, () => {
  it('reads size, dates, merged cells, hidden sheets and first rows as openpyxl does', async () => {
    expect(await compareFolder('openpyxl')).toEqual([]);
    expect(await compareFolder('readxl')).toEqual([]);
  });

  it('refuses what is empty, damaged or of another kind with its own sentence', async () => {
    const codes: Record<string, string> = {};
    for (const folder of ['openpyxl', 'readxl', 'xlrd'])
      for (const name of readdirSync(`${CHECK_DATA}/${folder}`)) {
        if (!/\.(xlsx?|xlsb|ods|zip)$/.test(name)) continue;
        const read = await readOrRefuse(`${folder}/${name}`);
        if (read instanceof ImportFileError && read.code !== 'import_file_nothing_in_it') codes[name] = read.code;
      }
    expect(codes).toEqual({
      'reader-null_file.xlsx': 'import_file_empty',
      'biff5-label-records.xls': 'import_file_unknown',
      'biff5-rich-text-string.xls': 'import_file_unknown',
      'biff4_no_format_no_window2.xls': 'import_file_unknown',
      'sample.ods': 'import_file_unknown',
      'sample.xlsb': 'import_file_unknown',
      'sample.zip': 'import_archive_without_data',
    });
  });
});

describe.skipIf(isMissing)(`readXlsWorkbook on workbooks of others ${note}`, () => {
  it('reads the same cells as of the twin in XLSX', async () => {
    const names = readdirSync(`${CHECK_DATA}/readxl`);
    const differences: string[] = [];
    let compared = 0;
    for (const name of names.filter((candidate) => candidate.endsWith('.xls'))) {
      const twin = name.replace(/(-xls)?\.xls$/, (_, ending: string | undefined) =>
        ending === undefined ? '.xlsx' : '-xlsx.xlsx',
      );
      if (!names.includes(twin)) continue;
      const [old, current] = [await readOrRefuse(`readxl/${name}`), await readOrRefuse(`readxl/${twin}`)];
      if (old instanceof ImportFileError || current instanceof ImportFileError) continue;
      compared += 1;
      if (
        JSON.stringify(old.tables.filter(isGrid).map(({ rows }) => rows)) !==
        JSON.stringify(current.tables.filter(isGrid).map(({ rows }) => rows))
      )
        differences.push(name);
    }
    expect(compared).toBeGreaterThan(20);
    // The twin has a sheet with more columns than XLS can have.
    expect(differences).toEqual(['geometry.xls']);
  });
});

describe.skipIf(isMissing)(`readXlsWorkbook on dates from 1904 ${note}`, () => {
  it('tells that dates count from 1904 and gives them as they are', async () => {
    const read = await readOrRefuse('readxl/dates-1904.xls');
    const [grid] = read instanceof ImportFileError ? [] : read.tables.filter(isGrid);
    expect(grid).toMatchObject({ from1904: true, rows: [Array(5).fill('2000-01-01')] });
  });
});
