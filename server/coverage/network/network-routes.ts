import express, { type Request, type Response, Router } from 'express';
import { areaParamsSchema } from '#core/api/figures.ts';
import * as api from '#core/api/network.ts';
import type { ApiPath } from '../../http/api-path.ts';
import { parseBody, parseParams, parseQuery } from '../../http/parse-request.ts';
import { readLanguage } from '../../http/reader-language.ts';
import type { NetworkService } from './network-service.ts';

/** Room for the codes of 2,000 segments. */
const BODY_LIMIT = '200kb';

/** Routes of questions to the roads. */
export function createNetworkRoutes(service: NetworkService): Router {
  const router = Router();
  router.get('/api/distance', async (request, response) => {
    const query = parseQuery(api.distanceQuerySchema, request);
    send(response, await service.measureDistance(query, readLanguage(request)));
  });
  router.get('/api/nearest', async (request, response) => {
    const query = parseQuery(api.nearestQuerySchema, request);
    send(response, await service.findNearest(query, readLanguage(request)));
  });
  router.get('/api/reach', async (request, response) => {
    const query = parseQuery(api.reachQuerySchema, request);
    send(response, await service.computeReach(query, readLanguage(request)));
  });
  router.get('/api/areas/:code/gaps', (request, response) => answerGaps(service, request, response));
  router.get('/api/areas/:code/join-definitions', async (request, response) => {
    const { code } = parseParams(areaParamsSchema, request);
    const query = parseQuery(api.joinDefinitionsQuerySchema, request);
    send(response, await service.listDefinitions(code, query, readLanguage(request)));
  });
  router.post('/api/areas/:code/newly-joined', express.json({ limit: BODY_LIMIT }), async (request, response) => {
    const { code } = parseParams(areaParamsSchema, request);
    parseQuery(api.joinDefinitionsQuerySchema, request);
    const asked = parseBody(api.newlyJoinedRequestSchema, request);
    response.set('Cache-Control', 'no-store').json(await service.listNewlyJoined(code, asked, readLanguage(request)));
  });
  return router;
}

/** Sends an answer; Express tags it by its content and answers 304 to a reader who has it already. */
function send(response: Response, answer: object): void {
  response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language' }).json(answer);
}

async function answerGaps(service: NetworkService, request: Request, response: Response): Promise<void> {
  const { code } = parseParams(areaParamsSchema, request);
  const query = parseQuery(api.gapsQuerySchema, request);
  const language = readLanguage(request);
  if (query.format === 'json') {
    send(response, await service.listGaps(code, query, language));
    return;
  }
  const { fileName, csv } = await service.writeGaps(code, query, language);
  response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language' });
  response.attachment(fileName).type('text/csv; charset=utf-8').send(csv);
}

const tag = 'network';

/** The addresses of this feature, for the OpenAPI document. */
export const networkPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/distance',
    summary:
      'How far it is from places to places along roads, in kilometres and minutes; the way of a single pair. Places are lon,lat or codes, separated by semicolons.',
    tag,
    query: api.distanceQuerySchema,
    answer: api.distanceAnswerSchema,
  },
  {
    method: 'get',
    path: '/api/nearest',
    summary: 'The nearest place of each kind by minutes, from one place or several.',
    tag,
    query: api.nearestQuerySchema,
    answer: api.nearestAnswerSchema,
  },
  {
    method: 'get',
    path: '/api/reach',
    summary: 'Settlements, households and people within limits of a place, with surfaces for drawing.',
    tag,
    query: api.reachQuerySchema,
    answer: api.reachAnswerSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/gaps',
    summary: 'Settlements that must be joined and are not, each with the segments that would join it, or as CSV.',
    tag,
    params: areaParamsSchema,
    query: api.gapsQuerySchema,
    answer: api.gapsAnswerSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/join-definitions',
    summary: 'The share of settlements joined under the county’s own and every official definition, side by side.',
    tag,
    params: areaParamsSchema,
    query: api.joinDefinitionsQuerySchema,
    answer: api.joinDefinitionsAnswerSchema,
  },
  {
    method: 'post',
    path: '/api/areas/{code}/newly-joined',
    summary: 'Settlements that hardening the given segments would join.',
    tag,
    params: areaParamsSchema,
    query: api.joinDefinitionsQuerySchema,
    body: api.newlyJoinedRequestSchema,
    answer: api.newlyJoinedAnswerSchema,
  },
];
