import type { County } from '../county/county.ts';
import type { Language } from '../texts/language.ts';
import { type TextKey, text } from '../texts/text.ts';
import { countyWords } from '../texts/zh/sheet-words.ts';

type WordKey = TextKey<'countyWords'>;

/** Keys by what they stand for in Chinese, those of a class alone where it is given; forms of sentences are no words. */
const keysOf = (isWanted: (key: WordKey) => boolean): ReadonlyMap<string, WordKey> =>
  new Map(
    (Object.entries(countyWords) as [WordKey, string][]).flatMap(([key, word]) => (isWanted(key) ? [[word, key]] : [])),
  );

const WORDS = keysOf((key) => !/^(form|post)_/.test(key));
const UNITS = keysOf((key) => key.startsWith('unit_'));
const POSTS = keysOf((key) => key.startsWith('post_'));
const [BEFORE_AREA = '', AFTER_AREA = ''] = countyWords.form_team.replace('{of}', '').split('{area}');

interface Dictionary {
  readonly areas: ReadonlyMap<string, string>;
  readonly known: Map<string, string>;
}

const dictionaries = new WeakMap<County['areas'], Dictionary>();

/**
 * A word that a county wrote into its data (unit, post, product, amount, fund) in the sheet's language. Words that are the same in most counties and
 * posts of its units and areas have English; every other one, and everything on a Chinese sheet, stays as it was written.
 */
export function readCountyWord({ areas }: Pick<County, 'areas'>, language: Language, word: string): string {
  if (language === 'zh' || word === '') return word;
  let dictionary = dictionaries.get(areas);
  if (!dictionary) {
    dictionary = { areas: new Map(areas.map(({ name, nameEn }) => [name, nameEn])), known: new Map() };
    dictionaries.set(areas, dictionary);
  }
  const { known } = dictionary;
  const found = known.get(word) ?? readWord(dictionary, word) ?? word;
  known.set(word, found);
  return found;
}

function readWord(dictionary: Dictionary, word: string): string | null {
  const key = WORDS.get(word);
  return key ? text('en', 'countyWords', key) : (readPost(dictionary, word) ?? readTeam(dictionary, word));
}

/** The post of a unit or of an area. */
function readPost({ areas }: Dictionary, word: string): string | null {
  for (const [written, key] of POSTS) {
    if (!word.endsWith(written)) continue;
    const before = word.slice(0, -written.length);
    const unit = UNITS.get(before);
    const of = unit ? text('en', 'countyWords', unit) : areas.get(before);
    if (of !== undefined) return text('en', 'countyWords', 'form_post', { post: text('en', 'countyWords', key), of });
  }
  return null;
}

/** The head of a unit's team in a village. */
function readTeam({ areas }: Dictionary, word: string): string | null {
  if (!word.endsWith(AFTER_AREA)) return null;
  const [unitName = '', areaName = ''] = word.slice(0, -AFTER_AREA.length).split(BEFORE_AREA);
  const [unit, area] = [UNITS.get(unitName), areas.get(areaName)];
  return unit && area !== undefined
    ? text('en', 'countyWords', 'form_team', { of: text('en', 'countyWords', unit), area })
    : null;
}
