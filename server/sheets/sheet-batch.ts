import type { SheetPage as BookPage } from '#core/cartography/sheet/composed-sheet.ts';
import type { SheetExtent } from '#core/cartography/sheet/sheet-ground.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { DomainError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { composePages } from './create-sheet.ts';
import { describeSheet } from './describe-sheet.ts';
import { getSheetFonts } from './sheet-fonts.ts';
import { type PdfPage, writePdf } from './writers/pdf-writer.ts';
import type { WriteBytes } from './writers/sheet-page.ts';

/** A sheet of a file of many; continuation sheets follow it. Plain data, so that it can be sent to a thread. */
export interface BatchPage extends Pick<PdfPage, 'bookmark' | 'label' | 'destination' | 'links'> {
  readonly spec: SheetSpec;
  readonly extent?: SheetExtent;
  readonly page?: BookPage;
}

/** What a file of many sheets says about itself. */
export interface BatchFile extends Pick<SheetSpec, 'language' | 'asOf'> {
  readonly title: string;
}

/**
 * Composes sheets one at a time and writes each at once, so that memory does not grow with their number. A sheet that cannot be made is told and
 * left out.
 *
 * @param options.onPage hears of each sheet in its order, with what went wrong
 */
export async function writeBatch(
  pages: readonly BatchPage[],
  options: {
    readonly context: IndicatorContext;
    readonly file: BatchFile;
    readonly write: WriteBytes;
    readonly onPage: (index: number, error: DomainError | null) => void;
  },
): Promise<void> {
  const { context, file, write } = options;
  const info = describeSheet({ title: file.title, language: file.language, county: context.county, date: file.asOf });
  await writePdf(composeBatch(pages, options), { info, fonts: getSheetFonts(), write });
}

function* composeBatch(
  pages: readonly BatchPage[],
  {
    context,
    onPage,
  }: {
    readonly context: IndicatorContext;
    readonly onPage: (index: number, error: DomainError | null) => void;
  },
): Generator<PdfPage> {
  for (const [index, wanted] of pages.entries()) {
    const made = composeOrTell(wanted, context);
    onPage(index, made.error);
    yield* made.pages;
  }
}

function composeOrTell(
  { spec, extent, page, bookmark, label, destination, links }: BatchPage,
  context: IndicatorContext,
): { readonly pages: readonly PdfPage[]; readonly error: DomainError | null } {
  try {
    const composed = composePages(spec, { context, ...(extent && { extent }), ...(page && { page }) });
    const pages = composed.map((sheet, i): PdfPage => {
      const { items, paper, bleedMillimeters } = sheet;
      // what leads to a sheet leads to its first page
      const marks =
        i > 0 ? {} : { ...(bookmark && { bookmark }), ...(destination && { destination }), ...(links && { links }) };
      return {
        items,
        paper,
        bleedMillimeters,
        ...marks,
        ...(label && { label: i === 0 ? label : `${label}-${i + 1}` }),
      };
    });
    return { pages, error: null };
  } catch (error) {
    if (error instanceof DomainError) return { pages: [], error };
    throw error;
  }
}
