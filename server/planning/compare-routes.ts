import { Router } from 'express';
import { compareAnswerSchema, compareQuerySchema, countyParamsSchema } from '#core/api/plans.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import { comparisonToAnswer } from './compare-answers.ts';
import type { CompareService } from './compare-service.ts';

/** The addresses of this router. */
export const comparePaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/plans/{county}/compare',
    summary:
      'Two to six plans or `today` side by side at the end of a year: figures, costs, towns, and what the first and the last differ in.',
    tag: 'planning',
    params: countyParamsSchema,
    query: compareQuerySchema,
    answer: compareAnswerSchema,
  },
];

/** `/api/plans/{county}/compare`; stands before the router of plans, which would take `compare` for a plan. */
export function createCompareRoutes(service: CompareService): Router {
  const router = Router();
  router.get('/api/plans/:county/compare', async (request, response) => {
    const { county } = parseParams(countyParamsSchema, request);
    const { plans, year } = parseQuery(compareQuerySchema, request);
    const compared = await service.compare(county, { plans: plans.split(','), year });
    response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language' });
    response.json(comparisonToAnswer(readLanguage(request), compared));
  });
  return router;
}
