import { type Request, Router } from 'express';
import { z } from 'zod';
import { areaCodeSchema, mapKindSchema } from '#core/api/common.ts';
import {
  readSheetFile,
  SHEET_FORMATS,
  type SheetFile,
  type SheetFileQuery,
  type SheetFormat,
  sheetFileQuerySchema,
} from '#core/api/sheet-files.ts';
import { readSheetSpec, sheetQuerySchema } from '#core/api/sheets.ts';
import { createMapTitle } from '#core/cartography/map-title.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { text } from '#core/texts/text.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import { sendPressed } from '../http/send-pressed.ts';
import { findSheetContext, type SheetCounties, withoutForbiddenPlan } from './find-sheet-context.ts';
import { createSheetService, type SheetService } from './sheet-service.ts';
import { createSheetTags, type SheetIdentity } from './sheet-tag.ts';

const sheetParams = z.object({ code: areaCodeSchema, map: mapKindSchema });

const MEDIA_TYPES: Readonly<Record<SheetFormat, string>> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
  tiff: 'image/tiff',
};

const SUMMARIES: Readonly<Record<SheetFormat, string>> = {
  pdf: 'One of the four maps of an area as a sheet for the wall, with its continuation sheets: vector PDF at an exact, round scale.',
  svg: 'A page of the sheet as SVG with letters as outlines: what the PDF shows, for the screen and for sign shops.',
  png: 'A page of the sheet as a picture at a chosen resolution.',
  tiff: 'A page of the sheet as TIFF at a chosen resolution: RGB, deflated, for sign shops.',
};

/** Addresses of this feature. */
export const sheetPaths: readonly ApiPath[] = SHEET_FORMATS.map((format) => ({
  method: 'get',
  path: `/api/areas/{code}/maps/{map}/sheet.${format}`,
  summary: SUMMARIES[format],
  tag: 'sheets',
  params: sheetParams,
  query: format === 'pdf' ? sheetQuerySchema : sheetFileQuerySchema,
  answer: MEDIA_TYPES[format],
}));

/** What the routes need of other features. */
export interface SheetRouteParts extends SheetCounties {
  /** By default a service with threads of its own. */
  readonly service?: SheetService;
  /** Without it no tag holds longer than the county in memory. */
  readonly identity?: SheetIdentity;
}

/** The addresses that make sheets. */
export function createSheetRoutes({ service = createSheetService(), identity, ...counties }: SheetRouteParts): Router {
  const router = Router();
  const createTag = createSheetTags(identity);
  for (const format of SHEET_FORMATS)
    router.get(`/api/areas/:code/maps/:map/sheet.${format}`, async (request, response) => {
      const { code, map } = parseParams(sheetParams, request);
      const query = parseQuery(sheetFileQuerySchema, request);
      const file = readSheetFile(format, query);
      const isPreview = file.format === 'svg' && file.isPreview === true;
      const asked = isPreview ? withoutForbiddenPlan(query) : query;
      const { context, isUnderPlan } = await findSheetContext(counties, code, asked);
      const { area } = context.scope(code);
      const spec = createSpec(request, { code, map, query, asOf: context.asOf });
      response.set({
        ETag: await createTag({ spec, file }, { context, isUnderPlan }),
        'Cache-Control': 'private, no-cache',
        Vary: 'Accept-Language',
      });
      if (request.fresh) {
        response.status(304).end();
        return;
      }
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      const bytes = await makeUnlessGone(service, { spec, file, context, isUnderPlan, signal: gone.signal });
      if (bytes === null) return;
      const title = createMapTitle(context.county, { area, map, language: spec.language });
      response.set('Content-Disposition', createDisposition(spec, title, file));
      await sendPressed(request, response, { bytes, type: MEDIA_TYPES[format] });
    });
  return router;
}

/** The query with its defaults as a spec; the code on the sheet leads to the same view of this server. */
function createSpec(
  request: Request,
  input: {
    readonly code: string;
    readonly map: SheetSpec['map'];
    readonly query: SheetFileQuery;
    readonly asOf: IsoDate;
  },
): SheetSpec {
  const { code, map, query, asOf } = input;
  const liveUrl = `${request.protocol}://${request.get('host') ?? ''}/${code}/${map}?asOf=${asOf}`;
  return readSheetSpec(query, { map, areaCode: code, asOf, language: readLanguage(request), liveUrl });
}

/** Null when the reader went away before the sheet's turn came. */
async function makeUnlessGone(
  service: SheetService,
  { spec, ...asked }: { readonly spec: SheetSpec } & Parameters<SheetService['createSheet']>[1],
): Promise<Uint8Array | null> {
  try {
    return await service.createSheet(spec, asked);
  } catch (error) {
    if (asked.signal?.aborted) return null;
    throw error;
  }
}

/** A file name in the reader's own script (RFC 6266, RFC 5987), with a plain one for old readers; SVG is shown instead of kept. */
export function createDisposition(spec: SheetSpec, title: string, file: SheetFile = { format: 'pdf' }): string {
  const page = file.format === 'pdf' || file.page === 1 ? '' : `-${file.page}`;
  const ending = `${page}.${file.format}`;
  const name = text(spec.language, 'sheets', 'file_name', { title, date: spec.asOf, paper: spec.paper });
  const encoded = encodeURIComponent(name.replace(/\.pdf$/, ending)).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const kind = file.format === 'svg' ? 'inline' : 'attachment';
  return `${kind}; filename="${spec.areaCode}-${spec.map}-${spec.paper}${ending}"; filename*=UTF-8''${encoded}`;
}
