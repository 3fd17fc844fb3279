import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextItem } from '#core/cartography/sheet/drawing.ts';
import { getSheetFonts } from '#server/sheets/sheet-fonts.ts';
import { type PdfPage, writePdf } from '#server/sheets/writers/pdf-writer.ts';
import { createByteKeeper } from '#server/sheets/writers/sheet-page.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guatu-pdf-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const INFO = { title: '测试', subject: '', author: 'Guatu', date: new Date('2026-11-22T00:00:00Z'), language: 'zh-CN' };

const createText = (overrides: Partial<TextItem>): TextItem => ({
  kind: 'text',
  text: '上石村',
  x: 50,
  y: 50,
  size: 6,
  font: 'sans',
  color: '#000000',
  ...overrides,
});

const createPage = (overrides: Partial<PdfPage> = {}): PdfPage => ({
  items: [createText({})],
  paper: { width: 210, height: 148 },
  bleedMillimeters: 0,
  ...overrides,
});

async function makeBytes(pages: Iterable<PdfPage> | AsyncIterable<PdfPage>): Promise<Uint8Array> {
  const kept = createByteKeeper();
  await writePdf(pages, { info: INFO, fonts: getSheetFonts(), write: kept.write });
  return kept.join();
}

async function makeFile(name: string, pages: Iterable<PdfPage> | AsyncIterable<PdfPage>): Promise<string> {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await makeBytes(pages));
  return file;
}

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });
const readWords = (file: string): string => run('pdftotext', '-raw', file, '-');
const readPlain = (file: string): string => run('qpdf', '--qdf', '--object-streams=disable', file, '-');

describe('writePdf', () => {
  it('writes a file that qpdf finds no fault with', async () => {
    const file = await makeFile('valid', [createPage(), createPage({ bleedMillimeters: 3 })]);
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });

  it('gives the same bytes for the same pages', async () => {
    const pages = [createPage({ items: [createText({ halo: { color: '#ffffff', width: 0.4 } })] })];
    expect(Buffer.from(await makeBytes(pages)).equals(Buffer.from(await makeBytes(pages)))).toBe(true);
  });

  it('reads a name once, with its halo, and a curved or spread one as one string', async () => {
    const glyphs = [
      { x: 20, y: 40, rotation: -20 },
      { x: 60, y: 20, rotation: 0 },
      { x: 100, y: 40, rotation: 20 },
    ];
    const items = [
      createText({ text: '竹盘河', glyphs, halo: { color: '#ffffff', width: 0.4 } }),
      createText({ text: '岩脚乡', y: 90, spacing: 20, halo: { color: '#ffffff', width: 0.4 } }),
    ];
    const words = readWords(await makeFile('once', [createPage({ items })]));
    expect(words.match(/竹盘河/g)).toHaveLength(1);
    expect(words.match(/[竹盘河]/g)).toHaveLength(3);
    expect(words.match(/岩脚乡/g)).toHaveLength(1);
  });

  it('sets a rare character in a font of its own, and says one that no font has in words', async () => {
    const items = [createText({ text: '\u{20BB7}家\u{31350}村' })];
    const file = await makeFile('rare', [createPage({ items })]);
    expect(readWords(file)).toContain('\u{20BB7}家\u{31350}村');
    expect(run('pdffonts', file)).toMatch(/\+HanaMinB\s+CID TrueType\s+Identity-H\s+yes yes yes/);
  });

  it('prints black as black and not as a mixture', async () => {
    const plain = readPlain(await makeFile('black', [createPage()]));
    expect(plain).toMatch(/^0 g$/m);
    expect(plain).not.toMatch(/ rg$/m);
  });

  it('tells the printer where to cut', async () => {
    const plain = readPlain(await makeFile('bleed', [createPage({ bleedMillimeters: 3 })]));
    const boxOf = (name: string): number[] =>
      (plain.match(new RegExp(`/${name} \\[([^\\]]*)\\]`))?.[1] ?? '')
        .trim()
        .split(/\s+/)
        .map((points) => Math.round((Number(points) * 25.4) / 0.72) / 100);
    expect(boxOf('MediaBox')).toEqual([0, 0, 216, 154]);
    expect(boxOf('BleedBox')).toEqual([0, 0, 216, 154]);
    expect(boxOf('TrimBox')).toEqual([3, 3, 213, 151]);
  });

  it('has bookmarks one under the other, labels and links to named pages', async () => {
    const pages: PdfPage[] = [
      createPage({
        bookmark: { title: '小石县', level: 0 },
        label: '封面',
        links: [{ rect: { x: 10, y: 10, width: 50, height: 6 }, destination: '529902001' }],
      }),
      createPage({ bookmark: { title: '城关镇', level: 1 }, label: '1', destination: '529902001' }),
    ];
    const file = await makeFile('marks', pages);
    const plain = readPlain(file);
    const titles = JSON.parse(run('qpdf', '--json', '--json-key=outlines', file)) as {
      outlines: { title: string; destpageposfrom1: number; kids: { title: string; destpageposfrom1: number }[] }[];
    };
    expect(titles.outlines).toMatchObject([
      { title: '小石县', destpageposfrom1: 1, kids: [{ title: '城关镇', destpageposfrom1: 2 }] },
    ]);
    expect(plain).toContain('/PageLabels');
    expect(plain).toMatch(/\/S \/GoTo/);
    expect(plain).toContain('529902001');
  });

  it('takes a page only when the one before has been written', async () => {
    const events: string[] = [];
    async function* makePages(): AsyncGenerator<PdfPage> {
      for (const name of ['a', 'b', 'c']) {
        events.push(name);
        yield createPage({ items: [createText({ text: name })] });
      }
    }
    await writePdf(makePages(), {
      info: INFO,
      fonts: getSheetFonts(),
      write: async () => {
        events.push('write');
      },
    });
    expect(events.slice(0, 4)).toEqual(['a', 'write', 'b', 'write']);
    expect(run('pdfinfo', await makeFile('three', makePages()))).toMatch(/Pages:\s+3/);
  });
});
