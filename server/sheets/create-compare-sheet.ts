import type { CompareSheetContent, CompareSheetSpec } from '#core/cartography/sheet/compare/compare-sheet-spec.ts';
import { composeCompareSheet } from '#core/cartography/sheet/compare/compose-compare-sheet.ts';
import { paperDimensions } from '#core/cartography/sheet/paper.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { describeSheet } from './describe-sheet.ts';
import { getSheetFonts } from './sheet-fonts.ts';
import { writePdf } from './writers/pdf-writer.ts';
import { createByteKeeper } from './writers/sheet-page.ts';

/**
 * Makes a comparison of plans as one page of PDF; the same comparison gives the same bytes on the same Node major.
 *
 * @param options.context the county today
 */
export async function createCompareSheet(
  spec: CompareSheetSpec,
  options: { readonly context: IndicatorContext; readonly content: CompareSheetContent },
): Promise<Uint8Array> {
  const { context, content } = options;
  const { county } = context;
  const fonts = getSheetFonts();
  const sheet = composeCompareSheet({ ...content, spec, context, measure: fonts.measure });
  const paper = paperDimensions(spec.paper, spec.orientation);
  const kept = createByteKeeper();
  await writePdf([{ items: sheet.items, paper, bleedMillimeters: 0 }], {
    fonts,
    info: describeSheet({ title: sheet.title, language: spec.language, county, date: county.dataDate }),
    write: kept.write,
  });
  return kept.join();
}
