import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeSheet } from '#core/cartography/sheet/compose-sheet.ts';
import { createScaleBar } from '#core/cartography/sheet/furniture/scale-bar.ts';
import { createFurnitureKit } from '#core/cartography/sheet/furniture-kit.ts';
import { getPaper, PAPER_SIZES } from '#core/cartography/sheet/paper.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createSheet } from '#server/sheets/create-sheet.ts';
import { getSheetFonts } from '#server/sheets/sheet-fonts.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

const MILLIMETERS_PER_INCH = 25.4;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guatu-sheet-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a sheet of the tiny county and writes it to a file. */
async function makeFile(name: string, overrides: Partial<SheetSpec> = {}): Promise<string> {
  const context = createIndicatorContext(createTinyCounty());
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await createSheet(createSheetSpec(overrides), { context }));
  return file;
}

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });

describe('createSheet', () => {
  it('has the size of the paper', async () => {
    for (const paper of ['A0', 'A3', 'A4'] as const) {
      const info = run('pdfinfo', await makeFile(`size-${paper}`, { paper }));
      const [, width, height] = info.match(/Page size:\s+([\d.]+) x ([\d.]+) pts/) ?? [];
      expect((Number(width) * MILLIMETERS_PER_INCH) / 72).toBeCloseTo(PAPER_SIZES[paper][1], 1);
      expect((Number(height) * MILLIMETERS_PER_INCH) / 72).toBeCloseTo(PAPER_SIZES[paper][0], 1);
    }
  });

  it('embeds its fonts as subsets', async () => {
    const lines = run('pdffonts', await makeFile('fonts'))
      .trim()
      .split('\n')
      .slice(2);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    for (const line of lines) expect(line).toMatch(/^[A-Z]{6}\+Noto(Sans|Serif)SC-\w+\s.*\syes yes yes\s/);
  });

  it('holds the hillshade as its only image, and none without relief', async () => {
    const images = (file: string): number => run('pdfimages', '-list', file).trim().split('\n').length - 2;
    expect(images(await makeFile('relief', { relief: true }))).toBeLessThanOrEqual(1);
    expect(images(await makeFile('no-relief', { relief: false }))).toBe(0);
  });

  it('keeps text as text that can be searched, each name once', async () => {
    const words = run('pdftotext', '-layout', await makeFile('text'), '-');
    for (const part of ['截至2026年11月22日', '内部使用', '404天', '中央经线108°', '本图界线不作为划界依据'])
      expect(words).toContain(part);
    expect(words.match(/小石县任务进度进展图/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it('prints numerator and denominator of the completion rate', async () => {
    const words = run('pdftotext', '-layout', await makeFile('figures'), '-');
    expect(words).toMatch(/P1 项目竣工率/);
    expect(words).toMatch(/\d+ \/ \d+ 个项目/);
  });

  it('says which characters no font has', async () => {
    const rows = createTinyCountyRows();
    const areas = rows.areas.map((area) =>
      area.level === 'village' ? { ...area, name: `\u{31350}${area.name}` } : area,
    );
    const context = createIndicatorContext(buildCounty({ ...rows, areas }, 1));
    const file = join(folder, 'glyphs.pdf');
    writeFileSync(file, await createSheet(createSheetSpec(), { context }));
    const words = run('pdftotext', '-raw', file, '-');
    expect(words).toContain('字库缺字U+31350');
    expect(words).toContain('\u{31350}');
    expect(run('pdftotext', '-raw', await makeFile('no-glyphs'), '-')).not.toContain('字库缺字');
  });

  it('prints an uncommon hanzi in the font for rare characters and names it', async () => {
    const rows = createTinyCountyRows();
    const areas = rows.areas.map((area) =>
      area.level === 'village' ? { ...area, name: `\u{20BB7}${area.name}` } : area,
    );
    const context = createIndicatorContext(buildCounty({ ...rows, areas }, 1));
    const file = join(folder, 'rare.pdf');
    writeFileSync(file, await createSheet(createSheetSpec(), { context }));
    const words = run('pdftotext', '-raw', file, '-').replaceAll(/\s/g, '');
    expect(words).toContain('字库外字符U+20BB7用HanaMinB字体印出');
    expect(words).toContain('\u{20BB7}');
    expect(words).not.toContain('字库缺字');
    expect(run('pdffonts', file)).toContain('HanaMinB');
  });

  it('gives the same bytes for the same spec', async () => {
    const [first, second] = [
      await makeFile('same-1', { map: 'targets' }),
      await makeFile('same-2', { map: 'targets' }),
    ];
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  });

  it('draws the scale bar to 0.2 mm', async () => {
    const overrides = { paper: 'A3', relief: false } as const;
    const file = await makeFile('bar', overrides);
    const sheet = composeSheet({
      spec: createSheetSpec(overrides),
      context: createIndicatorContext(createTinyCounty()),
      measure: getSheetFonts().measure,
      hasGlyph: getSheetFonts().hasGlyph,
      liveCode: null,
    });
    const bar = createScaleBar(
      createFurnitureKit(getPaper('A3'), 'zh', getSheetFonts().measure),
      sheet.layout.scale,
      sheet.layout.strip.width * 0.2,
    );
    expect(bar.barMillimeters).toBeCloseTo((bar.groundMeters / sheet.layout.scale) * 1000, 6);
    expect(Math.abs(measureBar(file, sheet.layout.strip) - bar.barMillimeters)).toBeLessThan(0.2);
  });
});

const DOTS_PER_INCH = 508;

/** Length of the scale bar on the rendering: the longest row of ink at the left of the strip, its thin outline included. */
function measureBar(
  file: string,
  strip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): number {
  const dots = (millimeters: number): number => Math.round((millimeters * DOTS_PER_INCH) / MILLIMETERS_PER_INCH);
  const out = file.replace(/\.pdf$/, '');
  const area = ['-x', dots(strip.x - 1), '-y', dots(strip.y), '-W', dots(strip.width * 0.3), '-H', dots(strip.height)];
  run('pdftoppm', '-r', String(DOTS_PER_INCH), ...area.map(String), '-gray', '-png', '-singlefile', file, out);
  const image = decode(readFileSync(`${out}.png`));
  let longest = 0;
  for (let row = 0; row < image.height; row++) {
    let length = 0;
    for (let column = 0; column < image.width; column++) {
      const isInk = (image.data[(row * image.width + column) * image.channels] ?? 255) < 128;
      length = isInk ? length + 1 : 0;
      longest = Math.max(longest, length);
    }
  }
  const outline = createFurnitureKit(getPaper('A3'), 'zh', () => 0).line(0.25);
  return (longest * MILLIMETERS_PER_INCH) / DOTS_PER_INCH - outline;
}
