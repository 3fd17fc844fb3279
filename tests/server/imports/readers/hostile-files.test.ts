import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { craftZip } from '#tests/support/crafted-zip.ts';
import { type MadeFile, uploadMade, zipOf } from '#tests/support/made-files.ts';
import { importLine, startSideProcess } from '#tests/support/processes.ts';

const MEGABYTE = 1024 * 1024;
/** What the requirement allows for a refusal. */
const MOST_MILLISECONDS = 5000;
const MOST_RSS_MEGABYTES = 300;

/** A real bomb: 1 MB that unpacks to 1 GB. */
function packGigabyte(): Buffer {
  const part = deflateRawSync(Buffer.alloc(16 * MEGABYTE), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(64).fill(part), deflateRawSync(Buffer.alloc(0))]);
}

const SHEET = 'xl/worksheets/sheet1.xml';
const WORKBOOK_PARTS = {
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
};
const workbookWith = (sheet: string): Uint8Array => zipOf({ ...WORKBOOK_PARTS, [SHEET]: sheet });

const LAUGHS = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>';

/** A compound file whose table of sectors leads in a circle. */
function createCircle(): Buffer {
  const file = Buffer.alloc(512 * 4, 0xff);
  file.fill(0, 0, 512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(4096, 56);
  file.writeUInt32LE(0xffff_fffe, 60);
  file.writeUInt32LE(0xffff_fffe, 68);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  for (const [sector, next] of [0xffff_fffd, 1, 2].entries()) file.writeUInt32LE(next, 512 + sector * 4);
  const entry = 1024;
  file.fill(0, entry, entry + 512);
  for (const [index, name] of ['Root Entry', 'Workbook'].entries()) {
    const at = entry + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file.writeUInt8(index === 0 ? 5 : 2, at + 66);
    file.writeUInt32LE(0xffff_ffff, at + 68);
    file.writeUInt32LE(0xffff_ffff, at + 72);
    file.writeUInt32LE(index === 0 ? 1 : 0xffff_ffff, at + 76);
    file.writeUInt32LE(2, at + 116);
    file.writeUInt32LE(1_000_000_000, at + 120);
  }
  return file;
}

function bombWith(path: string, statedBytes: number): Buffer {
  const packed = packGigabyte();
  const zip = craftZip([{ path, statedBytes }, { path: 'other.dbf' }]);
  // The empty body of the first entry is replaced by the bomb; the directory moves with it.
  const bodyAt = 30 + path.length;
  const grown = Buffer.concat([zip.subarray(0, bodyAt), packed, zip.subarray(bodyAt + 2)]);
  const end = grown.length - 22;
  const directory = grown.readUInt32LE(end + 16) + packed.length - 2;
  grown.writeUInt32LE(directory, end + 16);
  grown.writeUInt32LE(packed.length, directory + 20);
  grown.writeUInt32LE(30 + path.length + packed.length, directory + 46 + path.length + 42);
  return grown;
}

/** Files that must be refused, with the code of the refusal. */
async function listHostile(): Promise<readonly (readonly [file: MadeFile, code: string])[]> {
  const columns = Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(',');
  const cell = (place: string) => `<c r="${place}"><v>1</v></c>`;
  const sheetOf = (cells: string) => `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
  const honest = await writeXlsx({
    sheets: [
      {
        name: 'a',
        rows: [
          ['a', 'b'],
          [1, 2],
        ],
      },
    ],
  });
  return [
    [['gigabyte.zip', bombWith('roads.shp', 1024 * MEGABYTE)], 'import_archive_too_large'],
    [['lying.zip', bombWith('roads.shp', MEGABYTE)], 'import_file_damaged'],
    [['gigabyte.xlsx', bombWith('[Content_Types].xml', 1024 * MEGABYTE)], 'import_archive_too_large'],
    [['spaces.xlsx', workbookWith(sheetOf(' '.repeat(60 * MEGABYTE)))], 'import_archive_too_large'],
    [['nested.zip', zipOf({ 'a.zip': zipOf({ 'b.zip': zipOf({ 'c.shp': 'x' }) }) })], 'import_archive_without_data'],
    [
      ['entries.zip', craftZip(Array.from({ length: 100_000 }, (_, index) => ({ path: `${index}.shp` })))],
      'import_archive_entries',
    ],
    [['laughs.xlsx', workbookWith(`${LAUGHS}<worksheet>&c;</worksheet>`)], 'import_xml_entities'],
    [['laughs.kml', `<?xml version="1.0"?>${LAUGHS}<kml><Document>&c;</Document></kml>`], 'import_xml_entities'],
    [['laughs.gpx', `<?xml version="1.0"?>${LAUGHS}<gpx/>`], 'import_xml_entities'],
    [
      ['link.kml', '<kml><NetworkLink><Link><href>http://127.0.0.1/x.kml</href></Link></NetworkLink></kml>'],
      'import_kml_links_only',
    ],
    [['deep.kml', `<kml>${'<Folder>'.repeat(500_000)}`], 'import_file_damaged'],
    [['wide.csv', `${columns}\n${columns}\n`], 'import_too_many_columns'],
    [['wide.xlsx', workbookWith(sheetOf(cell('A1') + cell('EQXD1')))], 'import_too_many_columns'],
    [['tall.xlsx', workbookWith(sheetOf(cell('A1') + cell('B1048576')))], 'import_too_many_rows'],
    [['long.csv', 'x'.repeat(40 * MEGABYTE)], 'import_cell_too_long'],
    [['deep.geojson', `{"type":${'['.repeat(20 * MEGABYTE)}`], 'import_file_damaged'],
    [['brackets.geojson', `{"type":[${'[],'.repeat(10 * MEGABYTE)}[]]}`], 'import_too_many_positions'],
    [['page.shp', '<!DOCTYPE html><html><body>404</body></html>'], 'import_file_unknown'],
    [['page.geojson', '<html><body>login</body></html>'], 'import_file_unknown'],
    [['circle.xls', createCircle()], 'import_file_damaged'],
    [['cut.xlsx', honest.subarray(0, honest.length / 2)], 'import_file_cut'],
    [
      [
        'encrypted.xlsx',
        await writeXlsx({ sheets: [{ name: 'a', rows: [['a']] }], encryption: { password: 'p', spinCount: 10 } }),
      ],
      'import_file_encrypted',
    ],
    [['macros.xlsx', zipOf({ ...WORKBOOK_PARTS, 'xl/vbaProject.bin': 'x' })], 'import_file_macros'],
    [
      [
        'empty.xlsx',
        await writeXlsx({
          sheets: [
            { name: 'a', rows: [] },
            { name: 'b', rows: [] },
          ],
        }),
      ],
      'import_file_nothing_in_it',
    ],
    [['empty.csv', ''], 'import_file_empty'],
    [['picture.csv', Buffer.from('89504e470d0a1a0a0000', 'hex')], 'import_file_unknown'],
  ];
}

describe('readSourceFiles on hostile files', () => {
  it('refuses each with its own code within five seconds and 300 MB, and leaves nothing behind', async () => {
    const hostile = await listHostile();
    const uploads = uploadMade(hostile.map(([file]) => file));
    const child = startSideProcess(`
      ${importLine('readSourceFiles', 'server/imports/readers/read-source-files.ts')}
      ${importLine('readPeakMegabytes', 'bench/read-peak-megabytes.ts')}
      ${importLine('USUAL_LIMITS', 'tests/support/usual-limits.ts')}
      const said = [];
      for (const upload of ${JSON.stringify(uploads)}) {
        const begun = performance.now();
        const code = await readSourceFiles([upload], { limits: USUAL_LIMITS }).then(() => 'was read', (error) => error.code ?? String(error));
        said.push({ name: upload.name, code, milliseconds: performance.now() - begun });
      }
      console.log(JSON.stringify({ said, rssMegabytes: readPeakMegabytes() }));
    `);
    const { said, rssMegabytes } = JSON.parse(await child.nextLine()) as {
      readonly said: readonly { readonly name: string; readonly code: string; readonly milliseconds: number }[];
      readonly rssMegabytes: number;
    };
    expect(Object.fromEntries(said.map(({ name, code }) => [name, code]))).toEqual(
      Object.fromEntries(hostile.map(([[name], code]) => [name, code])),
    );
    expect(said.filter(({ milliseconds }) => milliseconds > MOST_MILLISECONDS)).toEqual([]);
    expect(rssMegabytes).toBeLessThan(MOST_RSS_MEGABYTES);
    const folder = dirname(uploads[0]?.path ?? '');
    expect(readdirSync(folder).sort()).toEqual(uploads.map(({ path }) => path.slice(folder.length + 1)).sort());
  });
});
