import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SourceTable } from '#core/ledgers/source-table.ts';
import { readMade, readOneMade, refusalOf } from '#tests/support/made-files.ts';
import { USUAL_LIMITS } from '#tests/support/usual-limits.ts';

/** "village, households" and a village, in Chinese. */
const HEADER = '\u6751\u540d,\u6237\u6570';
const TEXT = `${HEADER}\n\u8001\u9e70\u5ca9\u6751,12\n`;
/** The same in GBK. */
const GBK = Buffer.from('b4e5c3fb2cbba7cafd0ac0cfd3a5d1d2b4e52c31320a', 'hex');

async function readTable(contents: string | Uint8Array, name = 'ledger.csv'): Promise<SourceTable> {
  const { tables } = await readOneMade(name, contents);
  const [table] = tables;
  if (table === undefined || tables.length !== 1) throw new RangeError(`${tables.length} tables`);
  return table;
}

const cellsOf = ({ rows }: SourceTable) => rows.map(({ cells }) => cells);

describe('readDelimited', () => {
  it('reads UTF-8 with and without its mark, UTF-16 in both orders with and without, and GBK', async () => {
    const wide = Buffer.from(TEXT, 'utf16le');
    const swapped = Buffer.from(wide).swap16();
    const kinds: readonly (readonly [Uint8Array | string, string])[] = [
      [TEXT, 'UTF-8'],
      [`\u{feff}${TEXT}`, 'UTF-8'],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), 'UTF-16LE'],
      [Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'UTF-16BE'],
      [GBK, 'GB18030'],
    ];
    for (const [contents, encoding] of kinds) {
      const file = await readOneMade('ledger.csv', contents);
      expect(file.notes).toContainEqual({ kind: 'encoding', values: { encoding } });
      expect(file.tables[0]?.columns).toEqual(HEADER.split(','));
      expect(file.tables[0]?.rows).toEqual([{ row: 2, cells: ['\u8001\u9e70\u5ca9\u6751', '12'], geometry: null }]);
    }
  });

  it('reads UTF-16 without a mark', async () => {
    const table = await readTable(Buffer.from('code,length_m\nX1,120\nX2,80\n', 'utf16le'));
    expect(cellsOf(table)).toEqual([
      ['X1', '120'],
      ['X2', '80'],
    ]);
  });

  it('tells of characters that a wrong encoding left behind', async () => {
    const file = await readOneMade('ledger.csv', `${HEADER}\n\u{951f}\u{65a4}\u{62f7},12\n\u{fffd}\u{fffd},3\n`);
    expect(file.notes).toContainEqual({ kind: 'damaged_text', values: { count: 3 } });
  });

  it('recognises comma, semicolon, tab and bar', async () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const table = await readTable(
        `${['code', 'name', 'length'].join(delimiter)}\n${['X1', 'a', '1'].join(delimiter)}`,
      );
      expect(cellsOf(table), delimiter).toEqual([['X1', 'a', '1']]);
    }
  });

  it('takes quoted delimiters, quotes and ends of lines as text of one row', async () => {
    const table = await readTable('code,name,note\r\nX1,"a, b","first\r\nsecond ""quoted"""\r\nX2,c,\r\n');
    expect(table.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, 'X1', 'a, b', 'first\r\nsecond "quoted"'],
      [3, 'X2', 'c', null],
    ]);
  });

  it('keeps codes and numbers as they are written', async () => {
    expect(cellsOf(await readTable('code,value\n007,1e5\n5.29901E+11, 12 \n'))).toEqual([
      ['007', '1e5'],
      ['5.29901E+11', '12'],
    ]);
  });

  it('counts empty rows and keeps the numbers of the others', async () => {
    const table = await readTable('code,name\nX1,a\n\n,\nX2,b\n');
    expect(table.rows.map(({ row }) => row)).toEqual([2, 5]);
    expect(table.notes).toContainEqual({ kind: 'empty_rows', values: { count: 2 } });
  });

  it('refuses a quote that is never closed, with its row', async () => {
    expect(await refusalOf([['a.csv', 'code,name\nX1,a\nX2,"b\nX3,c\n']])).toMatchObject({
      code: 'import_quote_open',
      details: { file: 'a.csv', row: 3 },
    });
  });

  it('refuses more rows than are allowed, with both counts', async () => {
    const text = `code,name\n${'X,a\n'.repeat(30)}`;
    const limits = { ...USUAL_LIMITS, rows: 20 };
    expect(await refusalOf([['a.csv', text]], { limits })).toMatchObject({
      code: 'import_too_many_rows',
      details: { got: 31, limit: 20 },
    });
  });

  it('reads a table with the extension of a workbook, and says so', async () => {
    const [file] = await readMade([['ledger.xls', 'code\tname\nX1\ta\n']]);
    expect(file).toMatchObject({ format: 'csv' });
    expect(file?.notes).toContainEqual({ kind: 'wrong_extension', values: { format: 'csv' } });
  });
});

const NAUGHTY = '../shared/data/sec-naughty-strings/blns.json';
describe.skipIf(!existsSync(NAUGHTY))(`readDelimited on naughty strings (skipped without ${NAUGHTY})`, () => {
  it('gives each back as it was', async () => {
    const strings = (JSON.parse(readFileSync(NAUGHTY, 'utf8')) as readonly string[]).filter(
      (text) => text.trim() !== '',
    );
    const lines = strings.map((text, index) => `X${index},"${text.replaceAll('"', '""')}"`);
    const { rows, notes } = await readTable(`code,note\n${lines.join('\n')}\n`);
    const hidden = notes.some(({ kind }) => kind === 'personal_text');
    expect(hidden).toBe(false);
    expect(rows.map(({ cells }) => cells[1])).toEqual(strings);
  });
});
