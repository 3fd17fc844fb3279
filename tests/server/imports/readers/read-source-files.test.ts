import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readMade, refusalOf } from '#tests/support/made-files.ts';
import { USUAL_LIMITS } from '#tests/support/usual-limits.ts';

const LEDGER = 'code,name\nX1,a\nX2,b\n';

describe('readSourceFiles', () => {
  it('gives a file of the answer for each that was sent, with its size and checksum', async () => {
    const files = await readMade([
      ['a.csv', LEDGER],
      ['b.csv', LEDGER],
    ]);
    const sha256 = createHash('sha256').update(LEDGER).digest('hex');
    expect(files.map(({ name, byteCount }) => [name, byteCount])).toEqual([
      ['a.csv', LEDGER.length],
      ['b.csv', LEDGER.length],
    ]);
    expect(files.map((file) => file.sha256)).toEqual([sha256, sha256]);
  });

  it('tells how far it is by file and row', async () => {
    const told: unknown[] = [];
    const long = `code,name\n${'X,a\n'.repeat(2500)}`;
    const tellProgress = (progress: unknown) => told.push(progress);
    await readMade(
      [
        ['a.csv', LEDGER],
        ['b.csv', long],
      ],
      { tellProgress },
    );
    expect(told).toEqual([
      { file: 1, rowsDone: 1000 },
      { file: 1, rowsDone: 2000 },
    ]);
  });

  it('stops when it is cancelled and when it takes too long', async () => {
    const long = `code,name\n${'X,a\n'.repeat(2500)}`;
    const signal = AbortSignal.abort();
    expect((await refusalOf([['a.csv', long]], { signal })).code).toBe('import_cancelled');
    expect(await refusalOf([['a.csv', long]], { limits: { ...USUAL_LIMITS, seconds: 0 } })).toMatchObject({
      code: 'import_too_slow',
      details: { file: 'a.csv', limit: 0 },
    });
  });

  it('refuses too many files and files that are too large before reading any', async () => {
    const limits = { ...USUAL_LIMITS, files: 1, fileBytes: 10 };
    expect(
      await refusalOf(
        [
          ['a.csv', LEDGER],
          ['b.csv', LEDGER],
        ],
        { limits },
      ),
    ).toMatchObject({ code: 'import_too_many_files', details: { got: 2, limit: 1 } });
    expect((await refusalOf([['a.csv', LEDGER]], { limits })).code).toBe('import_file_too_large');
  });

  it('reads what it is and says so where the extension says otherwise, and names the file in refusals', async () => {
    const [file] = await readMade([['roads.csv', '{"type":"FeatureCollection","features":[]}']]);
    expect(file).toMatchObject({
      format: 'geojson',
      notes: [{ kind: 'wrong_extension', values: { format: 'geojson' } }],
    });
    expect(await refusalOf([['roads.gpkg', LEDGER]])).toMatchObject({
      code: 'import_file_unknown',
      details: { file: 'roads.gpkg', got: 'TXT' },
    });
  });
});
