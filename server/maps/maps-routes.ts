import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { areaCodeSchema, mapKindSchema } from '#core/api/common.ts';
import { featureLayerSchema, featuresQuerySchema, mapQuerySchema, reliefQuerySchema } from '#core/api/maps.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import type { CachedAnswer } from './answer-cache.ts';
import { createMapsService, type MapsService } from './maps-service.ts';

const areaParams = z.object({ code: areaCodeSchema });
const mapParams = areaParams.extend({ map: mapKindSchema });
const layerParams = areaParams.extend({ layer: featureLayerSchema });

const GEOJSON = 'application/geo+json';

/** Addresses of this feature. */
export const mapPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/areas/{code}/maps/{map}',
    summary: 'One of the four maps of an area as data: sources, layers, legend, figures, notes.',
    tag: 'maps',
    params: mapParams,
    query: mapQuerySchema,
    answer: 'application/json',
  },
  {
    method: 'get',
    path: '/api/areas/{code}/features/{layer}',
    summary: 'One layer of an area at a date as GeoJSON, EPSG:4490.',
    tag: 'maps',
    params: layerParams,
    query: featuresQuerySchema,
    answer: GEOJSON,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/relief.png',
    summary: "Shaded relief over the box of the county's elevation grid, transparent, rows even in mercator.",
    tag: 'maps',
    params: areaParams,
    query: reliefQuerySchema,
    answer: 'image/png',
  },
];

/** Routes of maps, features and relief over the contexts of the coverage feature. */
export function createMapRoutes(parts: Parameters<typeof createMapsService>[0]): Router {
  const service: MapsService = createMapsService(parts);
  const router = Router();
  router.get('/api/areas/:code/maps/:map', async (request, response) => {
    const { code, map } = parseParams(mapParams, request);
    const { asOf, revision, palette } = parseQuery(mapQuerySchema, request);
    const look = { map, palette, language: readLanguage(request) };
    send(request, response, await service.getMap({ areaCode: code, asOf, revision }, look), 'application/json');
  });
  router.get('/api/areas/:code/features/:layer', async (request, response) => {
    const { code, layer } = parseParams(layerParams, request);
    const { asOf, revision } = parseQuery(featuresQuerySchema, request);
    const answer = await service.getFeatures({ areaCode: code, asOf, revision }, layer, readLanguage(request));
    send(request, response, answer, GEOJSON);
  });
  router.get('/api/areas/:code/relief.png', async (request, response) => {
    const { code } = parseParams(areaParams, request);
    const { asOf, revision, theme, detail } = parseQuery(reliefQuerySchema, request);
    send(
      request,
      response,
      await service.getRelief({ areaCode: code, asOf, revision }, { theme, detail }),
      'image/png',
    );
  });
  return router;
}

/** Sends an answer with its tag, or 304 when the reader has it already. */
function send(request: Request, response: Response, { body, etag }: CachedAnswer, type: string): void {
  response.set({ ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language' });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.type(type).send(body);
}
