import { unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '#core/ledgers/source-table.ts';
import { type WrittenCopy, writeKeptCopy } from '#server/imports/keep-copy.ts';
import { groupUploads } from '#server/imports/readers/group-uploads.ts';
import { readSourceFiles } from '#server/imports/readers/read-source-files.ts';
import { type MadeFile, readOneMade, uploadMade } from '#tests/support/made-files.ts';
import { makeDbf, makeShp } from '#tests/support/made-shapefiles.ts';
import { USUAL_LIMITS } from '#tests/support/usual-limits.ts';

/** Identity numbers of nobody: the first six digits are those of the sample county, the check digits right. */
const IDENTITY = ['529901199003074571', '52990119881111231X', '529901199003074571'];
const NAME = '\u8eab\u4efd\u8bc1\u53f7';
const PHONE = '\u8054\u7cfb\u7535\u8bdd';
const HOUSEHOLD = '\u6237\u7f16\u53f7';
const NOTE = '\u5907\u6ce8';
const HEADER = [HOUSEHOLD, NAME, PHONE, NOTE];
const ROWS = IDENTITY.map((number, index) => [
  `H${index}`,
  number,
  `1380000000${index}`,
  index === 1 ? 'call 13900000009, please' : 'none',
]);
const SECRETS = [...IDENTITY, '13800000000', '13900000009'];

async function readAndKeep(...files: readonly MadeFile[]): Promise<readonly [SourceFile, WrittenCopy]> {
  const uploads = uploadMade(files);
  const [file] = await readSourceFiles(uploads, { limits: USUAL_LIMITS });
  if (file === undefined) throw new RangeError('Nothing was read');
  return [file, await writeKeptCopy(file, groupUploads(uploads)[0]?.parts ?? [])];
}

/** All that can be read in a copy. */
const textOf = ({ bytes }: WrittenCopy): string =>
  Buffer.from(bytes).subarray(0, 2).toString() === 'PK'
    ? Object.values(unzipSync(bytes))
        .map((part) => Buffer.from(part).toString('utf8'))
        .join('\n')
    : Buffer.from(bytes).toString('utf8');

const csv = `Households, filled in by \u586b\u8868\u4eba\uff1aZhang\n${[HEADER, ...ROWS].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;

describe('readSourceFiles with personal data', () => {
  it('leaves personal columns out, lists them, and finds the same person by a hash', async () => {
    const file = await readOneMade('households.csv', csv);
    const [table] = file.tables;
    expect(table?.columns).toEqual([HOUSEHOLD, NOTE]);
    expect(table?.leftOut).toEqual([
      { header: NAME, kind: 'identity_number', by: 'header' },
      { header: PHONE, kind: 'telephone', by: 'header' },
    ]);
    expect(table?.samePersons).toEqual([[3, 5]]);
    for (const secret of SECRETS) expect(JSON.stringify(file)).not.toContain(secret);
  });

  it('hides telephones and identity numbers in remarks, and says so', async () => {
    const { tables } = await readOneMade('households.csv', csv);
    expect(tables[0]?.rows.map(({ cells }) => cells[1])).toEqual(['none', 'call ***, please', 'none']);
    expect(tables[0]?.notes).toContainEqual({ kind: 'personal_text', values: { count: 2 } });
  });

  it('does not take one number that is merged over the rows of a household for several persons', async () => {
    const rows = [HEADER, [...(ROWS[0] ?? [])], ['H0b', null, '13800000007', 'none'], [...(ROWS[1] ?? [])]];
    const merges = [{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }];
    const { tables } = await readOneMade('households.xlsx', await writeXlsx({ sheets: [{ name: 'a', rows, merges }] }));
    expect(tables[0]?.samePersons).toEqual([]);
  });
});

describe('writeKeptCopy', () => {
  it('keeps the very bytes where nothing personal was in them', async () => {
    const [file, kept] = await readAndKeep(['roads.csv', 'code,name\nX1,a\n']);
    expect(kept).toMatchObject({ name: 'roads.csv', sha256: file.sha256 });
    expect(Buffer.from(kept.bytes).toString()).toBe('code,name\nX1,a\n');
  });

  it('writes CSV without personal data, rows in their old places, and reads it again as the same', async () => {
    const [file, kept] = await readAndKeep(['households.csv', csv]);
    expect(kept.name).toBe('households.csv');
    expect(kept.sha256).not.toBe(file.sha256);
    for (const secret of [...SECRETS, 'Zhang']) expect(textOf(kept)).not.toContain(secret);
    const again = await readOneMade('households.csv', kept.bytes);
    expect(again.tables[0]).toMatchObject({
      columns: file.tables[0]?.columns,
      rows: file.tables[0]?.rows,
      headerRow: 2,
    });
  });

  it('lets no cell of CSV run as a formula, and leaves numbers numbers', async () => {
    const payloads = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\uff1d1+1', '-5', '+7.5'];
    const rows = payloads.map((payload, index) => `H${index},${IDENTITY[0]},"${payload}"`);
    const [, kept] = await readAndKeep(['a.csv', `${HOUSEHOLD},${NAME},${NOTE}\n${rows.join('\n')}\n`]);
    const cells = textOf(kept)
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[1]);
    expect(cells).toEqual(["'=1+1", "'+cmd", "'-2+3", "'@SUM(A1)", "'\uff1d1+1", '-5', '+7.5']);
  });

  it('writes workbooks without personal data, texts that look like formulas as texts', async () => {
    const rows = [HEADER, ...ROWS.map((row, index) => [...row.slice(0, 3), index === 0 ? '=1+1' : 'none'])];
    const bytes = await writeXlsx({
      sheets: [
        { name: 'North', rows },
        {
          name: 'South',
          rows: [
            ['code', 'name'],
            ['X', 'a'],
          ],
        },
      ],
    });
    const [file, kept] = await readAndKeep(['households.xls', bytes]);
    expect(kept).toMatchObject({ name: 'households.xlsx' });
    for (const secret of SECRETS) expect(textOf(kept)).not.toContain(secret);
    expect(textOf(kept)).not.toMatch(/<f[ >]/);
    const again = await readOneMade('households.xlsx', kept.bytes);
    expect(again.tables.map(({ name, rows: read }) => [name, read])).toEqual(
      file.tables.map(({ name, rows: read }) => [name, read]),
    );
  });

  it('writes GIS files without personal data as GeoJSON in their own reference system', async () => {
    const points = JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'EPSG:4543' } },
      features: IDENTITY.map((number, index) => ({
        type: 'Feature',
        properties: { code: `H${index}`, id_card: number },
        geometry: { type: 'Point', coordinates: [500_000 + index, 2_700_000] },
      })),
    });
    const [file, kept] = await readAndKeep(['houses.geojson', points]);
    expect(file.tables[0]?.leftOut.map(({ kind }) => kind)).toEqual(['identity_number']);
    for (const secret of IDENTITY) expect(textOf(kept)).not.toContain(secret);
    const again = await readOneMade('houses.geojson', kept.bytes);
    expect(again.tables[0]).toMatchObject({ rows: file.tables[0]?.rows, crs: file.tables[0]?.crs });
  });

  it('packs the parts of a shapefile that were sent beside each other', async () => {
    const [, kept] = await readAndKeep(
      ['roads.shp', makeShp(1, [[[[1, 2]]]])],
      ['roads.dbf', makeDbf([{ name: 'CODE', type: 'C', width: 5 }], [['X1']])],
    );
    expect(kept).toMatchObject({ name: 'roads.zip', mediaType: 'application/zip' });
    expect((await readOneMade('roads.zip', kept.bytes)).tables[0]?.rows[0]?.cells).toEqual(['X1']);
  });
});
