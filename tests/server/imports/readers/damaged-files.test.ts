import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { SOURCE_NOTE_KINDS } from '#core/ledgers/source-table.ts';
import { en } from '#core/texts/en/index.ts';
import { hasText } from '#core/texts/text.ts';
import { IMPORT_FILE_ERRORS, ImportFileError } from '#server/imports/readers/import-file-error.ts';
import { type MadeFile, readMade, zipOf } from '#tests/support/made-files.ts';
import { makeDbf, makeShp } from '#tests/support/made-shapefiles.ts';

const SEED = 20_261_123;
const RUNS = 60;

/** Small sound files of every format that is parsed byte by byte. */
async function listSound(): Promise<readonly MadeFile[]> {
  const shp = makeShp(3, [
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      [
        [5, 6],
        [7, 8],
      ],
    ],
  ]);
  const dbf = makeDbf([{ name: 'CODE', type: 'C', width: 8 }], [['X1'], ['X2']]);
  return [
    [
      'a.xlsx',
      await writeXlsx({
        sheets: [
          {
            name: 'a',
            rows: [
              ['code', 'name'],
              ['X1', 'a'],
            ],
          },
        ],
      }),
    ],
    ['a.zip', zipOf({ 'roads.shp': shp, 'roads.dbf': dbf, 'roads.prj': 'GEOGCS["x"]' })],
    ['a.shp', shp],
    ['a.dbf', dbf],
    [
      'a.geojson',
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"X"},"geometry":{"type":"Point","coordinates":[1,2]}}]}',
    ],
    [
      'a.kml',
      '<kml><Document><Placemark><name>a</name><Point><coordinates>1,2</coordinates></Point></Placemark></Document></kml>',
    ],
    ['a.gpx', '<gpx><wpt lat="1" lon="2"><name>a</name></wpt></gpx>'],
    ['a.csv', 'code,name\nX1,"a"\nX2,b\n'],
  ];
}

/** Reads or refuses; anything else is a fault of the reader. */
async function isReadOrRefused(file: MadeFile): Promise<boolean> {
  try {
    await readMade([file]);
    return true;
  } catch (error) {
    return error instanceof ImportFileError;
  }
}

describe('readSourceFiles on damaged files', () => {
  it('reads or refuses what ends early or has bytes changed, and never breaks', async () => {
    for (const [name, contents] of await listSound()) {
      const sound = Buffer.from(contents);
      await fc.assert(
        fc.asyncProperty(
          fc.nat(sound.length),
          fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 8 }),
          async (length, changes) => {
            const damaged = Buffer.from(sound);
            for (const [at, byte] of changes) damaged[at] = byte;
            expect(await isReadOrRefused([name, length % 2 === 0 ? damaged : damaged.subarray(0, length)])).toBe(true);
          },
        ),
        { seed: SEED, numRuns: RUNS },
      );
    }
  });
});

describe('IMPORT_FILE_ERRORS', () => {
  it('have a sentence each that names the file, and notes have one each', () => {
    expect(IMPORT_FILE_ERRORS.filter((code) => !hasText('errors', code))).toEqual([]);
    const nameless = IMPORT_FILE_ERRORS.filter(
      (code) => !/\{file\}/.test((en.errors as Readonly<Record<string, string>>)[code] ?? ''),
    );
    expect(nameless).toEqual(['import_cancelled', 'import_too_many_files']);
    expect(SOURCE_NOTE_KINDS.filter((kind) => !hasText('importFiles', `note_${kind}`))).toEqual([]);
  });
});
