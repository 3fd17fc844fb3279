import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { NotFoundError } from '#core/errors.ts';
import { computeFigure, computeFigures, type FigureOptions } from '#core/indicators/compute.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { FigureRow, FigureWithParts, IndicatorCode } from '#core/indicators/figure.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { createPlannedContext } from '#core/planning/planned-context.ts';

/** A county, an area of it and a day at a data revision. */
export interface Place {
  /** Area code; its first six digits are the county. */
  readonly areaCode: string;
  /** Defaults to the county's data date. */
  readonly asOf?: IsoDate | undefined;
  /** Defaults to the newest. */
  readonly revision?: number | undefined;
}

/** Figures of one area, and the same at an earlier day. */
export interface AreaFigures {
  readonly areaCode: string;
  readonly figures: readonly FigureWithParts[];
  readonly previous: readonly FigureWithParts[] | null;
}

/** What figures are asked for. */
export interface FiguresQuery {
  readonly of: 'self' | 'children' | 'all';
  readonly codes: readonly IndicatorCode[];
  readonly compareWith?: IsoDate | undefined;
  readonly options: FigureOptions;
}

/** Coverage: figures of a county at a day, from a snapshot in memory. */
export interface CoverageService {
  /**
   * The context of a county at a day, kept for the next request; maps and sheets read the same one.
   *
   * @throws {NotFoundError} `unknown_area`
   * @throws {InvalidInputError} `invalid_date`
   */
  getContext(countyCode: string, asOf?: IsoDate, revision?: number): Promise<IndicatorContext>;
  /** The context of an area's county, in which the area exists. */
  getContextOfArea(place: Place): Promise<IndicatorContext>;
  /** Figures area by area, computed while one goes through them: with all parts those of a whole county take seconds. */
  listFigures(context: IndicatorContext, areaCode: string, query: FiguresQuery): Iterable<AreaFigures>;
  /** A figure (or one of its parts) with the rows behind it. */
  traceFigure(
    context: IndicatorContext,
    code: IndicatorCode,
    place: { readonly areaCode: string; readonly part: string | null },
  ): { readonly figure: FigureWithParts; readonly rows: readonly FigureRow[] };
}

/** Creates the service. `getCounty` answers the same object for the same revision, so that contexts can be kept with it. */
export function createCoverageService({
  getCounty,
}: {
  readonly getCounty: (countyCode: string, revision?: number) => Promise<County>;
}): CoverageService {
  const contexts = new WeakMap<County, IndicatorContext>();
  const getContext: CoverageService['getContext'] = async (countyCode, asOf, revision) => {
    const county = await getCounty(countyCode, revision);
    const context = contexts.get(county) ?? createPlannedContext(county);
    contexts.set(county, context);
    return asOf === undefined || asOf === context.asOf ? context : context.at(asOf);
  };
  return {
    getContext,
    getContextOfArea: async ({ areaCode, asOf, revision }) => {
      const context = await getContext(areaCode.slice(0, 6), asOf, revision);
      context.scope(areaCode);
      return context;
    },
    listFigures,
    traceFigure,
  };
}

function* listFigures(context: IndicatorContext, areaCode: string, query: FiguresQuery): Iterable<AreaFigures> {
  const earlier = query.compareWith === undefined ? null : context.at(query.compareWith);
  for (const code of listAreaCodes(context, areaCode, query.of)) {
    yield {
      areaCode: code,
      figures: computeFigures(context, code, query.codes, query.options),
      previous: earlier && computeFigures(earlier, code, query.codes, query.options),
    };
  }
}

/** The area itself, its children, or everything below it. */
function listAreaCodes(context: IndicatorContext, areaCode: string, of: FiguresQuery['of']): readonly string[] {
  if (of === 'self') return [areaCode];
  if (of === 'children') return context.index.children.get(areaCode) ?? [];
  const { start, end } = context.scope(areaCode).areas();
  return context.county.areas
    .slice(start, end)
    .map(({ code }) => code)
    .filter((code) => code !== areaCode);
}

const traceFigure: CoverageService['traceFigure'] = (context, code, { areaCode, part }) => {
  const headline = computeFigure(context, code, areaCode);
  const found = part === null ? headline : headline.parts.find((figure) => figure.part === part);
  if (!found) {
    throw new NotFoundError('unknown_part', `Got part ${part} when expected a part of ${code} in ${areaCode}`, {
      part: part ?? '',
      indicator: code,
    });
  }
  const figure = part === null ? headline : { ...found, parts: [] };
  return { figure, rows: listFigureRows(context, code, areaCode, part) };
};
