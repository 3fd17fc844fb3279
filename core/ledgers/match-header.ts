import { formatFieldName } from './format-field.ts';
import { LEDGER_KINDS, type LedgerKind } from './ledger.ts';
import { getLedger } from './ledgers.ts';
import { GENERIC_HEADER_PARTS, HEADER_WORDS } from './words/header-words.ts';

/** A field that a header may be, and how surely, 0 to 1. */
export interface HeaderMatch {
  readonly field: string;
  readonly score: number;
  /** The word of the lists that the header was recognised by. */
  readonly word: string;
}

/** The header without width, case, blanks and signs, so that spellings meet. */
export const normaliseHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.*:\u00B7"'`\u201C\u201D()[\]{}\u3010\u3011\u3001,\u3014\u3015/]/g, '');

/** What stands in brackets left out: mostly a unit. */
const withoutBrackets = (header: string): string =>
  header.normalize('NFKC').replaceAll(/[([\u3010{\u3014].*?[)\]\u3011}\u3015]/g, '');

const wordsByLedger = new Map<LedgerKind, ReadonlyMap<string, string>>();

/** Field by normalised word: the ledger's own headers in both languages, its words, then words of all ledgers; the first field that claims one has it. */
function wordsOf(kind: LedgerKind): ReadonlyMap<string, string> {
  const known = wordsByLedger.get(kind);
  if (known) return known;
  const words = new Map<string, string>();
  const claim = (word: string, field: string) => {
    const key = normaliseHeader(word);
    if (key !== '' && !words.has(key)) words.set(key, field);
  };
  const { fields } = getLedger(kind);
  for (const field of fields)
    for (const own of [field.name, formatFieldName('zh', kind, field), formatFieldName('en', kind, field)])
      claim(own, field.name);
  for (const field of fields) claim(field.shortName, field.name);
  for (const prefix of [`${kind}.`, ''])
    for (const { name } of fields)
      for (const word of (HEADER_WORDS[`${prefix}${name}`] ?? '').split(' ')) claim(word, name);
  wordsByLedger.set(kind, words);
  return words;
}

let everyWord: ReadonlySet<string> | null = null;

/** Whether a cell is a header that some ledger knows. */
export function isHeaderWord(cell: string): boolean {
  everyWord ??= new Set(LEDGER_KINDS.flatMap((kind) => [...wordsOf(kind).keys()]));
  return everyWord.has(normaliseHeader(cell)) || everyWord.has(normaliseHeader(withoutBrackets(cell)));
}

/**
 * The field of a ledger that a header is, undefined where none is. Of headers over several rows the whole counts before the last part; a word inside a longer
 * header is a weak sign.
 *
 * @param header parts of several rows joined with `/`
 */
export function matchHeader(kind: LedgerKind, header: string): HeaderMatch | undefined {
  const words = wordsOf(kind);
  const parts = header.split('/').filter((part) => part.trim() !== '');
  const last = parts.at(-1) ?? '';
  const isGeneric = GENERIC_HEADER_PARTS.test(normaliseHeader(last)) && parts.length > 1;
  const tries: readonly (readonly [string, number])[] = [
    [header, 1],
    [withoutBrackets(header), 0.97],
    ...(isGeneric
      ? []
      : ([
          [last, 0.93],
          [withoutBrackets(last), 0.9],
        ] as const)),
    [parts.slice(-2).join(''), 0.92],
    [withoutBrackets(header).replace(/^\u662F\u5426|\u60C5\u51B5$|\u5907\u6CE8$/g, ''), 0.85],
    ...(isGeneric ? ([[withoutBrackets(parts.at(-2) ?? ''), 0.75]] as const) : []),
  ];
  for (const [text, score] of tries) {
    const word = normaliseHeader(text);
    const field = words.get(word);
    if (field !== undefined) return { field, score, word };
  }
  return matchInside(words, normaliseHeader(withoutBrackets(isGeneric ? header : last)));
}

/** The longest word of two Han characters or more that the header ends or begins with. */
function matchInside(words: ReadonlyMap<string, string>, header: string): HeaderMatch | undefined {
  let best: HeaderMatch | undefined;
  for (const [word, field] of words) {
    if (word.length < 2 || !/\p{Script=Han}/u.test(word) || word === header) continue;
    const place = header.endsWith(word) ? 0.6 : header.startsWith(word) ? 0.45 : 0;
    const score = place * (0.5 + 0.5 * (word.length / header.length));
    if (score > (best?.score ?? 0.3)) best = { field, score, word };
  }
  return best;
}
