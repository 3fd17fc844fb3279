import { isIdentityNumber, isPhoneNumber, passesLuhn } from './personal-numbers.ts';
import type { LeftOutColumn, PersonalKind, SourceCell } from './source-table.ts';
import {
  ANY_NAME_HEADERS,
  CODE_HEADERS,
  DISABILITY_WORDS,
  DOUBLE_SURNAMES,
  GIVEN_NAME_CHARACTERS,
  ILLNESS_WORDS,
  NAME_HEADERS,
  NOT_NAME_HEADERS,
  NOT_PERSONAL_HEADERS,
  PERSONAL_HEADERS,
  PLACE_ENDS,
  PLACE_HEADERS,
  POST_WORDS,
  SURNAMES,
} from './words/person-words.ts';

/** Which kind of personal data a column holds, and whether its header or its cells tell. */
export interface RecognisedPersonal {
  readonly kind: PersonalKind;
  readonly by: LeftOutColumn['by'];
}

/** Cells that are looked at: evenly spread, so that a mixed column shows. */
const MOST_CELLS = 2000;

/**
 * Whether a column holds personal data: names, identity numbers, telephones, bank accounts, illness, disability, photographs. Names of villages, posts, units
 * and products are none, codes of households and settlements neither; 因病 and 因残 as causes of a household are a closed list, not a diagnosis.
 *
 * @param header parts of several rows joined with `/`
 */
export function recognisePersonal(header: string, cells: readonly SourceCell[]): RecognisedPersonal | null {
  const whole = header.normalize('NFKC').replaceAll(/\s/g, '');
  const last = (whole.split('/').findLast((part) => part !== '') ?? '').replaceAll(/\(.*?\)|\*/g, '');
  const sample = spreadSample(cells);
  const byHeader = recogniseHeaderOf(whole, last, sample);
  if (byHeader !== null) return { kind: byHeader, by: 'header' };
  const byContents = recogniseContents(last, sample);
  return byContents === null ? null : { kind: byContents, by: 'contents' };
}

function recogniseHeaderOf(whole: string, last: string, sample: readonly SourceCell[]): PersonalKind | null {
  const isOther = NOT_PERSONAL_HEADERS.test(last);
  for (const [kind, pattern] of Object.entries(PERSONAL_HEADERS))
    if (!isOther && pattern.test(last.replaceAll(/[_\-.]/g, ''))) return kind as PersonalKind;
  const isName = NAME_HEADERS.test(last.replaceAll(/[_\-.]/g, '')) && !NOT_NAME_HEADERS.test(last);
  // a column of units or of codes under such a header names nobody
  if (isName && !isEnterpriseColumn(sample)) return 'name';
  // a personal group header over anything that is written in words
  const group = whole.split('/').slice(0, -1).join('/');
  if (PERSONAL_HEADERS.disability.test(group) || PERSONAL_HEADERS.illness.test(group))
    return NOT_PERSONAL_HEADERS.test(group) ? null : PERSONAL_HEADERS.disability.test(group) ? 'disability' : 'illness';
  return null;
}

/** Whether most cells are numbers or names of enterprises and offices rather than of persons. */
function isEnterpriseColumn(sample: readonly SourceCell[]): boolean {
  const texts = sample.map(String);
  return shareOf(texts, (text) => /^[\d.]+$/.test(text) || (text.length > 4 && POST_WORDS.test(text))) > 0.8;
}

function recogniseContents(header: string, sample: readonly SourceCell[]): PersonalKind | null {
  if (sample.length === 0) return null;
  const texts = sample.map((cell) => String(cell).normalize('NFKC').trim());
  const isCode = CODE_HEADERS.test(header);
  if (isIdentityColumn(texts, isCode)) return 'identity_number';
  if (!isCode && shareOf(texts, isPhoneNumber) >= 0.6) return 'telephone';
  if (texts.length >= 3 && shareOf(texts, passesLuhn) >= 0.8) return 'bank_account';
  if (
    shareOf(texts, (text) => /\.(jpe?g|png|heic|heif|bmp|gif|webp|tiff?)$/i.test(text) || /^data:image/.test(text)) >=
    0.5
  )
    return 'photograph';
  if (shareOf(texts, (text) => DISABILITY_WORDS.test(text)) >= 0.1) return 'disability';
  if (shareOf(texts, (text) => ILLNESS_WORDS.test(text)) >= 0.1) return 'illness';
  if (ANY_NAME_HEADERS.test(header)) return isNameColumn(texts, SURELY) ? 'name' : null;
  return !PLACE_HEADERS.test(header) && isNameColumn(texts, LIKELY) ? 'name' : null;
}

/**
 * Eighteen digits that hold a day of birth are identity numbers even with a slip of the pen; fifteen only where the years of birth are spread as those of people,
 * because codes of settlements have fifteen digits too.
 */
function isIdentityColumn(texts: readonly string[], isCode: boolean): boolean {
  if (shareOf(texts, (text) => isIdentityNumber(text, 18)) >= (isCode ? 0.8 : 0.5)) return true;
  if (isCode || texts.length < 3 || shareOf(texts, (text) => isIdentityNumber(text, 15)) < 0.9) return false;
  const years = texts.map((text) => text.slice(6, 8));
  return shareOf(years, (year) => year >= '30') >= 0.5 && new Set(years).size >= Math.min(3, texts.length);
}

/** How much must look like names of persons; shares of the cells. Tried on 20,000 names of places in windows of 3 to 2,000. */
interface NameMeasure {
  readonly cells: number;
  readonly shaped: number;
  readonly long: number;
  readonly given: number;
  readonly places: number;
}
const LIKELY: NameMeasure = { cells: 3, shaped: 0.85, long: 0.45, given: 0.5, places: 0.3 };
const SURELY: NameMeasure = { cells: 5, shaped: 0.95, long: 0.6, given: 0.6, places: 0.2 };

/** Whether cells are names of persons by their form: family name, length, usual given names, and seldom the same. */
function isNameColumn(texts: readonly string[], least: NameMeasure): boolean {
  if (texts.length < least.cells) return texts.length > 0 && texts.every(isMasked);
  const distinct = new Set(texts);
  if (distinct.size < texts.length * 0.3 || shareOf(texts, isNameShaped) < least.shaped) return false;
  if (shareOf(texts, isMasked) >= 0.5) return true;
  const long = shareOf(texts, (text) => text.length >= 3);
  const given = shareOf(texts, (text) => [...givenNameOf(text)].some((one) => GIVEN_NAME_CHARACTERS.has(one)));
  const places = shareOf(texts, (text) => PLACE_ENDS.test(text));
  return long >= least.long && given >= least.given && places < least.places;
}

/** Two to four Han characters that begin with a family name, a name of a minority with a dot, or one that is masked. */
function isNameShaped(text: string): boolean {
  if (/^\p{Script=Han}{2,8}[\u00B7\u2022.\u30FB]\p{Script=Han}{2,8}$/u.test(text)) return true;
  if (!/^[\p{Script=Han}*xX\u00D7\u25CB]{2,4}$/u.test(text) || POST_WORDS.test(text)) return false;
  return givenNameOf(text).length >= 1 && givenNameOf(text) !== text;
}

/** What stands after the family name; the text itself where there is none. */
function givenNameOf(text: string): string {
  if (text.length >= 3 && DOUBLE_SURNAMES.has(text.slice(0, 2))) return text.slice(2);
  return SURNAMES.has(text.slice(0, 1)) && text.length <= 4 ? text.slice(1) : text;
}

/** A family name and signs that hide the rest. */
function isMasked(text: string): boolean {
  return SURNAMES.has(text.slice(0, 1)) && /^.[*xX\u00D7\u25CB\u3007\u67D0]{1,3}$/u.test(text);
}

/** Cells with something in them, at most two thousand from all over the column. */
function spreadSample(cells: readonly SourceCell[]): readonly SourceCell[] {
  const filled = cells.filter((cell) => cell !== null && String(cell).trim() !== '');
  if (filled.length <= MOST_CELLS) return filled;
  const step = filled.length / MOST_CELLS;
  return Array.from({ length: MOST_CELLS }, (_, index) => filled[Math.floor(index * step)] ?? null);
}

function shareOf(texts: readonly string[], is: (text: string) => boolean): number {
  let count = 0;
  for (const text of texts) if (is(text)) count++;
  return texts.length === 0 ? 0 : count / texts.length;
}
