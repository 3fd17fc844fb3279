import { Router } from 'express';
import { areaParamsSchema } from '#core/api/figures.ts';
import { type NetworkReport, networkReportQuerySchema, networkReportSchema } from '#core/api/network.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { ApiPath } from '#server/http/api-path.ts';
import { parseParams, parseQuery } from '#server/http/parse-request.ts';
import { readLanguage } from '#server/http/reader-language.ts';
import { faultsToCsv } from './faults-csv.ts';
import { createNetworkReport, listAreaRoads, listFaults } from './network-report.ts';

const COUNTY_DIGITS = 6;

/** The addresses of this router. */
export const networkReportPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/areas/{code}/network',
    summary:
      'The roads of an area as a graph: links, nodes, components, and findings (gaps, bridges, moved ends, duplicates), paged or as CSV.',
    tag: 'network',
    params: areaParamsSchema,
    query: networkReportQuerySchema,
    answer: networkReportSchema,
  },
];

/** What the routes need of another feature, given by `compose.ts`. */
export interface NetworkReportRoutesOptions {
  /** A county at a day and a revision. */
  readonly getContext: (countyCode: string, asOf?: IsoDate, revision?: number) => Promise<IndicatorContext>;
}

/** `/api/areas/{code}/network`. */
export function createNetworkReportRoutes({ getContext }: NetworkReportRoutesOptions): Router {
  const router = Router();
  router.get('/api/areas/:code/network', async (request, response) => {
    const { code } = parseParams(areaParamsSchema, request);
    const query = parseQuery(networkReportQuerySchema, request);
    const language = readLanguage(request);
    const context = await getContext(code.slice(0, COUNTY_DIGITS), query.asOf, query.revision);
    const roads = listAreaRoads(context, code);
    response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language' });
    if (query.format === 'json') {
      const page = { kind: query.kind, offset: Number(query.cursor ?? 0), limit: query.limit, language };
      response.json(createNetworkReport(roads, page) satisfies NetworkReport);
      return;
    }
    const faults = listFaults(roads).filter(({ kind }) => query.kind === undefined || kind === query.kind);
    response.attachment(`${code}-network-${context.asOf}.csv`).type('text/csv; charset=utf-8');
    response.send(faultsToCsv(faults, language));
  });
  return router;
}
