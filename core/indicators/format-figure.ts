import type { IsoDate } from '../county/dates.ts';
import type { Language } from '../texts/language.ts';
import { text } from '../texts/text.ts';
import { METERS_PER_KILOMETER, YUAN_PER_WAN } from '../units.ts';
import type { CountUnit, Figure, FigurePair, FigureUnit, Light } from './figure.ts';

/** Where a figure is read: maps and panels round kilometres to 1 decimal, ledgers to 3 (domain.md section 6). */
export type Reading = 'map' | 'ledger';

/** How a figure is written: language and where it is read (`map` by default). */
export interface FigureStyle {
  readonly language: Language;
  readonly reading?: Reading;
}

/** A number and its unit apart, so that the unit can be set smaller. `value` is `—` and `unit` empty when there is none. */
export interface WrittenAmount {
  readonly value: string;
  readonly unit: string;
}

type Unit = FigureUnit | CountUnit;

/** The unit people read for a unit of core, and what one of it is. */
const READER_UNITS: Partial<Record<Unit, { readonly unit: Unit; readonly size: number }>> = {
  meters: { unit: 'km', size: METERS_PER_KILOMETER },
  yuan: { unit: 'wan_yuan', size: YUAN_PER_WAN },
  meters_per_day: { unit: 'km_per_day', size: METERS_PER_KILOMETER },
  ratio: { unit: 'ratio', size: 0.01 },
};

/** Decimals by unit on a map; whole numbers where not named. */
const DECIMALS: Partial<Record<Unit, number>> = {
  ratio: 1,
  km: 1,
  km_per_day: 3,
  wan_yuan: 2,
  minutes: 0,
  scale: 1,
  mu: 1,
};
const LEDGER_KILOMETER_DECIMALS = 3;

/** Amount with its unit, from core's units or from those people read: `{value: '80.3', unit: '%'}`. */
export function writeAmount(amount: number | null, unit: Unit, style: FigureStyle): WrittenAmount {
  if (amount === null) return { value: text(style.language, 'figures', 'no_value'), unit: '' };
  const reader = READER_UNITS[unit] ?? { unit, size: 1 };
  return {
    value: formatNumber(amount / reader.size, decimalsOf(reader.unit, style.reading)),
    unit: unitName(reader.unit, style.language),
  };
}

/** The headline value of a figure. */
export const writeFigureValue = (figure: Pick<Figure, 'value' | 'unit'>, style: FigureStyle): WrittenAmount =>
  writeAmount(figure.value, figure.unit, style);

/** The headline value in one string: `80.3 %`, `3,270 户`. */
export const formatFigureValue = (figure: Pick<Figure, 'value' | 'unit'>, style: FigureStyle): string =>
  joinAmount(writeFigureValue(figure, style));

/** A benchmark as its source states it: a rate keeps its second decimal (`87.91 %`), all else is written as a figure. */
export function formatBenchmark(value: number, unit: FigureUnit, style: FigureStyle): string {
  if (unit !== 'ratio') return formatFigureValue({ value, unit }, style);
  const percent = Math.round(value * 10_000) / 100;
  const decimals = Number.isInteger(Math.round(percent * 100) / 10) ? 1 : 2;
  return joinAmount({ value: formatNumber(percent, decimals), unit: unitName(unit, style.language) });
}

/**
 * Numerator and denominator of a figure or of its pair: `1,421 / 1,769 个项目`; a plain count where there is no denominator.
 *
 * @returns null when there is nothing to state
 */
export function formatFraction(
  figure: Pick<FigurePair, 'numerator' | 'denominator' | 'countUnit'> & { readonly unit?: FigureUnit },
  style: FigureStyle,
): string | null {
  if (figure.numerator === null) return null;
  if (figure.denominator === null) return joinAmount(writeAmount(figure.numerator, figure.countUnit, style));
  const numeratorUnit = numeratorUnitOf(figure);
  const denominator = writeAmount(figure.denominator, figure.countUnit, style);
  const written = writeAmount(figure.numerator, numeratorUnit, style);
  const numerator = numeratorUnit === figure.countUnit ? written.value : joinAmount(written);
  return text(style.language, 'figures', 'fraction', {
    numerator,
    denominator: denominator.value,
    unit: denominator.unit,
  }).trim();
}

const MEAN_UNITS: readonly FigureUnit[] = ['meters', 'km', 'minutes', 'meters_per_day', 'km_per_day'];
const MEAN_TOTAL_UNITS: Partial<Record<FigureUnit, FigureUnit>> = { meters_per_day: 'meters', km_per_day: 'km' };

/** Names of the units in which numerator and denominator of a figure are counted; empty where each product has its own. */
export function nameCountUnits(
  figure: Pick<Figure, 'unit' | 'countUnit'>,
  language: Language,
): { readonly numerator: string; readonly denominator: string } {
  return {
    numerator: nameCountUnit(numeratorUnitOf(figure), language),
    denominator: nameCountUnit(figure.countUnit, language),
  };
}

/** Name of a unit as people read it; empty where each product has its own. */
export const nameCountUnit = (unit: Unit, language: Language): string =>
  unit === 'scale' ? '' : unitName((READER_UNITS[unit] ?? { unit }).unit, language);

/** In which unit the numerator of a figure is: of a mean or a pace in the value's own. */
export function numeratorUnitOf({
  unit,
  countUnit,
}: {
  readonly unit?: FigureUnit;
  readonly countUnit: CountUnit;
}): Unit {
  const isMean = unit !== undefined && MEAN_UNITS.includes(unit) && unit !== countUnit;
  return isMean ? (MEAN_TOTAL_UNITS[unit] ?? unit) : countUnit;
}

/** A difference in a figure's unit; rates differ in points: `3.2 个百分点`. Always positive. */
export function formatDifference(difference: number, unit: FigureUnit, style: FigureStyle): string {
  const amount = writeAmount(Math.abs(difference), unit, style);
  return joinAmount(unit === 'ratio' ? { ...amount, unit: text(style.language, 'figures', 'unit_points') } : amount);
}

/** How far a figure is from its planned value, in words: `滞后 3.2 个百分点`; null without a plan. */
export function formatLag(figure: Pick<Figure, 'lag' | 'unit'>, style: FigureStyle): string | null {
  if (figure.lag === null) return null;
  const lag = formatDifference(figure.lag, figure.unit, style);
  if (lag === formatDifference(0, figure.unit, style)) return text(style.language, 'figures', 'on_plan');
  return text(style.language, 'figures', figure.lag > 0 ? 'behind' : 'ahead', { lag });
}

/** Letter of a light, its third channel beside colour and shape: 绿 黄 红 —, G Y R —. */
export const lightLetter = (light: Light, language: Language): string => text(language, 'figures', `light_${light}`);

/** A count of anything that is not a figure: `2,400 户`. */
export const formatCount = (count: number, unit: Unit, style: FigureStyle): string =>
  joinAmount(writeAmount(count, unit, style));

/** Number with thousands separators and a fixed number of decimals, halves away from zero; minus as U+2212. */
export function formatNumber(value: number, decimals: number): string {
  // 1e-9 heals products such as 0.285 * 100 = 28.499999999999996 before rounding
  const factor = 10 ** decimals;
  const rounded = Math.round(Math.abs(value) * factor * (1 + 1e-12) + 1e-9) / factor;
  const [whole = '0', fraction] = rounded.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 && rounded !== 0 ? '−' : '';
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}.${fraction}`;
}

/** Date as people read it: `2026年11月22日`, `22 November 2026`. */
export function formatDate(date: IsoDate, language: Language): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  return text(language, 'figures', 'date', { year, month: monthName(Number(month), language), day: Number(day) });
}

/** Month `YYYY-MM` as people read it: `2026年11月`, `November 2026`. */
export function formatMonth(month: string, language: Language): string {
  const [year = '', number = '1'] = month.split('-');
  return text(language, 'figures', 'month', { year, month: monthName(Number(number), language) });
}

const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');

const monthName = (month: number, language: Language): string =>
  language === 'zh' ? String(month) : (MONTH_NAMES[month - 1] ?? String(month));

const decimalsOf = (unit: Unit, reading: Reading = 'map'): number =>
  unit === 'km' && reading === 'ledger' ? LEDGER_KILOMETER_DECIMALS : (DECIMALS[unit] ?? 0);

const unitName = (unit: Unit, language: Language): string =>
  unit === 'meters' || unit === 'yuan' || unit === 'meters_per_day' ? '' : text(language, 'figures', `unit_${unit}`);

const joinAmount = ({ value, unit }: WrittenAmount): string => (unit === '' ? value : `${value} ${unit}`);
