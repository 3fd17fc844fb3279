import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import { formatFigureValue, formatFraction } from '#core/indicators/format-figure.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { createSheet } from '#server/sheets/create-sheet.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';

const COUNTY = '529901';
/** The village with exactly 10.0 km planned and 3.0 km completed. */
const TEN_KILOMETER_VILLAGE = '529901007005';

/** Read once for the file: the county is immutable. */
const sample: Promise<IndicatorContext> = loadSampleCounty().then((rows) =>
  createIndicatorContext(buildCounty(rows, 1)),
);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guatu-sample-sheet-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a sheet of the sample county and writes it to a file. */
async function makeFile(name: string, overrides: Partial<SheetSpec>): Promise<string> {
  const file = join(folder, `${name}.pdf`);
  const spec = createSheetSpec({ areaCode: COUNTY, ...overrides });
  writeFileSync(file, await createSheet(spec, { context: await sample }));
  return file;
}

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });

/** Lines of a sheet in the order in which they are set. */
const readLines = (file: string): string[] =>
  run('pdftotext', '-raw', file, '-')
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '));

/** A figure as the one formatter writes it. */
async function writeFigure(code: IndicatorCode, areaCode: string): Promise<{ value: string; fraction: string }> {
  const figure = computeFigure(await sample, code, areaCode);
  const style = { language: 'zh' } as const;
  return { value: formatFigureValue(figure, style), fraction: formatFraction(figure, style) ?? '' };
}

/** Name, value and detail of a figure as they are set: what follows its light. */
function findFigure(
  lines: readonly string[],
  { code, name }: { readonly code: IndicatorCode; readonly name: string },
): string {
  const at = lines.findIndex((line) => line.includes(`${code} ${name}`));
  return lines.slice(at, at + 2).join(' ');
}

describe('createSheet, sample county', () => {
  it('prints the completion rate of the county with what it counts, as everywhere else', async () => {
    const figure = await writeFigure('P1', COUNTY);
    expect([figure.value, figure.fraction]).toEqual(['80.3 %', '1,421 / 1,769 个项目']);
    const printed = findFigure(readLines(await makeFile('county', {})), { code: 'P1', name: '项目竣工率' });
    expect(printed).toContain(figure.value);
    expect(printed).toContain(figure.fraction);
  });

  it('prints the hardening task of the ten-kilometre village', async () => {
    const figure = await writeFigure('R6', TEN_KILOMETER_VILLAGE);
    expect([figure.value, figure.fraction]).toEqual(['30.0 %', '3.0 / 10.0 公里']);
    const file = await makeFile('village', { areaCode: TEN_KILOMETER_VILLAGE, paper: 'A3' });
    const printed = findFigure(readLines(file), { code: 'R6', name: '硬化任务完成率' });
    expect(printed).toContain(figure.value);
    expect(printed).toContain(figure.fraction);
  });

  it('holds one image, the hillshade, and none without relief', async () => {
    const countImages = (file: string): number => run('pdfimages', '-list', file).trim().split('\n').length - 2;
    expect(countImages(await makeFile('relief', { relief: true }))).toBe(1);
    expect(countImages(await makeFile('no-relief', { relief: false }))).toBe(0);
  });

  it('is 1189 x 841 mm large on A0', async () => {
    const [, width, height] =
      run('pdfinfo', await makeFile('size', {})).match(/Page size:\s+([\d.]+) x ([\d.]+) pts/) ?? [];
    const toMillimeters = (points: string | undefined): number => Math.round((Number(points) * 25.4) / 72);
    expect([toMillimeters(width), toMillimeters(height)]).toEqual([1189, 841]);
  });
});
