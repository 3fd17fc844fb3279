import type { SheetFile } from '#core/api/sheet-files.ts';
import { InvalidInputError } from '#core/errors.ts';
import { getSheetFonts } from './sheet-fonts.ts';
import { type PdfInfo, type PdfPage, writePdf } from './writers/pdf-writer.ts';
import { writePng } from './writers/png-writer.ts';
import { pixelSize } from './writers/render-bands.ts';
import { createByteKeeper, type SheetPage } from './writers/sheet-page.ts';
import { writeSvg } from './writers/svg-writer.ts';
import { writeTiff } from './writers/tiff-writer.ts';

/** Pixels of the largest picture: A0 at 300 dots per inch has 139 million, and readers of pictures give up soon after this. */
const MOST_PIXELS = 300_000_000;

/**
 * Writes composed pages as a file: a PDF has all, the other formats one.
 *
 * @throws {InvalidInputError} `no_such_page`, `too_many_pixels`
 */
export async function writeSheetFile(
  pages: readonly PdfPage[],
  { file, info }: { readonly file: SheetFile; readonly info: PdfInfo },
): Promise<Uint8Array> {
  const fonts = getSheetFonts();
  const { write, join } = createByteKeeper();
  if (file.format === 'pdf') {
    await writePdf(pages, { info, fonts, write });
    return join();
  }
  const page = getPage(pages, file.page);
  if (file.format === 'svg') return new TextEncoder().encode(writeSvg(page, { info, fonts }));
  const { dotsPerInch } = file;
  checkPixels(page, dotsPerInch);
  const writePicture = file.format === 'png' ? writePng : writeTiff;
  await writePicture(page, { dotsPerInch, fonts, write });
  return join();
}

function getPage(pages: readonly PdfPage[], page: number): PdfPage {
  const found = pages[page - 1];
  if (found) return found;
  throw new InvalidInputError('no_such_page', `Got page ${page} of a sheet with ${pages.length}.`, {
    page,
    pages: pages.length,
  });
}

function checkPixels(page: SheetPage, dotsPerInch: number): void {
  const { width, height } = pixelSize(page, dotsPerInch);
  if (width * height <= MOST_PIXELS) return;
  const finest = Math.floor(dotsPerInch * Math.sqrt(MOST_PIXELS / (width * height)));
  throw new InvalidInputError(
    'too_many_pixels',
    `Got ${width} x ${height} pixels at ${dotsPerInch} dots per inch when expected at most ${MOST_PIXELS}.`,
    { width, height, dpi: dotsPerInch, millions: MOST_PIXELS / 1_000_000, finest },
  );
}
