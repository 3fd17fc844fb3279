import type { LedgerField, LedgerUnit } from './ledger.ts';
import { breaks, type CellRead, plainText, readAs } from './read-cell.ts';
import type { SourceCell } from './source-table.ts';
import {
  ABOUT_SIGNS,
  HEADER_UNIT_TAIL,
  MEASURE_WORDS,
  MULTIPLIERS,
  UNIT_LABEL,
  UNIT_WORDS,
  type UnitWord,
  YEAR_CELL,
} from './words/value-words.ts';

/** What a unit of ledgers measures and how many basic units (as in `UNIT_WORDS`) it is. */
const LEDGER_UNIT_WORDS: Readonly<Record<LedgerUnit, UnitWord>> = {
  m: { measures: 'length', factor: 1 },
  km: { measures: 'length', factor: 1000 },
  wan_yuan: { measures: 'money', factor: 10_000 },
  mu: { measures: 'land', factor: 1 },
  households: { measures: 'households', factor: 1 },
  people: { measures: 'people', factor: 1 },
  jobs: { measures: 'jobs', factor: 1 },
  degrees: { measures: 'degrees', factor: 1 },
};

/** Digits that a double keeps through a conversion of units. */
const SIGNIFICANT_DIGITS = 15;

/**
 * A number in the unit of its field: full-width digits, thousands separators, units in the cell (`3.5m`, `12万元`) or else in the header (`投资（元）`), 万 and 亿,
 * percentages, negatives in brackets.
 *
 * @param header of the column, for its unit; empty when it has none
 */
export function readNumber(field: LedgerField, cell: SourceCell, header: string): CellRead {
  const parsed = typeof cell === 'number' ? { number: cell, unit: '' } : parseNumber(plainText(cell));
  if (typeof cell === 'boolean' || parsed === null) return breaks('number_unreadable', rangeOf(field));
  const converted = convert(field, parsed, header);
  if (converted === null) return breaks('number_unreadable', rangeOf(field));
  const { value, note } = converted;
  if (!Number.isFinite(value) || (field.type === 'integer' && !Number.isInteger(value)))
    return breaks('number_unreadable', rangeOf(field));
  if ((field.minimum !== null && value < field.minimum) || (field.maximum !== null && value > field.maximum))
    return breaks('number_out_of_range', rangeOf(field));
  return readAs(value, note);
}

/** A year: a number, `2025年`, `2025年度`, the year of a date. */
export function readYear(field: LedgerField, cell: SourceCell): CellRead {
  const match = YEAR_CELL.exec(plainText(cell));
  if (!match) return breaks('number_unreadable', rangeOf(field));
  const year = Number(match[1]);
  const isWithin = year >= (field.minimum ?? 0) && year <= (field.maximum ?? 9999);
  return isWithin ? readAs(year) : breaks('number_out_of_range', rangeOf(field));
}

/** The unit that a header states: in brackets, after a colon, or at its end. */
export function findHeaderUnit(header: string): UnitWord | undefined {
  const text = header.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  const bracketed = [...text.matchAll(/[([\u3010]([^)\]\u3011]*)[)\]\u3011]/g)].map(([, inside = '']) => inside);
  for (const inside of bracketed.reverse()) {
    const unit = UNIT_WORDS[inside.replace(UNIT_LABEL, '')];
    if (unit) return unit;
  }
  const tail = HEADER_UNIT_TAIL.exec(text);
  return tail ? UNIT_WORDS[tail[1] ?? tail[2] ?? ''] : undefined;
}

/** A number and what stands behind it; null when it is none. */
function parseNumber(text: string): { readonly number: number; readonly unit: string } | null {
  const compact = text
    .replaceAll(/\s/g, '')
    .replace(/^['\u2018]/, '')
    .replace(/^[\u00A5$]/, '')
    .replaceAll(/\u3001(?=\d{3})/g, ',');
  const bracketed = /^\((\d[\d,.]*)\)(.*)$/.exec(compact);
  const signed = bracketed ? `-${bracketed[1]}${bracketed[2]}` : compact.replace(/^[\u2212\u2013\u2014]/, '-');
  const match = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?\.?(?:e[+-]?\d+)?)(.*)$/i.exec(signed);
  const digits = match?.[1]?.replaceAll(',', '').replace(/\.$/, '') ?? '';
  if (!/\d/.test(digits)) return null;
  const number = Number(digits);
  return Number.isNaN(number) ? null : scale(number, (match?.[2] ?? '').toLowerCase());
}

/** The number with 万, 亿 or per cent applied, unless they are part of a unit. */
function scale(number: number, unit: string): { readonly number: number; readonly unit: string } | null {
  if (unit === '' || unit in UNIT_WORDS || MEASURE_WORDS.has(unit)) return { number, unit };
  if (unit === '%') return { number: round(number / 100), unit };
  const multiplier = MULTIPLIERS[unit.slice(0, 1)];
  const rest = unit.slice(1).replace(ABOUT_SIGNS, '');
  if (multiplier !== undefined && (rest === '' || rest in UNIT_WORDS || MEASURE_WORDS.has(rest)))
    return { number: round(number * multiplier), unit: rest === '' ? `*${unit.slice(0, 1)}` : rest };
  return null;
}

/** The number in the unit of the field; null when the cell states a unit of something else. */
function convert(
  field: LedgerField,
  { number, unit }: { readonly number: number; readonly unit: string },
  header: string,
): { readonly value: number; readonly note?: 'unit_converted' | 'unit_left_out' } | null {
  const own = field.unit === null ? undefined : LEDGER_UNIT_WORDS[field.unit];
  if (own === undefined)
    return unit === '' || unit === '%' || unit.startsWith('*')
      ? { value: number }
      : { value: number, note: 'unit_left_out' };
  // a bare 万 behind money is 万元
  const stated = unit.startsWith('*') ? (own.measures === 'money' ? UNIT_WORDS.yuan : undefined) : UNIT_WORDS[unit];
  if (unit !== '' && !unit.startsWith('*') && !isSameMeasure(stated, own, unit)) return null;
  const headerUnit = unit === '' ? findHeaderUnit(header) : undefined;
  const used = stated ?? (headerUnit?.measures === own.measures ? headerUnit : undefined);
  if (used === undefined || used.factor === own.factor || used.measures !== own.measures) return { value: number };
  return { value: round((number * used.factor) / own.factor), note: 'unit_converted' };
}

/** Counts take each other's measure words: 12人 jobs, 3个 households. */
function isSameMeasure(stated: UnitWord | undefined, own: UnitWord, unit: string): boolean {
  const isCount = own.measures === 'households' || own.measures === 'people' || own.measures === 'jobs';
  if (stated === undefined) return isCount && MEASURE_WORDS.has(unit);
  return stated.measures === own.measures || (isCount && ['households', 'people', 'jobs'].includes(stated.measures));
}

const round = (value: number): number => Number(value.toPrecision(SIGNIFICANT_DIGITS));

/** The range of a field as a person reads it: `0 – 30`, `≥ 0`, or an example. */
export function rangeOf({ minimum, maximum, type }: LedgerField): string {
  const example = type === 'integer' ? '1, 2, 3 …' : '12.5';
  if (minimum === null && maximum === null) return example;
  if (maximum === null) return `\u2265 ${minimum}`;
  return minimum === null ? `\u2264 ${maximum}` : `${minimum} \u2013 ${maximum}`;
}
