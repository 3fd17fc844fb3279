import type { Language } from '../texts/language.ts';
import type { ChoiceList } from './choice-lists.ts';
import { formatChoice } from './format-field.ts';
import type { LedgerField } from './ledger.ts';
import { breaks, type CellRead, plainText, readAs } from './read-cell.ts';
import { splitList } from './read-list.ts';
import type { SourceCell } from './source-table.ts';
import { CHOICE_WORDS } from './words/choice-words.ts';
import { LIST_NUMBER, NEGATIONS } from './words/value-words.ts';

const normaliseWord = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.:\u00B7"'()[\]\u3010\u3011/]/g, '');

const valuesByList = new Map<string, ReadonlyMap<string, string>>();

/** A value, and whether the word was the whole text. */
interface FoundChoice {
  readonly value: string;
  readonly isWhole: boolean;
}

/** Texts that were looked up, by list: a column says the same few words again and again. */
const found = new Map<string, Map<string, FoundChoice | undefined>>();
const MOST_FOUND = 5000;

/** Value by normalised word: the value, its words in both languages, those of offices; the first value that claims one has it. */
function wordsOf(field: LedgerField): ReadonlyMap<string, string> {
  const list = field.choiceList ?? '';
  const known = valuesByList.get(list);
  if (known) return known;
  const words = new Map<string, string>();
  const claim = (word: string, value: string) => {
    const key = normaliseWord(word);
    if (key !== '' && !words.has(key)) words.set(key, value);
  };
  const values = field.choices ?? [];
  for (const value of values)
    for (const own of [value, formatChoice('zh', field, value), formatChoice('en', field, value)]) claim(own, value);
  for (const value of values)
    for (const word of (CHOICE_WORDS[list as ChoiceList]?.[value] ?? '').split(' ')) claim(word, value);
  valuesByList.set(list, words);
  return words;
}

/** Whether a cell is a word of a closed list, or holds one. */
export const isChoiceWord = (field: LedgerField, cell: SourceCell): boolean =>
  findChoice(field, plainText(cell)) !== undefined;

/** One value of a closed list: as stored, in words of either language, or in the words of offices. */
export function readChoice(field: LedgerField, cell: SourceCell, language: Language): CellRead {
  const choice = findChoice(field, plainText(cell));
  if (choice === undefined) return breaks('choice_unknown', listChoices(field, language));
  return readAs(choice.value, choice.isWhole ? undefined : 'choice_inside');
}

/** Several values of a closed list, each once. */
export function readChoices(field: LedgerField, cell: SourceCell, language: Language): CellRead {
  const whole = findChoice(field, plainText(cell));
  if (whole?.isWhole) return readAs([whole.value]);
  const choices = splitList(plainText(cell)).map((item) => findChoice(field, item));
  const values = choices.flatMap((one) => one?.value ?? []);
  return choices.length === values.length
    ? readAs([...new Set(values)], choices.every((one) => one?.isWhole) ? undefined : 'choice_inside')
    : breaks('choice_unknown', listChoices(field, language));
}

/** The words of a list, for a reader. */
export const listChoices = (field: LedgerField, language: Language): string =>
  (field.choices ?? []).map((value) => formatChoice(language, field, value)).join(' / ');

function findChoice(field: LedgerField, text: string): FoundChoice | undefined {
  const list = field.choiceList ?? '';
  const known = found.get(list) ?? new Map<string, FoundChoice | undefined>();
  found.set(list, known);
  if (known.has(text)) return known.get(text);
  const choice = lookUpChoice(field, text);
  if (known.size < MOST_FOUND) known.set(text, choice);
  return choice;
}

function lookUpChoice(field: LedgerField, text: string): FoundChoice | undefined {
  const words = wordsOf(field);
  for (const form of [text, text.replaceAll(/\(.*?\)/g, ''), text.replace(LIST_NUMBER, '')]) {
    const value = words.get(normaliseWord(form));
    if (value !== undefined) return { value, isWhole: true };
  }
  return findInside(words, normaliseWord(text));
}

/** The value whose word stands in a longer text, when it is the only one and nothing denies it. */
function findInside(words: ReadonlyMap<string, string>, text: string): FoundChoice | undefined {
  if (NEGATIONS.test(text) || !/\p{Script=Han}/u.test(text)) return undefined;
  const inside = [...words].filter(([word]) => word.length >= 2 && /\p{Script=Han}/u.test(word) && text.includes(word));
  // a word that is part of a longer one that stands there too says nothing of its own
  const longest = inside.filter(([word]) => !inside.some(([other]) => other !== word && other.includes(word)));
  const values = new Set(longest.map(([, value]) => value));
  const [value] = values;
  return values.size === 1 && value !== undefined ? { value, isWhole: false } : undefined;
}
