import type { SheetPage as BookPage } from '#core/cartography/sheet/composed-sheet.ts';
import type { SheetExtent } from '#core/cartography/sheet/sheet-ground.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { type DomainError, InvalidInputError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';
import { type ComposedMap, createMapComposer, type MapComposer } from './atlas/map-composers.ts';
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
 * @throws {InvalidInputError} `no_sheet_made`, with the reason of the first
 * @param options.onPage hears of each sheet in its order, with what went wrong
 */
export async function writeBatch(
  pages: readonly BatchPage[],
  options: {
    readonly context: IndicatorContext;
    readonly file: BatchFile;
    readonly write: WriteBytes;
    readonly onPage: (index: number, error: DomainError | null) => void;
    /** By default sheets are composed here. */
    readonly composer?: MapComposer;
  },
): Promise<void> {
  const { context, file, write } = options;
  const info = describeSheet({ title: file.title, language: file.language, county: context.county, date: file.asOf });
  await writePdf(composeBatch(pages, options), { info, fonts: getSheetFonts(), write });
}

async function* composeBatch(
  pages: readonly BatchPage[],
  { context, file, onPage, composer = createMapComposer(pages, context) }: Parameters<typeof writeBatch>[1],
): AsyncGenerator<PdfPage> {
  let firstError: DomainError | null = null;
  let made = 0;
  for (const [index, wanted] of pages.entries()) {
    const sheet = await composer.get(index);
    const error = 'error' in sheet ? sheet.error : null;
    firstError ??= error;
    onPage(index, error);
    if ('error' in sheet) continue;
    made += 1;
    yield* setMarks(wanted, [sheet.sheet, ...sheet.more]);
  }
  // a file without pages is none
  if (made === 0)
    throw new InvalidInputError('no_sheet_made', `Got ${pages.length} sheets of which none could be made`, {
      count: pages.length,
      reason: firstError === null ? '' : describeError(firstError, file.language),
    });
}

/** What leads to a sheet leads to its first page. */
const setMarks = (
  { bookmark, label, destination, links }: BatchPage,
  sheets: readonly ComposedMap[],
): readonly PdfPage[] =>
  sheets.map(({ items, paper, bleedMillimeters }, i) => ({
    items,
    paper,
    bleedMillimeters,
    ...(i === 0 && { ...(bookmark && { bookmark }), ...(destination && { destination }), ...(links && { links }) }),
    ...(label && { label: i === 0 ? label : `${label}-${i + 1}` }),
  }));

const describeError = ({ code, details, message }: DomainError, language: Language): string =>
  hasText('errors', code) ? text(language, 'errors', code, details) : message;
