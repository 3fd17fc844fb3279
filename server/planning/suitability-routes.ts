import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { areaParamsSchema } from '#core/api/figures.ts';
import * as api from '#core/api/suitability.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { ApiPath } from '#server/http/api-path.ts';
import { parseParams, parseQuery } from '#server/http/parse-request.ts';
import { readLanguage } from '#server/http/reader-language.ts';
import type { SuitabilityService } from './suitability-service.ts';

const COUNTY_DIGITS = 6;
const PNG = 'image/png';

const tag = 'planning';
const params = areaParamsSchema;

/** The addresses of this router. */
export const suitabilityPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/areas/{code}/suitability',
    summary:
      'Whether a site may stand at a place: every rule and factor as a sentence, and the nearest place that passes.',
    tag,
    params,
    query: api.suitabilityQuerySchema,
    answer: api.suitabilityAnswerSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/suitability/grid',
    summary:
      'Where a site may stand in the whole county: classes with their areas, and the address and corners of the picture.',
    tag,
    params,
    query: api.suitabilityGridQuerySchema,
    answer: api.suitabilityGridSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/suitability/grid.png',
    summary: 'The grid as a picture, one pixel a cell, rows even in Web Mercator.',
    tag,
    params,
    query: api.suitabilityGridQuerySchema,
    answer: PNG,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/suitability/sites',
    summary: 'Every site of the county, or of a plan, judged by the rules and factors, in classes.',
    tag,
    params,
    query: api.suitabilitySitesQuerySchema,
    answer: api.suitabilityAuditSchema,
  },
];

/** `/api/areas/{county}/suitability…`: where a site may stand. */
export function createSuitabilityRoutes(service: SuitabilityService): Router {
  const router = Router();
  router.get('/api/areas/:code/suitability', async (request, response) => {
    const countyCode = readCounty(request);
    const { at, ...place } = parseQuery(api.suitabilityQuerySchema, request);
    send(response, await service.judge({ ...place, countyCode }, at, readLanguage(request)));
  });
  router.get('/api/areas/:code/suitability/grid', async (request, response) => {
    const countyCode = readCounty(request);
    const { cellMeters, ...place } = parseQuery(api.suitabilityGridQuerySchema, request);
    send(response, await service.describeGrid({ ...place, countyCode }, cellMeters, readLanguage(request)));
  });
  router.get('/api/areas/:code/suitability/grid.png', async (request, response) => {
    const countyCode = readCounty(request);
    const { cellMeters, ...place } = parseQuery(api.suitabilityGridQuerySchema, request);
    sendPicture(request, response, await service.drawGrid({ ...place, countyCode }, cellMeters));
  });
  router.get('/api/areas/:code/suitability/sites', async (request, response) => {
    const countyCode = readCounty(request);
    const place = parseQuery(api.suitabilitySitesQuerySchema, request);
    send(response, await service.audit({ ...place, countyCode }, readLanguage(request)));
  });
  return router;
}

/** Rules belong to counties. */
function readCounty(request: Request): string {
  const { code } = parseParams(areaParamsSchema, request);
  if (code.length === COUNTY_DIGITS) return code;
  const county = code.slice(0, COUNTY_DIGITS);
  throw new InvalidInputError('county_code_needed', `Got ${code}, expected county ${county}`, { code, county });
}

/** Sends an answer; Express tags it by its content and answers 304 to a reader who has it already. */
function send(response: Response, answer: object): void {
  response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language' }).json(answer);
}

function sendPicture(request: Request, response: Response, picture: Uint8Array): void {
  const etag = `"${createHash('sha256').update(picture).digest('base64url').slice(0, 27)}"`;
  response.set({ ETag: etag, 'Cache-Control': 'private, no-cache' });
  if (request.fresh) response.status(304).end();
  else response.type(PNG).send(Buffer.from(picture));
}
