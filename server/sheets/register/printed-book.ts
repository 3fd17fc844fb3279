import { type PrintedBook, printedBookSchema } from '#core/api/sheet-register.ts';
import type { AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import { ATLAS_PAPERS } from '#core/cartography/atlas/atlas-spec.ts';
import { bookOrientation } from '#core/cartography/atlas/book-paper.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { PrintRecord } from './print-store.ts';

/** The first map of a book as a sheet: what the register knows a print by. */
export const firstSheetOf = ({ maps, level: _level, papers: _papers, ...spec }: AtlasSpec): SheetSpec => ({
  ...spec,
  map: maps[0] ?? 'progress',
  orientation: bookOrientation(spec.paper),
  liveUrl: null,
});

/** Which book a print is; null = a sheet, or a book that this version of the product cannot read. */
export const readBook = ({ book }: Pick<PrintRecord, 'book'>): PrintedBook | null => {
  const parsed = printedBookSchema.safeParse(book);
  return parsed.success ? parsed.data : null;
};

/**
 * The atlas that a print is.
 *
 * @param spec of its first map
 * @throws {InvalidInputError} `print_unreadable`
 */
export function readAtlasOf(print: PrintRecord, spec: SheetSpec, version: string): AtlasSpec {
  const book = readBook(print);
  const paper = ATLAS_PAPERS.find((name) => name === spec.paper);
  if (book === null || paper === undefined)
    throw new InvalidInputError('print_unreadable', `Got an unknown book in ${print.id}`, {
      id: print.id,
      product: print.productVersion,
      version,
    });
  const { map: _map, orientation: _orientation, liveUrl: _liveUrl, ...shared } = spec;
  return { ...shared, paper, maps: book.maps, level: book.level, papers: book.papers };
}

/** The sheets whose state is that of a print: one, or each map of a book. */
export const listJudged = (print: PrintRecord, spec: SheetSpec): readonly SheetSpec[] => {
  const book = readBook(print);
  return book === null ? [spec] : book.maps.map((map) => ({ ...spec, map }));
};
