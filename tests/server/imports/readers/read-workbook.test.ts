import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readOneMade, refusalOf, zipOf } from '#tests/support/made-files.ts';

type Sheets = Parameters<typeof writeXlsx>[0]['sheets'];

const readSheets = async (sheets: Sheets, options: Omit<Parameters<typeof writeXlsx>[0], 'sheets'> = {}) =>
  readOneMade('ledger.xlsx', await writeXlsx({ sheets, ...options }));

const PLAIN = [
  ['code', 'name', 'length'],
  ['X1', 'a', 1.5],
];

describe('readXlsxWorkbook', () => {
  it('reads texts, numbers, yes and no, and dates as days', async () => {
    const day = new Date(Date.UTC(2020, 6, 1));
    const { tables } = await readSheets([
      {
        name: 'a',
        rows: [
          ['code', 'length', 'done', 'since'],
          ['X1', 1.25, true, day],
        ],
      },
    ]);
    expect(tables[0]?.rows[0]?.cells).toEqual(['X1', 1.25, true, '2020-07-01']);
  });

  it('reads dates that count from 1904 as the same days, and says so', async () => {
    const day = new Date(Date.UTC(2020, 6, 1));
    const { tables } = await readSheets(
      [
        {
          name: 'a',
          rows: [
            ['code', 'since'],
            ['X1', day],
          ],
        },
      ],
      { dateSystem: '1904' },
    );
    expect(tables[0]).toMatchObject({ from1904: true, rows: [{ cells: ['X1', '2020-07-01'] }] });
  });

  it('joins a merged header of two rows and leaves lines above it out', async () => {
    const rows = [
      ['Register of roads', null, null, null],
      ['code', 'length', null, 'name'],
      [null, 'planned', 'built', null],
      ['X1', 3, 2, 'a'],
    ];
    const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
      startRow,
      startCol,
      endRow,
      endCol,
    });
    const merges = [merge(0, 0, 0, 3), merge(1, 0, 2, 0), merge(1, 1, 1, 2), merge(1, 3, 2, 3)];
    const { tables } = await readSheets([{ name: 'a', rows, merges }]);
    expect(tables[0]).toMatchObject({ columns: ['code', 'length/planned', 'length/built', 'name'], headerRow: 3 });
    expect(tables[0]?.rows).toEqual([{ row: 4, cells: ['X1', 3, 2, 'a'], geometry: null }]);
    expect(tables[0]?.notes).toContainEqual({ kind: 'merged_header', values: { first: 2, last: 3 } });
  });

  it('fills a text that is merged over rows into each of them, and no number', async () => {
    const rows = [
      ['town', 'code', 'cost'],
      ['North', 'X1', 10],
      [null, 'X2', null],
      [null, 'X3', null],
    ];
    const merges = [0, 2].map((column) => ({ startRow: 1, startCol: column, endRow: 3, endCol: column }));
    const { tables } = await readSheets([{ name: 'a', rows, merges }]);
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['North', 'X1', 10],
      ['North', 'X2', null],
      ['North', 'X3', null],
    ]);
    expect(tables[0]?.notes).toContainEqual({ kind: 'merged_cells', values: { count: 2 } });
  });

  it('sets rows of totals apart', async () => {
    const rows = [
      ['code', 'name', 'length'],
      ['X1', 'a', 1],
      ['X2', 'b', 2],
      ['\u5408\u8ba1', null, 3],
    ];
    const { tables } = await readSheets([{ name: 'a', rows }]);
    expect(tables[0]?.rows.length).toBe(2);
    expect(tables[0]?.totals).toEqual([{ row: 4, cells: ['\u5408\u8ba1', null, 3], geometry: null }]);
    expect(tables[0]?.notes).toContainEqual({ kind: 'totals_row', values: { rows: '4' } });
  });

  it('reads rows and columns that are hidden or filtered out, and says which', async () => {
    const row = (at: number, attributes = '') =>
      `<row r="${at}" ${attributes}><c r="A${at}" t="str"><v>X${at}</v></c><c r="B${at}"><v>${at}</v></c></row>`;
    const rows = ['<row r="1"><c r="A1" t="str"><v>code</v></c><c r="B1" t="str"><v>length</v></c></row>'];
    const sheet = `<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>${[...rows, row(2), row(3, 'hidden="1"'), row(4)].join('')}<row r="5" hidden="1"/></sheetData><autoFilter ref="A1:B4"/></worksheet>`;
    const { tables } = await readOneMade('filtered.xlsx', workbookOf(sheet));
    expect(tables[0]?.rows).toHaveLength(3);
    expect(tables[0]?.notes).toEqual([
      { kind: 'hidden_rows', values: { rows: '3' } },
      { kind: 'hidden_columns', values: { count: 1 } },
    ]);
  });

  it('reads hidden sheets and says that they are hidden; tells of empty ones', async () => {
    const file = await readSheets([
      { name: 'a', rows: PLAIN },
      { name: 'b', rows: PLAIN, hidden: true },
      { name: 'c', rows: [] },
    ]);
    expect(file.tables.map(({ name, notes }) => [name, notes.map(({ kind }) => kind)])).toEqual([
      ['a', []],
      ['b', ['hidden_sheet']],
    ]);
    expect(file.notes).toEqual([{ kind: 'empty_sheet', values: { sheet: 'c' } }]);
  });

  it('keeps codes of fifteen digits that are stored as numbers', async () => {
    const rows = [
      ['自然村编码', '占比'],
      [529901001001001, 0.1 + 0.2],
      [529901018009999, 12.345],
    ];
    const { tables } = await readOneMade('codes.xlsx', await writeXlsx({ sheets: [{ name: 'a', rows }] }));
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      [529901001001001, 0.3],
      [529901018009999, 12.345],
    ]);
  });

  it('takes the stored results of formulas and counts those without one', async () => {
    const sheet = [
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>code</v></c><c r="B1" t="str"><v>length</v></c></row>',
      '<row r="2"><c r="A2" t="str"><v>X1</v></c><c r="B2"><f>1+2</f><v>3</v></c></row>',
      '<row r="3"><c r="A3" t="str"><v>X2</v></c><c r="B3"><f>SUM([1]a!B2,B2)&amp;"CALL(me)|"</f></c></row></sheetData></worksheet>',
    ].join('');
    const { tables } = await readOneMade('formulas.xlsx', workbookOf(sheet));
    expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['X1', 3],
      ['X2', null],
    ]);
    expect(tables[0]?.notes).toContainEqual({ kind: 'formulas', values: { count: 2, without: 1 } });
  });

  it('refuses formulas that call the network or another program, in a sentence', async () => {
    const refuse = (formula: string, others: Readonly<Record<string, string>> = {}) => {
      const cells = `<c r="A1" t="str"><v>code</v></c></row><row r="2"><c r="A2"><f>${formula}</f><v>3</v></c>`;
      const sheet = `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
      return refusalOf([['calls.xlsx', zipOf({ ...PARTS, 'xl/worksheets/sheet1.xml': sheet, ...others })]]);
    };
    const formulas = ['1+WEBSERVICE("http://127.0.0.1")', '_xlfn.IMAGE(A1)', `cmd|' /C calc'!A0`, 'rtd ("a",,"b")'];
    const refusals = await Promise.all(formulas.map((formula) => refuse(formula)));
    expect(refusals.map(({ code, details }) => [code, details.got, details.sheet])).toEqual(
      ['WEBSERVICE', 'IMAGE', 'cmd', 'RTD'].map((got) => ['import_file_calls_out', got, 'a']),
    );
    const link = await refuse('1+2', {
      'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink/></externalLink>',
    });
    expect([link.code, link.details.got]).toEqual(['import_file_calls_out', 'DDE']);
  });

  it('does not mind cells that are only formatted, up to the last column there is', async () => {
    const sheet = [
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>code</v></c><c r="B1" t="str"><v>name</v></c><c r="XFD1" s="1"/></row>',
      '<row r="2"><c r="A2" t="str"><v>X1</v></c><c r="B2" t="str"><v>a</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>',
      '</sheetData></worksheet>',
    ].join('');
    const { tables } = await readOneMade('formatted.xlsx', workbookOf(sheet));
    expect(tables[0]).toMatchObject({ columns: ['code', 'name'], rows: [{ row: 2, cells: ['X1', 'a'] }] });
  });

  it('passes over sheets that are a chart', async () => {
    const file = await readOneMade(
      'chart.xlsx',
      zipOf({
        ...PARTS,
        'xl/workbook.xml': WORKBOOK.replace('</sheets>', '<sheet name="chart" sheetId="2" r:id="rId2"/></sheets>'),
        'xl/_rels/workbook.xml.rels': RELATIONS.replace(
          '</Relationships>',
          '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
        ),
        'xl/chartsheets/sheet1.xml': '<chartsheet/>',
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      }),
    );
    expect(file.tables.map(({ name }) => name)).toEqual(['a']);
  });
});

const WORKBOOK = [
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
  '<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
].join('');
const RELATIONS = [
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>',
  '</Relationships>',
].join('');
const PARTS = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': [
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>',
    '</Relationships>',
  ].join(''),
  'xl/workbook.xml': WORKBOOK,
  'xl/_rels/workbook.xml.rels': RELATIONS,
};

/** A workbook of one sheet in its own XML. */
function workbookOf(sheet: string): Uint8Array {
  return zipOf({ ...PARTS, 'xl/worksheets/sheet1.xml': sheet });
}
