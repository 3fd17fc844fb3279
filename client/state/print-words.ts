import type { PrintAnswer } from '#core/api/sheet-register.ts';
import { namePaper } from '#core/cartography/sheet/advice/describe-advice.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { writeAuthor, writeTime } from './authorship.ts';

/** Paper, edition, day shown, revision: what tells a print from another of the same map. */
export const describePrint = (
  print: Pick<PrintAnswer, 'paper' | 'edition' | 'asOf' | 'revision' | 'format' | 'book'>,
  language: Language,
): string =>
  [
    namePaper(print.paper, language),
    text(language, 'sheetRoom', `edition_${print.edition}`),
    text(language, 'sheetRoom', 'shows_day', { date: print.asOf }),
    text(language, 'sheetRoom', 'revision', { revision: print.revision }),
    ...(print.book ? [text(language, 'sheetRoom', 'book_pages', { pages: print.book.pages })] : []),
    (print.book?.form ?? print.format).toUpperCase(),
  ].join(' · ');

/** When it was printed, and by whom. */
export const describePrinting = (print: Pick<PrintAnswer, 'printedAt' | 'printedBy'>, language: Language): string =>
  text(language, 'sheetRoom', 'printed', {
    when: writeTime(print.printedAt),
    who: writeAuthor(print.printedBy, language),
  });
