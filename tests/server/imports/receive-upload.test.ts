import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeLeftUploads } from '#server/imports/receive-upload.ts';

/** Above the largest number that Linux gives to a process. */
const NOBODY = 4_194_305;

describe('removeLeftUploads', () => {
  it('removes what killed processes left, and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guatu-left-'));
    for (const name of [`import-${NOBODY}-a`, `import-${process.pid}-b`, 'county-529901'])
      await mkdir(join(folder, name));
    await writeFile(join(folder, `import-${NOBODY}-a`, '0'), 'personal');
    await removeLeftUploads(folder);
    expect((await readdir(folder)).toSorted()).toEqual(['county-529901', `import-${process.pid}-b`].toSorted());
    await rm(folder, { recursive: true });
  });

  it('takes a folder that is not there for an empty one', async () => {
    await expect(removeLeftUploads(join(tmpdir(), 'guatu-no-such-folder'))).resolves.toBeUndefined();
  });
});
