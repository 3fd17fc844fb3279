import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Router } from 'express';
import { z } from 'zod';
import { areaCodeSchema } from '#core/api/common.ts';
import type { County } from '#core/county/county.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseParams, parseQuery } from '../http/parse-request.ts';
import type { SnapshotService } from './snapshot-service.ts';

const COUNTY_DIGITS = 6;
const paramsSchema = z.object({ code: areaCodeSchema });
const querySchema = z.object({ revision: z.coerce.number().int().min(1).optional() });

/** The address of this router. */
export const snapshotPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/areas/{code}/planning-county',
    summary: 'What the page needs of a county to evaluate plans by itself, at a revision; by default the newest.',
    tag: 'planning',
    params: paramsSchema,
    query: querySchema,
    answer: 'application/json',
  },
];

/** What these routes are made over. */
export interface SnapshotRoutesParts {
  readonly getCounty: (countyCode: string, revision?: number) => Promise<County>;
  readonly service: SnapshotService;
}

/** `GET /api/areas/{code}/planning-county`: compressed once, then sent as it is. */
export function createSnapshotRoutes({ getCounty, service }: SnapshotRoutesParts): Router {
  const router = Router();
  router.get('/api/areas/:code/planning-county', async (request, response) => {
    const { code } = parseParams(paramsSchema, request);
    const { revision } = parseQuery(querySchema, request);
    const county = await getCounty(code.slice(0, COUNTY_DIGITS), revision);
    const { body, etag } = await service.getSnapshot(county);
    response.set({ ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    response.type('application/json');
    if (request.acceptsEncodings('gzip') === 'gzip') response.set('Content-Encoding', 'gzip').send(Buffer.from(body));
    else response.send(await promisify(gunzip)(body));
  });
  return router;
}
