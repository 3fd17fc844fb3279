import { composeSheet } from '#core/cartography/sheet/compose-sheet.ts';
import type { ComposedSheet } from '#core/cartography/sheet/composed-sheet.ts';
import type { DrawItem, MeasureText, TextItem } from '#core/cartography/sheet/drawing.ts';
import { completeSheetSpec, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { COUNTY } from './tiny/areas.ts';
import { createTinyCounty } from './tiny-county.ts';

/** Chinese characters one em wide, others 0.56: near enough to the real fonts for layout tests. */
export const measurePlainly: MeasureText = (text, _font, size) => {
  let ems = 0;
  for (const character of text) ems += character > '\u2E80' ? 1 : 0.56;
  return ems * size;
};

/** A spec of the tiny county's progress map on A0. */
export const createSheetSpec = (overrides: Partial<SheetSpec> = {}): SheetSpec =>
  completeSheetSpec({
    map: 'progress',
    areaCode: COUNTY,
    asOf: '2026-11-22',
    ...overrides,
  });

/** A sheet of the tiny county as a drawing list. */
export const composeTinySheet = (
  overrides: Partial<SheetSpec> = {},
  context: IndicatorContext = createIndicatorContext(createTinyCounty()),
): ComposedSheet =>
  composeSheet({
    spec: createSheetSpec(overrides),
    context,
    measure: measurePlainly,
    hasGlyph: () => true,
    liveCode: null,
  });

/** Every text of a drawing list, groups opened, positions on the paper. */
export function listTexts(items: readonly DrawItem[], at: readonly [number, number] = [0, 0]): TextItem[] {
  return items.flatMap((item) => {
    if (item.kind === 'text') return [{ ...item, x: item.x + at[0], y: item.y + at[1] }];
    const [x, y] = item.kind === 'group' ? (item.at ?? [0, 0]) : [0, 0];
    return item.kind === 'group' ? listTexts(item.items, [at[0] + x, at[1] + y]) : [];
  });
}
