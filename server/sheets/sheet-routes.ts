import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { areaCodeSchema, mapKindSchema } from '#core/api/common.ts';
import { readSheetSpec, type SheetQuery, sheetQuerySchema } from '#core/api/sheets.ts';
import { createMapTitle } from '#core/cartography/map-title.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { text } from '#core/texts/text.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import { createSheetService, type SheetService } from './sheet-service.ts';

const sheetParams = z.object({ code: areaCodeSchema, map: mapKindSchema });

/** Addresses of this feature. */
export const sheetPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/areas/{code}/maps/{map}/sheet.pdf',
    summary: 'One of the four maps of an area as a sheet for the wall: vector PDF at an exact, round scale.',
    tag: 'sheets',
    params: sheetParams,
    query: sheetQuerySchema,
    answer: 'application/pdf',
  },
];

/** What the routes need of other features. */
export interface SheetRouteParts {
  /** The county of an area at a date and revision. */
  readonly getContext: (countyCode: string, asOf?: IsoDate, revision?: number) => Promise<IndicatorContext>;
  /** By default a service with a thread of its own. */
  readonly service?: SheetService;
}

/** The address that makes sheets. */
export function createSheetRoutes({ getContext, service = createSheetService() }: SheetRouteParts): Router {
  const router = Router();
  router.get('/api/areas/:code/maps/:map/sheet.pdf', async (request, response) => {
    const { code, map } = parseParams(sheetParams, request);
    const query = parseQuery(sheetQuerySchema, request);
    const context = await getContext(code.slice(0, 6), query.asOf, query.revision);
    const { area } = context.scope(code);
    const spec = createSpec(request, { code, map, query, asOf: context.asOf });
    response.set({ ETag: createTag(spec, context), 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language' });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const pdf = await makeUnlessGone(service, { spec, context, signal: gone.signal });
    if (pdf === null) return;
    const title = createMapTitle(context.county, { area, map, language: spec.language });
    response.set({ 'Content-Length': String(pdf.length), 'Content-Disposition': createDisposition(spec, title) });
    sendBytes(response, pdf);
  });
  return router;
}

/** The query with its defaults as a spec; the code on the sheet leads to the same view of this server. */
function createSpec(
  request: Request,
  input: { readonly code: string; readonly map: SheetSpec['map']; readonly query: SheetQuery; readonly asOf: IsoDate },
): SheetSpec {
  const { code, map, query, asOf } = input;
  const liveUrl = `${request.protocol}://${request.get('host') ?? ''}/${code}/${map}?asOf=${asOf}`;
  return readSheetSpec(query, { map, areaCode: code, asOf, language: readLanguage(request), liveUrl });
}

/** The same spec and revision give the same bytes, so that both make the tag. */
const createTag = (spec: SheetSpec, { county }: IndicatorContext): string =>
  `"${createHash('sha256')
    .update(JSON.stringify([spec, county.code, county.revision]))
    .digest('base64url')
    .slice(0, 27)}"`;

/** Null when the reader went away before the sheet's turn came. */
async function makeUnlessGone(
  service: SheetService,
  asked: { readonly spec: SheetSpec; readonly context: IndicatorContext; readonly signal: AbortSignal },
): Promise<Uint8Array | null> {
  try {
    return await service.createSheet(asked.spec, asked);
  } catch (error) {
    if (asked.signal.aborted) return null;
    throw error;
  }
}

/** A file name in the reader's own script (RFC 6266, RFC 5987), with a plain one for old readers. */
export function createDisposition(spec: SheetSpec, title: string): string {
  const name = text(spec.language, 'sheets', 'file_name', { title, date: spec.asOf, paper: spec.paper });
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${spec.areaCode}-${spec.map}-${spec.paper}.pdf"; filename*=UTF-8''${encoded}`;
}

function sendBytes(response: Response, pdf: Uint8Array): void {
  response.type('application/pdf').send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
}
