import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Router } from 'express';
import { z } from 'zod';
import { tileJsonSchema, tileLayerSchema, tileParamsSchema, tileQuerySchema } from '#core/api/tiles.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import { createTilesService } from './tiles-service.ts';

const MVT = 'application/vnd.mapbox-vector-tile';
const gzipBytes = promisify(gzip);
const layerParams = z.object({ layer: tileLayerSchema });
const tag = 'tiles';

/** Addresses of this feature. */
export const tilePaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/tiles/{layer}/{z}/{x}/{y}.mvt',
    summary: 'A vector tile of a county or one of its layers; 204 where nothing lies.',
    tag,
    params: tileParamsSchema,
    query: tileQuerySchema,
    answer: MVT,
  },
  {
    method: 'get',
    path: '/tiles/{layer}.json',
    summary: 'TileJSON 3.0.0 of a county or one of its layers.',
    tag,
    params: layerParams,
    query: tileQuerySchema,
    answer: tileJsonSchema,
  },
];

/** Routes of vector tiles. */
export function createTileRoutes(parts: Parameters<typeof createTilesService>[0]): Router {
  const service = createTilesService(parts);
  const router = Router();
  router.get('/tiles/:layer/:z/:x/:y.mvt', async (request, response) => {
    const address = parseParams(tileParamsSchema, request);
    const { asOf } = parseQuery(tileQuerySchema, request);
    const tile = await service.getTile(address, asOf);
    response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' });
    if (tile.byteLength === 0) {
      response.status(204).end();
      return;
    }
    response.type(MVT);
    if (request.acceptsEncodings('gzip') === 'gzip') {
      response.set('Content-Encoding', 'gzip').send(await gzipBytes(tile));
    } else response.send(Buffer.from(tile));
  });
  router.get('/tiles/:layer.json', async (request, response) => {
    const { layer } = parseParams(layerParams, request);
    parseQuery(tileQuerySchema, request);
    const base = `${request.protocol}://${request.get('host') ?? 'localhost'}/tiles`;
    response.json(await service.describe(layer, { base, language: readLanguage(request) }));
  });
  return router;
}
