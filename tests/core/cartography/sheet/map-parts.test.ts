import { describe, expect, it } from 'vitest';
import { composeSheetSet } from '#core/cartography/sheet/compose-sheet-set.ts';
import { getMapParts } from '#core/cartography/sheet/map-parts.ts';
import { DEFAULT_SHEET_OPTIONS, type SheetOptions, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { createSheetSpec, measurePlainly } from '../../../support/sheets.ts';
import { createTinyCounty } from '../../../support/tiny-county.ts';

const freshContext = () => createIndicatorContext(createTinyCounty());

const inputOf = (spec: SheetSpec, context: IndicatorContext) => ({
  spec,
  context,
  measure: measurePlainly,
  hasGlyph: () => true,
  liveCode: null,
});

const listItems = (spec: SheetSpec, context: IndicatorContext): string =>
  JSON.stringify(composeSheetSet(inputOf(spec, context)).map(({ items, report }) => ({ items, report })));

/** What a planner changes one after the other in the sheet room, back and forth. */
const CHANGES: readonly Partial<SheetOptions>[] = [
  {},
  { title: 'Another title' },
  { places: { legend: 'left_bottom' } },
  { places: { legend: 'panel' } },
  { hidden: ['curve', 'north'] },
  { hidden: ['panels'] },
  { colors: 'mono' },
  { places: { legend: 'left_bottom' } },
  { isHandKept: true },
  { notes: 'A note', signatures: ['Head of the office'] },
  { bleedMillimeters: 3 },
  { ranking: 'none' },
  {},
];

describe('getMapParts', () => {
  it('gives sheets that are the same to the byte whether their map was drawn before or not', () => {
    const context = freshContext();
    for (const change of CHANGES) {
      const spec = createSheetSpec({ options: { ...DEFAULT_SHEET_OPTIONS, ...change } });
      expect(listItems(spec, context), JSON.stringify(change)).toBe(listItems(spec, freshContext()));
    }
  });

  it('draws the map once for all places of its furniture', () => {
    const context = freshContext();
    const partsWith = (options: Partial<SheetOptions>, spec: Partial<SheetSpec> = {}) =>
      getMapParts(inputOf(createSheetSpec({ options: { ...DEFAULT_SHEET_OPTIONS, ...options }, ...spec }), context));
    const parts = partsWith({});
    expect(partsWith({ title: 'Another title', places: { legend: 'right_top' }, hidden: ['north'] })).toBe(parts);
    expect(partsWith({ colors: 'mono' })).not.toBe(parts);
    expect(partsWith({}, { paper: 'A3' })).not.toBe(parts);
    expect(partsWith({ hidden: ['panels'] })).not.toBe(parts);
  });

  it('keeps the maps asked for last only', () => {
    const context = freshContext();
    const partsOn = (paper: string) => getMapParts(inputOf(createSheetSpec({ paper }), context));
    const first = partsOn('A0');
    for (const paper of ['A1', 'A2', 'A3', 'A4']) partsOn(paper);
    expect(partsOn('A0')).not.toBe(first);
  });
});
