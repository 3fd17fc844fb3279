import { describe, expect, it } from 'vitest';
import { composeSheetSet } from '#core/cartography/sheet/compose-sheet-set.ts';
import type { ComposedSheet } from '#core/cartography/sheet/composed-sheet.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { buildCounty } from '#core/county/build-county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { getSheetFonts } from '#server/sheets/sheet-fonts.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';
import { VILLAGES } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { checkSheet, listSheetTexts } from '../../../bench/sheet-checks.ts';
import { isSoftFault } from '../../../bench/sheets-sweep.bench.ts';

const VILLAGE = VILLAGES[0] ?? '';

interface OddSheet {
  readonly pages: readonly ComposedSheet[];
  readonly words: readonly string[];
  /** What is wrong with it that may not be. */
  readonly faults: readonly string[];
}

/** A sheet of a county with other rows, set in the fonts that are printed. */
function composeOdd(rows: CountyRows, overrides: Partial<SheetSpec>): OddSheet {
  const context = createIndicatorContext(buildCounty(rows, 1));
  const { measure, hasGlyph } = getSheetFonts();
  const spec = createSheetSpec({ relief: false, ...overrides });
  const pages = composeSheetSet({ spec, context, measure, hasGlyph, liveCode: null });
  const faults = checkSheet(pages, { spec, context, measure }).filter((fault) => !isSoftFault(fault));
  return { pages, faults, words: pages.flatMap(({ items }) => listSheetTexts(items).map(({ text }) => text)) };
}

/** West, south, east and north of a ring. */
function bboxOf(ring: readonly unknown[]): readonly [number, number, number, number] {
  const positions = ring as readonly (readonly [number, number])[];
  const [lons, lats] = [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The village with so many settlements more, in rows over a part of it around its middle. */
function createCrowd(count: number, part: number): { readonly rows: CountyRows; readonly names: readonly string[] } {
  const rows = createTinyCountyRows();
  const [first] = rows.settlements.filter(({ villageCode }) => villageCode === VILLAGE);
  if (!first) throw new RangeError('Got a village without settlements, expected some');
  const [west, south, east, north] = bboxOf(
    rows.areas.find(({ code }) => code === VILLAGE)?.boundary.coordinates[0] ?? [],
  );
  const across = 60;
  const down = Math.ceil(count / across);
  const settlements = Array.from({ length: count }, (_, i) => ({
    ...first,
    code: `${VILLAGE}${String(i).padStart(4, '0')}`,
    name: `第${i}组`,
    position: [
      (west + east) / 2 + part * (east - west) * (((i % across) + 0.5) / across - 0.5),
      (south + north) / 2 + part * (north - south) * ((Math.floor(i / across) + 0.5) / down - 0.5),
    ] as const,
  }));
  return {
    rows: { ...rows, settlements: [...rows.settlements, ...settlements] },
    names: settlements.map(({ name }) => name),
  };
}

/** Names that stand neither on the sheet nor in its report. */
function listUntold(names: readonly string[], { pages, words }: Pick<OddSheet, 'pages' | 'words'>): readonly string[] {
  const told = new Set([...words, ...pages.flatMap(({ report }) => report.unplaced)]);
  return names.filter((name) => !told.has(name));
}

describe('composeSheetSet of odd data', () => {
  it('prints a village whose name has 200 characters without covering or cutting anything', () => {
    const rows = createTinyCountyRows();
    const name = `${'长名'.repeat(99)}小村`;
    const areas = rows.areas.map((area) => (area.code === VILLAGE ? { ...area, name } : area));
    for (const paper of ['A0', 'A3', 'A4'])
      for (const areaCode of [VILLAGE, rows.areas[0]?.code ?? '']) {
        const { faults, words } = composeOdd({ ...rows, areas }, { areaCode, paper });
        expect(faults).toEqual([]);
        expect(words.some((text) => text.startsWith('长名长名'))).toBe(true);
      }
  });

  it('places or lists each of 3,000 names on one sheet', () => {
    const { rows, names } = createCrowd(3000, 1);
    const { pages, words, faults } = composeOdd(rows, { areaCode: VILLAGE, paper: 'A3', map: 'targets' });
    expect(faults).toEqual([]);
    expect(listUntold(names, { pages, words })).toEqual([]);
    expect(pages[0]?.report.unplaced.length).toBeGreaterThan(1000);
  }, 60_000);

  // looking at every symbol for every place of every name took a minute where all stand in one place
  it.each([0, 0.002, 0.05])(
    'places or lists 3,000 names in a part %f of the village in time',
    (part) => {
      const { rows, names } = createCrowd(3000, part);
      const { pages, words, faults } = composeOdd(rows, { areaCode: VILLAGE, paper: 'A3', map: 'targets' });
      expect(faults).toEqual([]);
      expect(listUntold(names, { pages, words })).toEqual([]);
    },
    45_000,
  );

  it('prints a map of a county in which there is nothing yet', () => {
    const rows = createTinyCountyRows();
    const nothing = {
      settlements: [],
      segments: [],
      sites: [],
      hazards: [],
      parks: [],
      services: [],
      constraints: [],
      rivers: [],
      projects: [],
      tasks: [],
      items: [],
      facilities: [],
      pieces: [],
      plans: [],
      planCommands: [],
      households: [],
    };
    const empty = Object.fromEntries(
      Object.entries(rows).map(([key, value]) => [key, key in nothing && Array.isArray(value) ? [] : value]),
    ) as unknown as CountyRows;
    for (const map of ['progress', 'targets', 'measures', 'industry'] as const) {
      const { faults, words } = composeOdd(empty, { map, paper: 'A1' });
      expect(faults).toEqual([]);
      expect(words.join('')).toContain('本图界线不作为划界依据');
    }
  });
});
