import qrcode from 'qrcode-generator';
import { composeSheetSet } from '#core/cartography/sheet/compose-sheet-set.ts';
import type { CodeModules } from '#core/cartography/sheet/furniture/live-code.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { describeSheet } from './describe-sheet.ts';
import { getSheetFonts } from './sheet-fonts.ts';
import { writePdf } from './writers/pdf-writer.ts';
import { createByteKeeper } from './writers/sheet-page.ts';
import { writeSvg } from './writers/svg-writer.ts';

/** A page of a sheet, composed. */
type ComposedSheet = ReturnType<typeof composeSheetSet>[number];

/** How a sheet is written; `page` counts from 1 in a set of sheets, pixels are square. */
export type SheetFile = { readonly format: 'pdf' } | { readonly format: 'svg'; readonly page: number };

/** What every sheet is made of. */
export interface SheetMaking {
  /** The county; taken to the spec's date when it is at another. */
  readonly context: IndicatorContext;
}

/**
 * Makes a sheet as a file. The same spec and revision give the same bytes on the same Node major.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`, `unknown_paper`, `scale_does_not_fit`, `no_such_page`
 */
export async function createSheet(
  spec: SheetSpec,
  { context, file = { format: 'pdf' } }: SheetMaking & { readonly file?: SheetFile },
): Promise<Uint8Array> {
  const pages = composePages(spec, { context });
  const fonts = getSheetFonts();
  const title = pages[0]?.title ?? '';
  const info = describeSheet({ title, language: spec.language, county: context.county, date: spec.asOf });
  if (file.format === 'pdf') {
    const kept = createByteKeeper();
    await writePdf(pages, { info, fonts, write: kept.write });
    return kept.join();
  }
  return new TextEncoder().encode(writeSvg(getPage(pages, file.page), { info, fonts }));
}

/** The pages of a sheet: the map, and what goes on on further ones. */
export function composePages(spec: SheetSpec, { context }: SheetMaking): readonly ComposedSheet[] {
  const fonts = getSheetFonts();
  return composeSheetSet({
    spec,
    context: context.asOf === spec.asOf ? context : context.at(spec.asOf),
    measure: fonts.measure,
    hasGlyph: fonts.hasGlyph,
    liveCode: spec.liveUrl === null ? null : createLiveCode(spec.liveUrl),
  });
}

/** @throws {InvalidInputError} `no_such_page` */
function getPage(pages: readonly ComposedSheet[], page: number): ComposedSheet {
  const found = pages[page - 1];
  if (found) return found;
  throw new InvalidInputError('no_such_page', `Got page ${page} of a sheet with ${pages.length}.`, {
    page,
    pages: pages.length,
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
