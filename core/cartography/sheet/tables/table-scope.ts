import type { Area } from '../../../county/county.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import type { Language } from '../../../texts/language.ts';
import { type TextKey, type TextValues, text } from '../../../texts/text.ts';
import { readCountyWord } from '../../county-words.ts';
import type { TableColumn } from '../furniture/table-data.ts';

/** What the tables of a sheet are made from. */
export interface TableScope {
  readonly context: IndicatorContext;
  readonly area: Area;
  readonly language: Language;
}

/** A sentence of the topic `sheets`. */
export const say = ({ language }: TableScope, key: TextKey<'sheets'>, values: TextValues = {}): string =>
  text(language, 'sheets', key, values);

/** A name in the sheet's language. */
export const nameOf = (
  { language }: Pick<TableScope, 'language'>,
  thing: { readonly name: string; readonly nameEn: string },
): string => (language === 'zh' ? thing.name : thing.nameEn);

/** A word of the county's own data in the sheet's language, where that is known. */
export const wordOf = ({ context, language }: Pick<TableScope, 'context' | 'language'>, word: string): string =>
  readCountyWord(context.county, language, word);

/** Children of the area, in the order of their codes. */
export const childrenOf = ({ context, area }: TableScope): readonly Area[] =>
  (context.index.children.get(area.code) ?? []).flatMap((code) => {
    const { area: child } = context.scope(code);
    return [child];
  });

/** A column with numbers. */
export const numberColumn = (title: string, rank = 0): TableColumn => ({ title, align: 'end', rank });

/** A column of numbers without which the table would not say what its title promises. */
export const subjectColumn = (title: string): TableColumn => ({ ...numberColumn(title, 1), isSubject: true });

/** A column with words that gives way when the panel is narrow. */
export const wordColumn = (title: string, rank = 0): TableColumn => ({ title, align: 'start', rank, flexible: true });
