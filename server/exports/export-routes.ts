import { type Response, Router } from 'express';
import { blankQuerySchema, exportParamsSchema, exportQuerySchema } from '#core/api/exports.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import type { ExportService } from './export-service.ts';
import type { OutFile } from './out-table.ts';

const tag = 'exports';

/** Addresses of this feature. */
export const exportPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/exports/{code}',
    summary:
      'Ledgers, indicators or the layers of a map of an area as a file: workbook, CSV, GeoJSON, GeoPackage, shapefile or KML.',
    tag,
    params: exportParamsSchema,
    query: exportQuerySchema,
    answer: 'application/octet-stream',
  },
  {
    method: 'get',
    path: '/api/exports/{code}/blank',
    summary: 'An empty ledger as a workbook with lists of choices and the villages of the area.',
    tag,
    params: exportParamsSchema,
    query: blankQuerySchema,
    answer: 'application/octet-stream',
  },
];

/** Routes of exports. */
export function createExportRoutes(service: ExportService): Router {
  const router = Router();
  router.get('/api/exports/:code', async (request, response) => {
    const { code } = parseParams(exportParamsSchema, request);
    const query = parseQuery(exportQuerySchema, request);
    send(response, await service.exportArea(code, query, readLanguage(request)));
  });
  router.get('/api/exports/:code/blank', async (request, response) => {
    const { code } = parseParams(exportParamsSchema, request);
    const query = parseQuery(blankQuerySchema, request);
    send(response, await service.createBlank(code, query, readLanguage(request)));
  });
  return router;
}

function send(response: Response, { fileName, mediaType, bytes }: OutFile): void {
  response.set('Cache-Control', 'private, no-store').attachment(fileName).type(mediaType);
  response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
