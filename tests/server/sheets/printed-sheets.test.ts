import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeSheetSet } from '#core/cartography/sheet/compose-sheet-set.ts';
import type { ComposedSheet } from '#core/cartography/sheet/composed-sheet.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { createSheet } from '#server/sheets/create-sheet.ts';
import { getSheetFonts } from '#server/sheets/sheet-fonts.ts';
import { cutPixels, decodeGrey, findLine, renderPage, runProgram } from '#tests/support/rendered-pages.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';
import { listSheetTexts } from '../../../bench/sheet-checks.ts';

const TOLERANCE_MILLIMETERS = 0.2;
const SHEETS = [
  { map: 'progress', areaCode: '529901', paper: 'A0' },
  { map: 'targets', areaCode: '529901007', paper: 'A2' },
  { map: 'measures', areaCode: '529901007005', paper: 'A3' },
] as const;

let context: IndicatorContext;
let folder = '';
const files = new Map<string, string>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guatu-printed-'));
  context = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));
  for (const asked of SHEETS) {
    const file = join(folder, `${asked.areaCode}.pdf`);
    writeFileSync(file, await createSheet(specOf(asked), { context }));
    files.set(asked.areaCode, file);
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const specOf = (overrides: Partial<SheetSpec>): SheetSpec => createSheetSpec({ relief: false, ...overrides });
const fileOf = (areaCode: string): string => files.get(areaCode) ?? '';

function composeAsPrinted(overrides: Partial<SheetSpec>): readonly ComposedSheet[] {
  const { measure, hasGlyph } = getSheetFonts();
  return composeSheetSet({ spec: specOf(overrides), context, measure, hasGlyph, liveCode: null });
}

const countIn = (lines: readonly string[], part: string): number =>
  lines.reduce((count, line) => count + line.split(part).length - 1, 0);

describe('createSheet, printed', () => {
  it.each(SHEETS)('is a valid PDF with all fonts embedded: $areaCode', ({ areaCode }) => {
    expect(runProgram('qpdf', '--check', fileOf(areaCode))).toContain('No syntax or stream encoding errors found');
    const fonts = runProgram('pdffonts', fileOf(areaCode)).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+\s.*\syes yes yes\s/);
  });

  it.each(SHEETS)('can be searched for every name that was placed, as often as it stands there: $areaCode', (asked) => {
    const texts = composeAsPrinted(asked).flatMap(({ items }) => listSheetTexts(items));
    const written = texts.map(({ text }) => text);
    const lines = runProgram('pdftotext', '-raw', fileOf(asked.areaCode), '-').split('\n');
    const spread = texts.filter(({ glyphs }) => glyphs !== undefined).map(({ text }) => text);
    const wrong = [...new Set(spread)].filter((name) => countIn(lines, name) !== countIn(written, name));
    expect(wrong).toEqual([]);
    const names = texts.filter(({ halo, glyphs }) => halo !== undefined && glyphs === undefined);
    expect(names.filter(({ text }) => countIn(lines, text) === 0).map(({ text }) => text)).toEqual([]);
  });

  it('puts the lines of the kilometre grid where proj4 puts them, on the rendered page, to 0.2 mm', () => {
    const [sheet] = composeAsPrinted(SHEETS[0]);
    if (!sheet) throw new RangeError('Got no sheet, expected one');
    const { layout, projection } = sheet;
    const { centralMeridian } = projection.projection;
    const definition = `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m`;
    const seat = context.county.areas.find(({ code }) => code === '529901')?.seat ?? [0, 0];
    const [easting, northing] = proj4(definition, [...seat]) as [number, number];
    const [seatX, seatY] = projection.toPaper([seat[0], seat[1]]);
    // grid lines near the left edge and the upper edge, where nothing else is drawn
    const { map, scale } = layout;
    const millimeters = (meters: number): number => (meters / scale) * 1000;
    const step = 5000;
    const file = fileOf('529901');
    const above = renderPage(file, 508, { x: map.x, y: map.y + 1.5, width: map.width, height: 6 });
    const beside = renderPage(file, 508, { x: map.x + 1.5, y: map.y, width: 6, height: map.height });
    for (const count of [-3, -2, -1, 0, 1, 2, 3]) {
      const x = seatX + millimeters(Math.round(easting / step + count) * step - easting);
      const column = cutPixels(above, { x: x - 3, y: map.y + 1.5, width: 6, height: 6 });
      expect(Math.abs(findLine(column, 'vertical') - x)).toBeLessThan(TOLERANCE_MILLIMETERS);
      const y = seatY - millimeters(Math.round(northing / step + count) * step - northing);
      const row = cutPixels(beside, { x: map.x + 1.5, y: y - 3, width: 6, height: 6 });
      expect(Math.abs(findLine(row, 'horizontal') - y)).toBeLessThan(TOLERANCE_MILLIMETERS);
    }
  }, 60_000);

  it('shows on a picture what the PDF shows', async () => {
    const { areaCode } = SHEETS[2];
    const dotsPerInch = 100;
    const file = { format: 'png', page: 1, dotsPerInch } as const;
    const picture = decodeGrey(await createSheet(specOf(SHEETS[2]), { context, file }));
    const page = renderPage(fileOf(areaCode), dotsPerInch);
    expect(Math.abs(picture.width - page.width) + Math.abs(picture.height - page.height)).toBeLessThanOrEqual(2);
    const block = 8;
    const meanOf = ({ at }: Pick<typeof page, 'at'>, column: number, row: number): number => {
      let sum = 0;
      for (let i = 0; i < block * block; i++) sum += at(column + (i % block), row + Math.floor(i / block));
      return sum / block ** 2;
    };
    const differences: number[] = [];
    for (let row = 0; row + block < Math.min(page.height, picture.height); row += block)
      for (let column = 0; column + block < Math.min(page.width, picture.width); column += block)
        differences.push(Math.abs(meanOf(page, column, row) - meanOf(picture, column, row)));
    const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
    expect(mean).toBeLessThan(4);
    expect(Math.max(...differences)).toBeLessThan(64);
  }, 60_000);

  it('gives the same bytes in another process', async () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { createIndicatorContext } from '#core/indicators/context.ts';
      import { createSheet } from '#server/sheets/create-sheet.ts';
      import { createTinyCounty } from '#tests/support/tiny-county.ts';
      const spec = JSON.parse(process.argv[1]);
      const bytes = await createSheet(spec, { context: createIndicatorContext(createTinyCounty()) });
      process.stdout.write(createHash('sha256').update(bytes).digest('hex'));`;
    const spec = createSheetSpec({ paper: 'A3', liveUrl: 'http://127.0.0.1/w/529902-7K2QMX4D' });
    const args = ['--import', 'tsx', '--input-type=module', '-e', script, JSON.stringify(spec)];
    const other = execFileSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'America/Lima', LANG: 'C' },
    });
    const own = await createSheet(spec, { context: createIndicatorContext(createTinyCounty()) });
    expect(other).toBe(createHash('sha256').update(own).digest('hex'));
  }, 60_000);
});
