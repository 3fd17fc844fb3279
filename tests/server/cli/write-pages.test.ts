import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writePages } from '#server/cli/write-pages.ts';
import { createZip } from '#server/sheets/atlas/write-zip.ts';

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writePages', () => {
  it('writes a file, and says how many pages it has and which could not be made', async () => {
    const path = join(createFolder(), 'maps', 'book.pdf');
    const lines: string[] = [];
    await writePages(path, { language: 'en', sayLine: (line) => lines.push(line) }, async ({ write }) => {
      await write(encode('%PDF-'));
      await write(encode('1.7'));
      return { pages: 2, failed: [{ page: 2, title: 'B', code: 'sheet_failed', reason: 'It is raining.' }] };
    });
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.7');
    expect(lines).toEqual(['Page 2, B: It is raining.', `Written: ${path}, 2 pages`]);
  });

  it.each(['book.pdf', 'book.zip', 'book'])('leaves nothing of %s when it is stopped or fails', async (name) => {
    const folder = createFolder();
    const stop = new AbortController();
    const call = { language: 'en' as const, sayLine: () => undefined, signal: stop.signal };
    const write = (making: { readonly write: (bytes: Uint8Array) => Promise<void> }) =>
      createZip(making.write).add('a/b.pdf', encode('%PDF-'));
    await expect(
      writePages(join(folder, name), call, async (making) => {
        await write(making);
        throw new RangeError('out of ink');
      }),
    ).rejects.toThrow('out of ink');
    await expect(
      writePages(join(folder, name), call, async (making) => {
        await write(making);
        stop.abort();
        return { pages: 1, failed: [] };
      }),
    ).rejects.toMatchObject({ code: 'sheet_batch_cancelled' });
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(join(folder, `${name}.part`))).toBe(false);
  });

  it('unpacks an archive into a folder', async () => {
    const folder = createFolder();
    await writePages(join(folder, 'book'), { language: 'en', sayLine: () => undefined }, async (making) => {
      const zip = createZip(making.write);
      await zip.add('a/b.pdf', encode('%PDF-'));
      await zip.finish();
      return { pages: 1, failed: [] };
    });
    expect(readFileSync(join(folder, 'book', 'a', 'b.pdf'), 'utf8')).toBe('%PDF-');
  });
});
