import { METERS_PER_KILOMETER, YUAN_PER_WAN } from '../units.ts';
import type { CountUnit, Figure, FigureRow, FigureUnit, FigureWithParts } from './figure.ts';
import type { RollUp } from './roll-up.ts';

/** Units of core and what people read instead. */
const READER_UNITS: Readonly<Partial<Record<FigureUnit, { readonly unit: FigureUnit; readonly size: number }>>> = {
  meters: { unit: 'km', size: METERS_PER_KILOMETER },
  meters_per_day: { unit: 'km_per_day', size: METERS_PER_KILOMETER },
  yuan: { unit: 'wan_yuan', size: YUAN_PER_WAN },
};

const READER_COUNT_UNITS: Readonly<Partial<Record<CountUnit, { readonly unit: CountUnit; readonly size: number }>>> = {
  meters: { unit: 'km', size: METERS_PER_KILOMETER },
  yuan: { unit: 'wan_yuan', size: YUAN_PER_WAN },
};

const divide = (amount: number | null, size: number): number | null => (amount === null ? null : amount / size);

/** What numerators and denominators of a figure are divided by. Means and paces have their numerator in the value's unit. */
function sizesOf({ unit, countUnit }: Pick<Figure, 'unit' | 'countUnit'>): { numerator: number; denominator: number } {
  const denominator = READER_COUNT_UNITS[countUnit]?.size ?? 1;
  return { denominator, numerator: denominator === 1 ? (READER_UNITS[unit]?.size ?? 1) : denominator };
}

/** A figure as people read it: km, 万元 and km a day instead of metres, yuan and metres a day. The only place where core units end. */
export function toReaderUnits(figure: Figure): Figure {
  if (!READER_UNITS[figure.unit] && !READER_COUNT_UNITS[figure.countUnit]) return figure;
  const size = READER_UNITS[figure.unit]?.size ?? 1;
  const sizes = sizesOf(figure);
  return {
    ...figure,
    unit: READER_UNITS[figure.unit]?.unit ?? figure.unit,
    countUnit: READER_COUNT_UNITS[figure.countUnit]?.unit ?? figure.countUnit,
    value: divide(figure.value, size),
    numerator: divide(figure.numerator, sizes.numerator),
    denominator: divide(figure.denominator, sizes.denominator),
    lag: divide(figure.lag, size),
    target: figure.target && {
      ...figure.target,
      value: figure.target.value / size,
      plannedNow: divide(figure.target.plannedNow, size),
    },
  };
}

/** A figure and its parts as people read them. */
export const figureToReaderUnits = (figure: FigureWithParts): FigureWithParts => ({
  ...toReaderUnits(figure),
  parts: figure.parts.map(toReaderUnits),
});

/** A row behind a figure in the units in which people read that figure; pairs are households and people, which stay. */
export function rowToReaderUnits(row: FigureRow, figure: Pick<Figure, 'unit' | 'countUnit'>): FigureRow {
  const sizes = sizesOf(figure);
  return { ...row, numerator: row.numerator / sizes.numerator, denominator: row.denominator / sizes.denominator };
}

/** An amount in the unit of a figure's value as people read it. */
export const valueToReaderUnits = (value: number, { unit }: Pick<Figure, 'unit'>): number =>
  value / (READER_UNITS[unit]?.size ?? 1);

/** Sums and differences of a roll-up as people read that figure. */
export function rollUpToReaderUnits(rollUp: RollUp, figure: Pick<Figure, 'unit' | 'countUnit'>): RollUp {
  const sizes = sizesOf(figure);
  return {
    ...rollUp,
    numerator: divide(rollUp.numerator, sizes.numerator),
    denominator: divide(rollUp.denominator, sizes.denominator),
    differenceNumerator: divide(rollUp.differenceNumerator, sizes.numerator),
    differenceDenominator: divide(rollUp.differenceDenominator, sizes.denominator),
  };
}
