import { setImmediate as giveWay } from 'node:timers/promises';
import { type Request, type Response, Router } from 'express';
import { taskSchema } from '#core/api/areas.ts';
import { pageOf } from '#core/api/common.ts';
import * as api from '#core/api/figures.ts';
import { InvalidInputError } from '#core/errors.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { rankAreas } from '#core/indicators/ranking.ts';
import { toReaderUnits } from '#core/indicators/reader-units.ts';
import { parseIndicatorCode } from '#core/indicators/register.ts';
import { computeRollUp } from '#core/indicators/roll-up.ts';
import { computeSeries } from '#core/indicators/series.ts';
import { listTasks } from '#core/indicators/tasks.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import type { CoverageService } from './coverage-service.ts';
import { benchmarksToAnswer, figureToAnswer, nameArea, rollUpToAnswer, rowToAnswer } from './figure-answers.ts';
import { rowsToCsv } from './rows-csv.ts';
import { sortRows } from './sort-rows.ts';
import { taskToAnswer } from './task-answers.ts';

/** After so long other requests have their turn. */
const SLICE_MS = 20;

/** Routes of figures, the rows behind them, series, ranking and tasks. */
export function createCoverageRoutes(service: CoverageService): Router {
  const router = Router();
  router.get('/api/areas/:code/indicators', (request, response) => answerIndicators(service, request, response));
  router.get('/api/areas/:code/indicators/:indicator/rows', (request, response) =>
    answerRows(service, request, response),
  );
  router.get('/api/areas/:code/indicators/:indicator/series', (request, response) =>
    answerSeries(service, request, response),
  );
  router.get('/api/areas/:code/ranking', (request, response) => answerRanking(service, request, response));
  router.get('/api/areas/:code/tasks', (request, response) => answerTasks(service, request, response));
  return router;
}

/** A part of a list, with the cursor of the next. */
function pageOfList<Item>(
  list: readonly Item[],
  { cursor = '0', limit }: { cursor?: string | undefined; limit: number },
) {
  const start = Number(cursor);
  const end = start + limit;
  return { items: list.slice(start, end), next: end < list.length ? String(end) : null };
}

/** Most indicators whose parts are told of all areas at once. */
const MOST_CODES_WITH_PARTS = 5;

async function answerIndicators(service: CoverageService, request: Request, response: Response): Promise<void> {
  const { code: areaCode } = parseParams(api.areaParamsSchema, request);
  const query = parseQuery(api.indicatorsQuerySchema, request);
  const codes = query.codes?.split(',').filter(Boolean).map(parseIndicatorCode) ?? INDICATOR_CODES;
  const context = await service.getContextOfArea({ areaCode, ...query });
  const parts = query.parts === undefined ? query.of !== 'all' : query.parts === 'all';
  if (parts && query.of === 'all') checkPartsOfAll(codes.length);
  const areas = service.listFigures(context, areaCode, {
    of: query.of,
    codes,
    compareWith: query.compareWith,
    options: { parts },
  });
  const reader = { language: readLanguage(request), context };
  const items: api.IndicatorsAnswer['items'] = [];
  let startedAt = performance.now();
  for (const area of areas) {
    items.push({
      area: area.areaCode,
      name: nameArea(reader, area.areaCode),
      figures: area.figures.map((figure) => figureToAnswer(reader, figure, { withTrend: parts })),
      previous: area.previous?.map((figure) => figureToAnswer(reader, figure)) ?? null,
    });
    if (performance.now() - startedAt < SLICE_MS) continue;
    await giveWay();
    startedAt = performance.now();
  }
  const { asOf, county } = context;
  response.json({ asOf, revision: county.revision, items, next: null } satisfies api.IndicatorsAnswer);
}

/** Parts of all areas below a county are some 36 MB for the whole register: they are asked a few indicators at a time. */
function checkPartsOfAll(count: number): void {
  if (count <= MOST_CODES_WITH_PARTS) return;
  throw new InvalidInputError('too_many_parts', `Got ${count} indicators with parts for all areas`, {
    count,
    most: MOST_CODES_WITH_PARTS,
  });
}

async function answerRows(service: CoverageService, request: Request, response: Response): Promise<void> {
  const { code: areaCode, indicator } = parseParams(api.indicatorParamsSchema, request);
  const query = parseQuery(api.rowsQuerySchema, request);
  const code = parseIndicatorCode(indicator);
  const context = await service.getContextOfArea({ areaCode, ...query });
  const { figure, rows } = service.traceFigure(context, code, { areaCode, part: query.part ?? null });
  const reader = { language: readLanguage(request), context };
  const chosen = query.which === 'all' ? rows : rows.filter(({ counts }) => counts === (query.which === 'counted'));
  const sorted = sortRows(chosen, query.sort);
  if (query.format === 'csv') {
    response.attachment(`${areaCode}-${code}-${context.asOf}.csv`).type('text/csv; charset=utf-8');
    response.send(
      rowsToCsv(
        sorted.map((row) => rowToAnswer(reader, figure, row)),
        figure,
        reader.language,
      ),
    );
    return;
  }
  const page = pageOfList(sorted, query);
  const rollUp = computeRollUp(context, code, { areaCode, part: query.part ?? null });
  const answer: api.FigureRowsAnswer = {
    figure: figureToAnswer(reader, figure, { withTrend: true }),
    total: rows.length,
    counted: rows.reduce((count, row) => count + (row.counts ? 1 : 0), 0),
    rollUp: rollUp && rollUpToAnswer(reader, figure, rollUp),
    items: page.items.map((row) => rowToAnswer(reader, figure, row)),
    next: page.next,
  };
  response.json(answer);
}

async function answerSeries(service: CoverageService, request: Request, response: Response): Promise<void> {
  const { code: areaCode, indicator } = parseParams(api.indicatorParamsSchema, request);
  const query = parseQuery(api.seriesQuerySchema, request);
  const code = parseIndicatorCode(indicator);
  const context = await service.getContextOfArea({ areaCode, ...query });
  const { points } = computeSeries(context, code, areaCode, {
    ...(query.from === undefined ? {} : { from: query.from }),
    ...(query.to === undefined ? {} : { to: query.to }),
  });
  // units as readers know them, by way of a figure with the point's values
  const figure = computeFigure(context, code, areaCode, { parts: false });
  const inReaderUnits = (value: number | null) => toReaderUnits({ ...figure, value }).value;
  const answer: api.SeriesAnswer = {
    code,
    unit: toReaderUnits(figure).unit,
    points: points.map((point) => ({
      ...point,
      value: inReaderUnits(point.value),
      planned: inReaderUnits(point.planned),
    })),
  };
  response.json(answer);
}

async function answerRanking(service: CoverageService, request: Request, response: Response): Promise<void> {
  const { code: areaCode } = parseParams(api.areaParamsSchema, request);
  const query = parseQuery(api.rankingQuerySchema, request);
  const indicator = parseIndicatorCode(query.indicator);
  const context = await service.getContextOfArea({ areaCode, ...query });
  const ranked = rankAreas(context, indicator, areaCode, {
    parts: false,
    ...(query.compareWith === undefined ? {} : { compareWith: context.at(query.compareWith) }),
  });
  const reader = { language: readLanguage(request), context };
  const answer: api.RankingAnswer = {
    indicator,
    asOf: context.asOf,
    items: ranked.map(({ area, rank, previousRank, figure }) => ({
      rank,
      previousRank,
      area,
      name: nameArea(reader, area),
      figure: figureToAnswer(reader, figure),
    })),
    benchmarks: benchmarksToAnswer(reader, indicator),
  };
  response.json(answer);
}

async function answerTasks(service: CoverageService, request: Request, response: Response): Promise<void> {
  const { code: areaCode } = parseParams(api.areaParamsSchema, request);
  const query = parseQuery(api.tasksQuerySchema, request);
  const context = await service.getContextOfArea({ areaCode, ...query });
  const tasks = listTasks(context, areaCode).filter(({ state }) => query.state === undefined || state === query.state);
  const reader = { language: readLanguage(request), context };
  const { items, next } = pageOfList(tasks, query);
  response.json({ items: items.map((task) => taskToAnswer(reader, task)), next });
}

const tag = 'indicators';

/** The addresses of this feature, for the OpenAPI document. */
export const coveragePaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/areas/{code}/indicators',
    summary: 'Figures of an area, of its children or of all areas below it, at a day.',
    tag,
    params: api.areaParamsSchema,
    query: api.indicatorsQuerySchema,
    answer: api.indicatorsAnswerSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/indicators/{indicator}/rows',
    summary: 'The rows behind a figure, page by page or as CSV.',
    tag,
    params: api.indicatorParamsSchema,
    query: api.rowsQuerySchema,
    answer: api.figureRowsAnswerSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/indicators/{indicator}/series',
    summary: 'A figure month by month, actual beside planned.',
    tag,
    params: api.indicatorParamsSchema,
    query: api.seriesQuerySchema,
    answer: api.seriesAnswerSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/ranking',
    summary: 'Children of an area ranked by one indicator, with benchmarks of the level above.',
    tag,
    params: api.areaParamsSchema,
    query: api.rankingQuerySchema,
    answer: api.rankingAnswerSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/tasks',
    summary: 'Tasks of an area at a day, late ones first.',
    tag,
    params: api.areaParamsSchema,
    query: api.tasksQuerySchema,
    answer: pageOf(taskSchema),
  },
];
