import { computeFigure, type FigureOptions } from './compute.ts';
import type { IndicatorContext } from './context.ts';
import type { FigureWithParts, IndicatorCode } from './figure.ts';
import { INDICATORS } from './register.ts';

/** A child area in a ranking. `rank` null = not applicable, or beyond what the county shows. */
export interface RankedArea {
  readonly area: string;
  readonly rank: number | null;
  readonly previousRank: number | null;
  readonly figure: FigureWithParts;
}

/** How an area is ranked. */
export interface RankingOptions extends FigureOptions {
  /** The same county at an earlier day, for the change of rank. */
  readonly compareWith?: IndicatorContext;
}

/**
 * Children of an area by one indicator, best first: ties share a rank (1, 1, 3), what is not applicable comes last without one. The county's
 * setting shows all ranks, the front half, or none.
 *
 * @throws {NotFoundError} `unknown_area`
 */
export function rankAreas(
  context: IndicatorContext,
  code: IndicatorCode,
  areaCode: string,
  options: RankingOptions = {},
): readonly RankedArea[] {
  const figures = rankFigures(context, code, areaCode, options);
  const previous = options.compareWith && rankFigures(options.compareWith, code, areaCode, { parts: false });
  const previousRanks = new Map(previous?.map(({ figure, rank }) => [figure.area, rank]));
  return figures.map(({ figure, rank }) => ({
    area: figure.area,
    rank,
    previousRank: previousRanks.get(figure.area) ?? null,
    figure,
  }));
}

interface RankedFigure {
  readonly figure: FigureWithParts;
  readonly rank: number | null;
}

function rankFigures(
  context: IndicatorContext,
  code: IndicatorCode,
  areaCode: string,
  options: FigureOptions,
): readonly RankedFigure[] {
  const children = context.index.children.get(context.scope(areaCode).code) ?? [];
  const direction = INDICATORS[code].betterDirection === 'down' ? -1 : 1;
  const figures = children.map((child) => computeFigure(context, code, child, options));
  const worth = ({ value }: FigureWithParts) => (value === null ? Number.NEGATIVE_INFINITY : direction * value);
  const sorted = figures.toSorted((a, b) => compareNumbers(worth(b), worth(a)) || (a.area < b.area ? -1 : 1));
  return hideRanks(giveRanks(sorted), context.county.settings.ranking);
}

/** `a - b` that also holds for two infinities. */
const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function giveRanks(sorted: readonly FigureWithParts[]): readonly RankedFigure[] {
  let rank = 0;
  return sorted.map((figure, place) => {
    if (figure.value === null) return { figure, rank: null };
    if (place === 0 || sorted[place - 1]?.value !== figure.value) rank = place + 1;
    return { figure, rank };
  });
}

/** Takes away the ranks that the county does not show. */
function hideRanks(ranked: readonly RankedFigure[], shown: 'all' | 'front_half' | 'none'): readonly RankedFigure[] {
  if (shown === 'all') return ranked;
  const applicable = ranked.filter(({ rank }) => rank !== null).length;
  const limit = shown === 'none' ? 0 : Math.ceil(applicable / 2);
  return ranked.map(({ figure, rank }) => ({ figure, rank: rank !== null && rank <= limit ? rank : null }));
}
