import { type Request, Router } from 'express';
import { z } from 'zod';
import { ogcDocumentQuerySchema, ogcItemQuerySchema, ogcItemsQuerySchema } from '#core/api/ogc.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseInput, parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import * as documents from './ogc-documents.ts';
import { createOgcOpenApi } from './ogc-openapi.ts';
import { createOgcService, type OgcPage, type OgcService } from './ogc-service.ts';

const GEOJSON = 'application/geo+json';
const tag = 'ogc';

const collectionParams = z.object({ collectionId: z.string().max(60) });
const itemParams = collectionParams.extend({ featureId: z.string().max(60) });

/** Addresses of this feature. */
export const ogcPaths: readonly ApiPath[] = [
  document('/ogc', 'OGC API Features 1.0: the landing page that GIS software is given.'),
  document('/ogc/conformance', 'Conformance classes of OGC API Features.'),
  document('/ogc/api', 'The OpenAPI 3.0 document of the collections.'),
  document('/ogc/collections', 'Layers of every county as collections of features.'),
  {
    ...document('/ogc/collections/{collectionId}', 'One layer of a county: extent, reference systems, links.'),
    params: collectionParams,
  },
  {
    method: 'get',
    path: '/ogc/collections/{collectionId}/items',
    summary: 'Features of a layer as GeoJSON: by box, by day, by columns, page by page.',
    tag,
    params: collectionParams,
    query: ogcItemsQuerySchema,
    answer: GEOJSON,
  },
  {
    method: 'get',
    path: '/ogc/collections/{collectionId}/items/{featureId}',
    summary: 'One feature as GeoJSON.',
    tag,
    params: itemParams,
    query: ogcItemQuerySchema,
    answer: GEOJSON,
  },
];

function document(path: string, summary: string): ApiPath {
  return { method: 'get', path, summary, tag, query: ogcDocumentQuerySchema, answer: 'application/json' };
}

/** Routes of OGC API Features. */
export function createOgcRoutes({
  version,
  ...parts
}: Parameters<typeof createOgcService>[0] & { readonly version: string }): Router {
  const service = createOgcService(parts);
  const router = Router();
  addDocuments(router, service, version);
  router.get('/ogc/collections/:collectionId/items', async (request, response) => {
    const collection = await service.getCollection(parseParams(collectionParams, request).collectionId);
    const { known, filters } = splitQuery(request);
    const page = service.listItems(collection, parseInput(ogcItemsQuerySchema, known, 'invalid_parameter'), filters);
    response.set('Content-Crs', `<${page.crs}>`).type(GEOJSON);
    response.send(JSON.stringify(writePage(request, page)));
  });
  router.get('/ogc/collections/:collectionId/items/:featureId', async (request, response) => {
    const { collectionId, featureId } = parseParams(itemParams, request);
    const query = parseQuery(ogcItemQuerySchema.strict(), request);
    const collection = await service.getCollection(collectionId);
    const { feature, crs } = service.getItem(collection, featureId, query.crs);
    const address = `${readBase(request)}/collections/${collection.id}`;
    const links: documents.OgcLink[] = [
      { href: `${address}/items/${encodeURIComponent(featureId)}`, rel: 'self', type: GEOJSON },
      { href: address, rel: 'collection', type: 'application/json' },
    ];
    response.set('Content-Crs', `<${crs}>`).type(GEOJSON);
    response.send(JSON.stringify({ ...feature, links }));
  });
  return router;
}

function addDocuments(router: Router, service: OgcService, version: string): void {
  const readerOf = (request: Request): documents.OgcReader => {
    parseQuery(ogcDocumentQuerySchema.strict(), request);
    return { base: readBase(request), language: readLanguage(request) };
  };
  router.get('/ogc', (request, response) => {
    response.json(documents.createLandingPage(readerOf(request)));
  });
  router.get('/ogc/conformance', (request, response) => {
    readerOf(request);
    response.json({ conformsTo: documents.CONFORMANCE });
  });
  router.get('/ogc/api', async (request, response) => {
    const openApi = createOgcOpenApi(await service.listCollections(), readerOf(request), version);
    response.type(documents.OPENAPI_TYPE).send(JSON.stringify(openApi));
  });
  router.get('/ogc/collections', async (request, response) => {
    response.json(documents.describeCollections(await service.listCollections(), readerOf(request)));
  });
  router.get('/ogc/collections/:collectionId', async (request, response) => {
    const { collectionId } = parseParams(collectionParams, request);
    response.json(documents.describeCollection(await service.getCollection(collectionId), readerOf(request)));
  });
}

const readBase = (request: Request): string => `${request.protocol}://${request.get('host') ?? 'localhost'}/ogc`;

/** Parameters of the interface, and the others, which are columns. */
function splitQuery(request: Request): {
  readonly known: Readonly<Record<string, unknown>>;
  readonly filters: Readonly<Record<string, string>>;
} {
  const names = Object.keys(ogcItemsQuerySchema.shape);
  const given = Object.entries(request.query);
  const filters = given.filter(([name]) => !names.includes(name));
  const many = filters.find(([, value]) => typeof value !== 'string');
  if (many !== undefined) {
    const details = { field: many[0], got: JSON.stringify(many[1]).slice(0, 40), expected: '"…"' };
    throw new InvalidInputError('invalid_parameter', `Got several values of ${many[0]}`, details);
  }
  return {
    known: Object.fromEntries(given.filter(([name]) => names.includes(name))),
    filters: Object.fromEntries(filters.map(([name, value]) => [name, String(value)])),
  };
}

/** A FeatureCollection with counts, time and the addresses of the pages beside it. */
function writePage(request: Request, { features, matched, offset, limit }: OgcPage): object {
  const origin = `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  const pageAt = (start: number): string => {
    const address = new URL(request.originalUrl, origin);
    address.searchParams.set('offset', String(start));
    address.searchParams.set('limit', String(limit));
    return address.href;
  };
  const link = (rel: string, href: string): documents.OgcLink => ({ href, rel, type: GEOJSON });
  return {
    type: 'FeatureCollection',
    timeStamp: new Date().toISOString(),
    numberMatched: matched,
    numberReturned: features.length,
    links: [
      link('self', `${origin}${request.originalUrl}`),
      ...(offset + limit < matched ? [link('next', pageAt(offset + limit))] : []),
      ...(offset > 0 ? [link('prev', pageAt(Math.max(0, offset - limit)))] : []),
    ],
    features,
  };
}
