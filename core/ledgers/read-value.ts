import type { IsoDate } from '../county/dates.ts';
import type { Language } from '../texts/language.ts';
import { text } from '../texts/text.ts';
import { parseFundText } from './kinds/project-funds.ts';
import type { LedgerField } from './ledger.ts';
import { breaks, type CellRead, cleanText, isBlankCell, isErrorCell, plainText, readAs } from './read-cell.ts';
import { readChoice, readChoices } from './read-choice.ts';
import { readCode } from './read-code.ts';
import { findDateInside, readDate } from './read-date.ts';
import { splitList } from './read-list.ts';
import { readNumber, readYear } from './read-number.ts';
import type { SourceCell } from './source-table.ts';
import { FIRST_DAY_FIELDS, NO_WORDS, NONE_WORDS, YES_WORDS } from './words/value-words.ts';

/** How the cells of a table are meant. */
export interface ValueReading {
  /** Date of which the table speaks. */
  readonly asOf: IsoDate;
  readonly from1904: boolean;
  /** Header of the column, for the unit it states (`投资（元）`); by default none. */
  readonly header?: string;
  /** For the words in `expected`; by default Chinese, as the ledgers are. */
  readonly language?: Language;
}

/** Longest text of a cell: more is a document, not a value. */
const MOST_CHARACTERS = 4000;

/**
 * The value of a cell for a field, in the unit of the field; null for cells that say nothing (empty, a dash, 未知). What cannot be read is an answer with the
 * rule it breaks and what was expected, never a guess. A file's own dates arrive as `YYYY-MM-DD`.
 */
export function readValue(field: LedgerField, cell: SourceCell, reading: ValueReading): CellRead {
  if (isErrorCell(cell)) return breaks(RULE_OF_ERRORS[field.type] ?? 'text_damaged', '');
  const language = reading.language ?? 'zh';
  if (field.type === 'choice') return readOwnOrNone(readChoice(field, cell, language), cell);
  if (isBlankCell(cell)) return readAs(null);
  switch (field.type) {
    case 'boolean':
      return readYesNo(cell) ?? breaks('boolean_unreadable', listYesNo(language));
    case 'event_date':
      return readEventDate(field, cell, reading);
    case 'choices':
      return readOwnOrNone(readChoices(field, cell, language), cell, []);
    default:
      return isNone(cell) ? readAs(field.type === 'list' ? [] : null) : readFilled(field, cell, reading);
  }
}

/** Values of fields in which 无 is "nothing". */
function readFilled(field: LedgerField, cell: SourceCell, reading: ValueReading): CellRead {
  switch (field.type) {
    case 'integer':
    case 'number':
      return readNumber(field, cell, reading.header ?? '');
    case 'year':
      return readYear(field, cell);
    case 'date':
      return readDate(cell, { ...reading, firstDay: FIRST_DAY_FIELDS.has(field.name) });
    case 'code':
      return readCode(field, cell);
    case 'list':
      return readList(field, cleanText(cell), reading.language);
    case 'json':
      return readJson(cleanText(cell));
    default:
      return readText(NAME_FIELD.test(field.name) ? joinLines(cleanText(cell)) : cleanText(cell));
  }
}

/** Names are one line: what breaks them is the width of a column, not their sense. */
const NAME_FIELD = /^name(?:En)?$|Name$/;

const joinLines = (name: string): string =>
  name.replaceAll(/(\p{Script=Han})\s*[\r\n]+\s*(?=\p{Script=Han})/gu, '$1').replaceAll(/\s*[\r\n]+\s*/g, ' ');

/** What a column of yes and no takes. */
const listYesNo = (language: Language = 'zh'): string =>
  `${text(language, 'ledgers', 'yes')} / ${text(language, 'ledgers', 'no')}`;

/** What an error of a spreadsheet breaks, by type; other types hold texts. */
const RULE_OF_ERRORS: Readonly<
  Partial<
    Record<
      LedgerField['type'],
      'number_unreadable' | 'date_unreadable' | 'boolean_unreadable' | 'choice_unknown' | 'code_malformed'
    >
  >
> = {
  integer: 'number_unreadable',
  number: 'number_unreadable',
  year: 'number_unreadable',
  date: 'date_unreadable',
  event_date: 'date_unreadable',
  boolean: 'boolean_unreadable',
  choice: 'choice_unknown',
  choices: 'choice_unknown',
  code: 'code_malformed',
};

const isNone = (cell: SourceCell): boolean => typeof cell === 'string' && NONE_WORDS.has(plainText(cell));

/** 无 and `none` are words of some lists (无计划); where they are not, they say that there is nothing. */
function readOwnOrNone(read: CellRead, cell: SourceCell, none: readonly string[] | null = null): CellRead {
  return !read.ok && (isNone(cell) || isBlankCell(cell)) ? readAs(none) : read;
}

function readYesNo(cell: SourceCell): CellRead | undefined {
  if (typeof cell === 'boolean') return readAs(cell);
  const word = plainText(cell)
    .toLowerCase()
    .replaceAll(/[\s.\u3002!]/g, '');
  for (const form of [word, word.replace(/^\u662F(?=.)/, ''), word.replaceAll(/\(.*?\)/g, '')]) {
    if (NO_WORDS.has(form)) return readAs(false);
    if (YES_WORDS.has(form)) return readAs(true);
  }
  return undefined;
}

/** A date, yes or no, or a text that holds one of them: 已于2025年6月入住. */
function readEventDate(field: LedgerField, cell: SourceCell, reading: ValueReading): CellRead {
  const word = readYesNo(cell);
  if (word) return word;
  const date = readDate(cell, { ...reading, firstDay: FIRST_DAY_FIELDS.has(field.name) });
  if (date.ok) return date;
  const inside = typeof cell === 'string' ? findDateInside(plainText(cell), reading) : undefined;
  return inside ?? breaks('date_unreadable', `${date.expected}, ${listYesNo(reading.language)}`);
}

function readText(cell: string): CellRead {
  return cell.length > MOST_CHARACTERS ? breaks('text_damaged', `\u2264 ${MOST_CHARACTERS}`) : readAs(cell);
}

/** A list of texts; funds are written `source:amount`. */
function readList(field: LedgerField, cell: string, language: Language = 'zh'): CellRead {
  const items = splitList(cell);
  const isFunds = field.name === 'fundsBySource';
  return isFunds && items.some((item) => parseFundText(item) === null)
    ? breaks('number_unreadable', text(language, 'ledgers', 'example_funds'))
    : readAs(items);
}

/** A JSON object whose values are texts, numbers, yes or no, or nothing. */
function readJson(cell: string): CellRead {
  try {
    const parsed: unknown = JSON.parse(cell);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject && Object.values(parsed).every((value) => value === null || typeof value !== 'object')
      ? readAs(cell)
      : breaks('text_damaged', '{"\u2026": \u2026}');
  } catch {
    return breaks('text_damaged', '{"\u2026": \u2026}');
  }
}
