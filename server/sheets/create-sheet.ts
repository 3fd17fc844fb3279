import qrcode from 'qrcode-generator';
import { composeSheet } from '#core/cartography/sheet/compose-sheet.ts';
import type { CodeModules } from '#core/cartography/sheet/furniture/live-code.ts';
import { paperDimensions } from '#core/cartography/sheet/paper.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { describeSheet } from './describe-sheet.ts';
import { writePdf } from './pdf-writer.ts';
import { getSheetFonts } from './sheet-fonts.ts';

/**
 * Makes a sheet as PDF. The same spec and revision give the same bytes on the same Node major.
 *
 * @param options.context the county; taken to the spec's date when it is at another
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`, `scale_does_not_fit`
 */
export async function createSheet(
  spec: SheetSpec,
  options: { readonly context: IndicatorContext },
): Promise<Uint8Array> {
  const context = options.context.asOf === spec.asOf ? options.context : options.context.at(spec.asOf);
  const fonts = getSheetFonts();
  const sheet = composeSheet({
    spec,
    context,
    measure: fonts.measure,
    hasGlyph: fonts.hasGlyph,
    liveCode: spec.liveUrl === null ? null : createLiveCode(spec.liveUrl),
  });
  const { county } = context;
  return writePdf(sheet.items, {
    paper: paperDimensions(spec.paper, spec.orientation),
    fonts,
    info: describeSheet({ title: sheet.title, language: spec.language, county, date: spec.asOf }),
  });
}

/** QR code with medium error correction, in the smallest version that holds the address. */
function createLiveCode(address: string): CodeModules {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) => code.isDark(row, column)),
  );
}
