import type { ChangesSheetSpec } from '#core/cartography/sheet/changes/changes-sheet-spec.ts';
import { composeChangesSheet } from '#core/cartography/sheet/changes/compose-changes-sheet.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { describeSheet } from './describe-sheet.ts';
import { getSheetFonts } from './sheet-fonts.ts';
import { writePdf } from './writers/pdf-writer.ts';
import { createByteKeeper } from './writers/sheet-page.ts';

/**
 * Makes a sheet of what changed between two days as PDF; the same spec and revision give the same bytes on the same Node major.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`
 */
export async function createChangesSheet(
  spec: ChangesSheetSpec,
  { context }: { readonly context: IndicatorContext },
): Promise<Uint8Array> {
  const fonts = getSheetFonts();
  const { title, paper, pages } = composeChangesSheet({ spec, context, measure: fonts.measure });
  const kept = createByteKeeper();
  await writePdf(
    pages.map((items) => ({ items, paper, bleedMillimeters: 0 })),
    {
      fonts,
      info: describeSheet({ title, language: spec.language, county: context.county, date: spec.to }),
      write: kept.write,
    },
  );
  return kept.join();
}
