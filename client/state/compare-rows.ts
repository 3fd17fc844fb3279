import type { CompareAnswer } from '#core/api/plans.ts';
import type { CountUnit } from '#core/indicators/figure.ts';
import { formatFraction, formatNumber, writeFigureValue } from '#core/indicators/format-figure.ts';
import { INDICATORS } from '#core/indicators/register.ts';
import { writeChange } from '#core/indicators/write-change.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

type ComparedFigure = CompareAnswer['rows'][number]['figures'][number];
type Direction = 'up' | 'down' | 'none';

/** A cell: a value, its change from the first column and whether that is for the better. */
export interface CompareCell {
  readonly value: string;
  readonly unit: string;
  readonly detail: string | null;
  readonly light: ComparedFigure['light'] | null;
  /** Empty = none. */
  readonly change: string;
  readonly tone: 'better' | 'worse' | 'neutral';
}

/** A line of the table: an indicator or a cost. */
export interface CompareLine {
  readonly key: string;
  readonly label: string;
  readonly isSample: boolean;
  readonly cells: readonly CompareCell[];
}

/** The figures, one line each. */
export const listFigureLines = ({ rows }: CompareAnswer, language: Language): readonly CompareLine[] =>
  rows.map(({ indicator, name, betterDirection, figures }) => ({
    key: indicator,
    label: `${indicator} ${name}`,
    isSample: false,
    cells: figures.map((figure) => createFigureCell(figure, figures[0], { betterDirection, language })),
  }));

/** A figure beside that of the first column. */
export function createFigureCell(
  figure: ComparedFigure,
  first: ComparedFigure | undefined,
  {
    language,
    betterDirection = INDICATORS[figure.code].betterDirection,
  }: {
    readonly language: Language;
    readonly betterDirection?: Direction;
  },
): CompareCell {
  const change = figure === first ? '' : writeChange(first, figure);
  return {
    ...writeFigureValue(figure, { language }),
    detail: formatFraction({ ...figure, countUnit: figure.countUnit as CountUnit }, { language }),
    light: figure.light,
    change,
    tone: toneOf(change, betterDirection),
  };
}

const WAN_DECIMALS = 2;

/** What is left to build and to pay. */
export function listCostLines({ columns }: CompareAnswer, language: Language): readonly CompareLine[] {
  const isSample = columns.some(({ hasSampleCosts }) => hasSampleCosts);
  const line = (
    key: 'cost_sites' | 'cost_roads' | 'cost_all' | 'hardened',
    amounts: readonly number[],
  ): CompareLine => ({
    key,
    label: text(language, 'compare', key),
    isSample: isSample && key !== 'hardened',
    cells: amounts.map((amount) =>
      createAmountCell(amount, amounts[0] ?? 0, {
        decimals: key === 'hardened' ? 1 : WAN_DECIMALS,
        betterDirection: key === 'hardened' ? 'none' : 'down',
      }),
    ),
  });
  return [
    line(
      'cost_sites',
      columns.map(({ siteWanYuan }) => siteWanYuan),
    ),
    line(
      'cost_roads',
      columns.map(({ roadWanYuan }) => roadWanYuan),
    ),
    line(
      'cost_all',
      columns.map(({ siteWanYuan, roadWanYuan }) => siteWanYuan + roadWanYuan),
    ),
    line(
      'hardened',
      columns.map(({ hardenedKm }) => hardenedKm),
    ),
  ];
}

/** An amount beside that of the first column. */
export function createAmountCell(
  amount: number,
  first: number,
  {
    decimals = WAN_DECIMALS,
    betterDirection = 'down',
  }: { readonly decimals?: number; readonly betterDirection?: Direction } = {},
): CompareCell {
  const written = formatNumber(amount - first, decimals);
  const isNone = formatNumber(Math.abs(amount - first), decimals) === formatNumber(0, decimals);
  const change = isNone ? '' : amount > first ? `+${written}` : written;
  return {
    value: formatNumber(amount, decimals),
    unit: '',
    detail: null,
    light: null,
    change,
    tone: toneOf(change, betterDirection),
  };
}

function toneOf(change: string, better: Direction): CompareCell['tone'] {
  if (change === '' || better === 'none') return 'neutral';
  return change.startsWith('+') === (better === 'up') ? 'better' : 'worse';
}
