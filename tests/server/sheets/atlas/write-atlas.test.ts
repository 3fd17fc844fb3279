import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import { planAtlas } from '#core/cartography/atlas/plan-atlas.ts';
import { DEFAULT_SHEET_OPTIONS } from '#core/cartography/sheet/sheet-spec.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { InvalidInputError } from '#core/errors.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createMapComposer } from '#server/sheets/atlas/map-composers.ts';
import { type AtlasFault, type AtlasMaking, writeAtlas } from '#server/sheets/atlas/write-atlas.ts';
import { writeTiles } from '#server/sheets/atlas/write-tiles.ts';
import { getSheetFonts } from '#server/sheets/sheet-fonts.ts';
import { createByteKeeper } from '#server/sheets/writers/sheet-page.ts';
import { runProgram } from '#tests/support/rendered-pages.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const context = createIndicatorContext(buildCounty(createTinyCountyRows(), 1));

const createSpec = (overrides: Partial<AtlasSpec> = {}): AtlasSpec => ({
  areaCode: context.county.code,
  asOf: context.asOf,
  edition: 'internal',
  language: 'zh',
  relief: false,
  scale: 'fit',
  options: DEFAULT_SHEET_OPTIONS,
  maps: ['progress'],
  level: 'village',
  paper: 'A4',
  papers: ['timetable', 'task_letters', 'responsibilities'],
  ...overrides,
});

async function make(spec: AtlasSpec, overrides: Partial<AtlasMaking> = {}) {
  const { write, join } = createByteKeeper();
  const faults: AtlasFault[] = [];
  let total = 0;
  const onPage: AtlasMaking['onPage'] = (progress) => {
    total = progress.total;
    if (progress.fault) faults.push(progress.fault);
  };
  await writeAtlas(spec, { context, form: 'pdf', write, onPage, ...overrides });
  return { bytes: Buffer.from(join()), faults, total };
}

/** Pages of a PDF by another program. */
function countPages(bytes: Buffer): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'guatu-atlas-'));
  try {
    writeFileSync(path.join(folder, 'book.pdf'), bytes);
    return Number(/Pages:\s+(\d+)/.exec(runProgram('pdfinfo', path.join(folder, 'book.pdf')))?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('writeAtlas', () => {
  it('writes the same bytes again: bookmarks, links, all pages', async () => {
    const first = await make(createSpec());
    const second = await make(createSpec());
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(first.faults).toEqual([]);
    const text = first.bytes.toString('latin1');
    // what finds no room on a map of a workbook follows it, and is counted
    expect(countPages(first.bytes)).toBe(first.total);
    expect(first.total).toBeGreaterThan(planAtlas(context, createSpec(), getSheetFonts().measure).pages.length);
    expect(text).toContain('/Outlines');
  });

  it('leaves a page that says why in the place of a map that cannot be drawn, and makes the others', async () => {
    const error = new InvalidInputError('unknown_paper', 'Got paper', { got: 'X', names: '', shortest: 1, longest: 2 });
    const { faults, total, bytes } = await make(createSpec({ papers: [] }), {
      createComposer: (orders) => {
        const composer = createMapComposer(orders, context);
        return { get: (index) => (index === 1 ? Promise.resolve({ error }) : composer.get(index)) };
      },
    });
    expect(faults.map((fault) => fault.error.code)).toEqual(['unknown_paper']);
    expect(countPages(bytes)).toBe(total);
  });

  it('writes separate files named by code and name, with a report', async () => {
    const { bytes } = await make(createSpec({ papers: [] }), { form: 'zip' });
    expect(bytes.includes(Buffer.from('report.json'))).toBe(true);
    expect(bytes.includes(Buffer.from(`${context.county.code}_`))).toBe(true);
  });
});

describe('writeTiles', () => {
  it('begins with how the pages are put together and writes a page for each piece', async () => {
    const { write, join } = createByteKeeper();
    let total = 0;
    await writeTiles(createSheetSpec({ paper: 'A1', relief: false }), {
      context,
      tile: 'A3',
      write,
      onPage: (progress) => {
        total = progress.total;
      },
    });
    expect(total).toBeGreaterThan(6);
    expect(countPages(Buffer.from(join()))).toBe(total);
  });
});
