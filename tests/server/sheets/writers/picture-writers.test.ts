import { inflateSync } from 'node:zlib';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { DrawItem } from '#core/cartography/sheet/drawing.ts';
import { getSheetFonts } from '#server/sheets/sheet-fonts.ts';
import { createItemClipper } from '#server/sheets/writers/clip-items.ts';
import { writePng } from '#server/sheets/writers/png-writer.ts';
import { renderBands } from '#server/sheets/writers/render-bands.ts';
import { createByteKeeper, type SheetPage } from '#server/sheets/writers/sheet-page.ts';
import { writeSvg } from '#server/sheets/writers/svg-writer.ts';
import { writeTiff } from '#server/sheets/writers/tiff-writer.ts';

const box = (x: number, y: number, size: number, fill: string): DrawItem => ({
  kind: 'path',
  closed: true,
  contours: [[x, y, x + size, y, x + size, y + size, x, y + size]],
  fill,
});

/** 100 x 80 mm with 2 mm of bleed: red ground beyond the edge, a blue square from (20, 30) to (40, 50), a grey relief that darkens it. */
const createPage = (overrides: Partial<SheetPage> = {}): SheetPage => ({
  items: [
    box(-2, -2, 4, '#ff0000'),
    { kind: 'group', at: [20, 30], clip: [[0, 0, 20, 0, 20, 20, 0, 20]], items: [box(0, 0, 60, '#0000ff')] },
    { kind: 'image', x: 60, y: 0, width: 40, height: 80, columns: 1, rows: 1, pixels: Uint8Array.of(128) },
    { kind: 'text', text: '上石村', x: 50, y: 70, size: 6, font: 'sans', color: '#000000', anchor: 'middle' },
  ],
  paper: { width: 100, height: 80 },
  bleedMillimeters: 2,
  ...overrides,
});

/** Ten pixels a millimetre. */
const DOTS = 254;

async function makePng(page: SheetPage, dotsPerInch = DOTS) {
  const { write, join } = createByteKeeper();
  await writePng(page, { dotsPerInch, fonts: getSheetFonts(), write });
  return decode(join());
}

describe('writePng', () => {
  it('puts each millimetre on its pixels, with the resolution of the file', async () => {
    const image = await makePng(createPage());
    expect([image.width, image.height, image.channels]).toEqual([1040, 840, 3]);
    expect(image.resolution).toEqual({ x: 10_000, y: 10_000, unit: 1 });
    const pixel = (x: number, y: number): number[] => {
      const at = (Math.floor((y + 2) * 10) * image.width + Math.floor((x + 2) * 10)) * 3;
      return [...image.data.slice(at, at + 3)].map(Number);
    };
    expect(pixel(-1.95, -1.95)).toEqual([255, 0, 0]);
    for (const [x, y] of [
      [20.05, 30.05],
      [39.95, 49.95],
    ] as const)
      expect(pixel(x, y)).toEqual([0, 0, 255]);
    for (const [x, y] of [
      [19.85, 40],
      [40.15, 40],
      [30, 29.85],
      [30, 50.15],
    ] as const)
      expect(pixel(x, y)).toEqual([255, 255, 255]);
    expect(pixel(80, 20)).toEqual([128, 128, 128]);
  });

  it('sets letters, also those on the border of two bands', async () => {
    const tall = createPage({ paper: { width: 1000, height: 80 }, bleedMillimeters: 0 });
    const image = await makePng(tall, DOTS * 2);
    // 4 million pixels a band: 200 rows, so that the letters from 64 to 71 mm lie on bands 7 and 8
    let ink = 0;
    for (let row = 1280; row < 1420; row++)
      for (let column = 800; column < 1200; column++)
        if (Number(image.data[(row * image.width + column) * 3]) < 100) ink += 1;
    expect(ink / (140 * 400)).toBeGreaterThan(0.1);
    expect(ink / (140 * 400)).toBeLessThan(0.5);
  });
});

describe('writeTiff', () => {
  it('holds the pixels of the PNG in deflated strips with differences, and its resolution', async () => {
    const { write, join } = createByteKeeper();
    await writeTiff(createPage(), { dotsPerInch: DOTS, fonts: getSheetFonts(), write });
    const tiff = Buffer.from(join());
    expect(tiff.subarray(0, 4)).toEqual(Buffer.from('II*\0', 'latin1'));
    const field = (tag: number): { type: number; count: number; at: number } => {
      for (let i = 0; i < tiff.readUInt16LE(8); i++) {
        const entry = 10 + i * 12;
        if (tiff.readUInt16LE(entry) === tag)
          return { type: tiff.readUInt16LE(entry + 2), count: tiff.readUInt32LE(entry + 4), at: entry + 8 };
      }
      throw new RangeError(`no field ${tag}`);
    };
    expect([field(256), field(257)].map(({ at }) => tiff.readUInt32LE(at))).toEqual([1040, 840]);
    expect(tiff.readUInt32LE(tiff.readUInt32LE(field(282).at))).toBe(DOTS);
    const offsets = tiff.readUInt32LE(field(273).at);
    const lengths = tiff.readUInt32LE(field(279).at);
    const rows: Buffer[] = [];
    for (let i = 0; i < field(273).count; i++) {
      const offset = tiff.readUInt32LE(offsets + i * 4);
      const strip = inflateSync(tiff.subarray(offset, offset + tiff.readUInt32LE(lengths + i * 4)));
      for (let at = 0; at < strip.length; at++)
        if (at % (1040 * 3) >= 3) strip[at] = (strip[at] ?? 0) + (strip[at - 3] ?? 0);
      rows.push(strip);
    }
    const png = await makePng(createPage());
    expect(Buffer.concat(rows).equals(Buffer.from(png.data as Uint8Array))).toBe(true);
  });
});

describe('renderBands', () => {
  it('gives every row once', async () => {
    let rows = 0;
    for await (const band of renderBands(createPage({ paper: { width: 1000, height: 80 } }), {
      dotsPerInch: DOTS,
      fonts: getSheetFonts(),
    })) {
      rows += band.rows;
      expect(band.rgb).toHaveLength(band.rows * 10_040 * 3);
    }
    expect(rows).toBe(840);
  });
});

describe('createItemClipper', () => {
  it('leaves out what lies outside a window, in groups too', () => {
    const clip = createItemClipper(createPage().items);
    expect(clip({ x: 0, y: 20, width: 50, height: 12 }).map(({ kind }) => kind)).toEqual(['group']);
    expect(clip({ x: 0, y: 0, width: 10, height: 10 }).map(({ kind }) => kind)).toEqual(['path']);
  });
});

describe('writeSvg', () => {
  const info = { title: '小石县 <图>', language: 'zh-CN' };

  it('draws each outline once, says each text in words, and needs no font', () => {
    const text = (y: number): DrawItem => ({
      kind: 'text',
      text: '石石&石',
      x: 5,
      y,
      size: 6,
      font: 'sans',
      color: '#000000',
    });
    const svg = writeSvg(createPage({ items: [text(10), text(20)] }), { info, fonts: getSheetFonts() });
    expect(svg.match(/<path id="/g)).toHaveLength(2);
    expect(svg.match(/<use /g)).toHaveLength(8);
    expect(svg.match(/aria-label="石石&amp;石"/g)).toHaveLength(2);
    expect(svg).not.toMatch(/<text|font-family/);
    expect(svg).toContain('<title>小石县 &lt;图&gt;</title>');
  });

  it('is as large as the paper with its bleed, in millimetres', () => {
    const svg = writeSvg(createPage(), { info, fonts: getSheetFonts() });
    expect(svg).toContain('width="104mm" height="84mm" viewBox="-2 -2 104 84"');
  });

  it('gives the same text for the same page', () => {
    const make = (): string => writeSvg(createPage(), { info, fonts: getSheetFonts() });
    expect(make()).toBe(make());
  });
});
