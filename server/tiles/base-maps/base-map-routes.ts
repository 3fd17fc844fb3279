import { Router } from 'express';
import { baseMapListSchema, baseMapQuerySchema, baseMapTileSchema } from '#core/api/base-maps.ts';
import type { ApiPath } from '../../http/api-path.ts';
import { parseParams, parseQuery } from '../../http/parse-request.ts';
import { readLanguage } from '../../http/reader-language.ts';
import type { BaseMapsService } from './base-maps-service.ts';

const tag = 'tiles';

/** Addresses of base maps. */
export const baseMapPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/basemaps',
    summary:
      'Base maps that can lie under the wall map: files of the folder basemaps, and Tianditu where there is a key.',
    tag,
    query: baseMapQuerySchema,
    answer: baseMapListSchema,
  },
  {
    method: 'get',
    path: '/basemaps/{id}/{z}/{x}/{y}',
    summary: 'A tile of a base map; 204 where the file has none.',
    tag,
    params: baseMapTileSchema,
    answer: 'application/octet-stream',
  },
];

/** Routes of base maps. @param folder as people are told it */
export function createBaseMapRoutes({
  service,
  folder,
}: {
  readonly service: BaseMapsService;
  readonly folder: string;
}): Router {
  const router = Router();
  router.get('/api/basemaps', async (request, response) => {
    parseQuery(baseMapQuerySchema, request);
    response.json({ items: await service.list(readLanguage(request)), folder });
  });
  router.get('/basemaps/:id/:z/:x/:y', async (request, response) => {
    const { id, ...address } = parseParams(baseMapTileSchema, request);
    const tile = await service.findTile(id, address);
    response.set('Cache-Control', 'private, max-age=3600');
    if (tile === undefined) {
      response.status(204).end();
      return;
    }
    if (tile.encoding !== null) response.set('Content-Encoding', tile.encoding);
    response.type(tile.mediaType).send(Buffer.from(tile.bytes));
  });
  return router;
}
