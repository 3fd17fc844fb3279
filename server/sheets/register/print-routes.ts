import { once } from 'node:events';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { areaParamsSchema } from '#core/api/figures.ts';
import { countyParamsSchema } from '#core/api/plans.ts';
import { RESOLUTION_LIMITS, readSheetFile, type SheetFile, type SheetFormat } from '#core/api/sheet-files.ts';
import {
  type PrintCreate,
  type PrintedBook,
  printCreateSchema,
  printDetailSchema,
  printListQuerySchema,
  printListSchema,
  printParamsSchema,
  printSchema,
  registerQuerySchema,
} from '#core/api/sheet-register.ts';
import type { AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import { isPublicEdition, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { ApiPath } from '#server/http/api-path.ts';
import { parseBody, parseParams, parseQuery } from '#server/http/parse-request.ts';
import { readLanguage } from '#server/http/reader-language.ts';
import type { MadeSheet, PrintService } from './print-service.ts';
import type { PrintRecord } from './print-store.ts';
import { readAtlasOf, readBook } from './printed-book.ts';
import { printStateToAnswer, stateToAnswer } from './register-answers.ts';
import { createUnknown } from './register-errors.ts';
import { createRegisterGate, REGISTER_BODY_LIMIT, sendRegister } from './register-gate.ts';

const tag = 'sheets';
const ofPrint = { tag, params: printParamsSchema, query: registerQuerySchema } as const;

/** The addresses of this router; `/w/{id}`, to which a scanned code leads, is an address of the page. */
export const printPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/counties/{county}/prints',
    summary: 'What was printed, newest first: from which revision, with which checksum, and where it hangs now.',
    tag,
    params: countyParamsSchema,
    query: printListQuerySchema,
    answer: printListSchema,
  },
  {
    method: 'post',
    path: '/api/areas/{code}/prints',
    summary: 'Makes a sheet for printing and remembers it; its code leads to whether it is out of date.',
    tag,
    params: areaParamsSchema,
    query: registerQuerySchema,
    body: printCreateSchema,
    answer: printSchema,
    status: 201,
  },
  {
    ...ofPrint,
    method: 'get',
    path: '/api/prints/{id}',
    summary:
      'A printed sheet: what it is, printed when from which revision, whether it is out of date and what changed.',
    answer: printDetailSchema,
  },
  {
    ...ofPrint,
    method: 'get',
    path: '/api/prints/{id}/file',
    summary: 'The file of a print, made again from its spec and revision.',
    answer: 'application/pdf',
  },
];

/** How sheets come about, and the county they show. */
export interface PrintRoutesOptions {
  readonly service: PrintService;
  /** The county at a day and revision, under a plan where one is named. */
  readonly getContext: (
    countyCode: string,
    at?: { readonly asOf?: IsoDate; readonly revision?: number; readonly plan?: string | null },
  ) => Promise<IndicatorContext>;
  /** Draws and writes a sheet. */
  readonly makeSheet: (
    spec: SheetSpec,
    options: { readonly context: IndicatorContext; readonly file: SheetFile },
  ) => Promise<MadeSheet>;
  /** Makes an atlas, its bytes one after the other. */
  readonly makeBook: (
    spec: AtlasSpec,
    options: {
      readonly context: IndicatorContext;
      readonly form: PrintedBook['form'];
      readonly signal: AbortSignal;
      readonly write: (bytes: Uint8Array) => Promise<void>;
    },
  ) => Promise<unknown>;
  readonly productVersion: string;
  /** Whether the register can only be read. */
  readonly isClosed: boolean;
}

const MEDIA_TYPES: Readonly<Record<SheetFormat, string>> = {
  pdf: 'application/pdf',
  svg: 'image/svg+xml',
  png: 'image/png',
  tiff: 'image/tiff',
};

/** `/api/counties/{county}/prints`, `/api/areas/{code}/prints`, `/api/prints/{id}` and `/w/{id}`. */
export function createPrintRoutes(options: PrintRoutesOptions): Router {
  const { service, getContext, makeSheet, isClosed } = options;
  const router = Router();
  const kept = createKeptFile();
  addReading(router, service);
  const changing: RequestHandler[] = [createRegisterGate(isClosed), express.json({ limit: REGISTER_BODY_LIMIT })];
  router.post('/api/areas/:code/prints', changing, async (request: Request, response: Response) => {
    const { code } = parseParams(areaParamsSchema, request);
    parseQuery(registerQuerySchema, request);
    const asked = parseBody(printCreateSchema, request);
    const at = { asOf: asked.asOf, revision: asked.revision, plan: asked.options.plan };
    const context = await getContext(code.slice(0, 6), dropAbsent(at));
    context.scope(code);
    const spec = createSpec(request, { code, asked, asOf: context.asOf });
    const { format, batch } = asked;
    const file = readSheetFile(format, asked);
    const origin = `${request.protocol}://${request.get('host') ?? ''}`;
    const { state, bytes } = await service.rememberPrint({ spec, context, file, origin, batch }, (final) =>
      makeSheet(final, { context, file }),
    );
    kept.keep(state.print.id, bytes);
    response.status(201).location(`/api/prints/${state.print.id}`);
    sendRegister(response, printStateToAnswer(readLanguage(request), state));
  });
  router.get('/api/prints/:id/file', async (request, response) => {
    const { id } = parseParams(printParamsSchema, request);
    const { print, spec } = await service.read(id);
    const { format } = print;
    if (print.book !== null) return sendBook(response, options, { print, spec });
    let bytes = kept.find(id);
    if (bytes === undefined) {
      const at = { asOf: spec.asOf, revision: print.revision, plan: spec.options.plan };
      const context = await getContext(print.countyCode, at);
      ({ bytes } = await makeSheet(spec, { context, file: fileOf(print) }));
    }
    response.set({
      'Cache-Control': 'private, no-cache',
      'Content-Disposition': `attachment; filename="${print.id}.${format}"`,
    });
    response.type(MEDIA_TYPES[format]).send(Buffer.from(bytes));
  });
  return router;
}

/** Sends a book while it is made: it may be as large as it likes. */
async function sendBook(
  response: Response,
  { getContext, makeBook, productVersion }: PrintRoutesOptions,
  { print, spec }: { readonly print: PrintRecord; readonly spec: SheetSpec },
): Promise<void> {
  const atlas = readAtlasOf(print, spec, productVersion);
  const form = readBook(print)?.form ?? 'pdf';
  const at = { asOf: spec.asOf, revision: print.revision, plan: spec.options.plan };
  const context = await getContext(print.countyCode, at);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const begin = (): void => {
    response.set({
      'Cache-Control': 'private, no-cache',
      'Content-Disposition': `attachment; filename="${print.id}.${form}"`,
    });
    response.type(`application/${form}`);
  };
  try {
    await makeBook(atlas, {
      context,
      form,
      signal: gone.signal,
      async write(bytes) {
        if (!response.headersSent) begin();
        if (!response.write(bytes) && !gone.signal.aborted) await once(response, 'drain', { signal: gone.signal });
      },
    });
    response.end();
  } catch (error) {
    if (gone.signal.aborted) return;
    if (!response.headersSent) throw error;
    // what has come is no whole file, and the reader's program must know it
    response.destroy();
  }
}

/** How a print was written. */
const fileOf = ({ format, page, dotsPerInch }: PrintRecord): SheetFile =>
  readSheetFile(format, { page: page ?? 1, dpi: dotsPerInch ?? RESOLUTION_LIMITS.usual });

function addReading(router: Router, service: PrintService): void {
  router.get('/api/counties/:county/prints', async (request, response) => {
    const { county } = parseParams(countyParamsSchema, request);
    const { items, next } = await service.list(county, parseQuery(printListQuerySchema, request));
    const language = readLanguage(request);
    sendRegister(response, { items: items.map((state) => printStateToAnswer(language, state)), next });
  });
  router.get('/api/prints/:id', async (request, response) => {
    const { id } = parseParams(printParamsSchema, request);
    parseQuery(registerQuerySchema, request);
    const language = readLanguage(request);
    const { spec, state, ...print } = await service.judge(id);
    sendRegister(response, {
      ...printStateToAnswer(language, print),
      spec,
      state: stateToAnswer(language, print.county, state),
    });
  });
  router.get('/w/:id', async (request, response) => {
    const { id } = parseParams(printParamsSchema, request);
    const { print } = await service.get(id);
    // editions for the public carry no code: nothing that hangs on a street may lead to what is internal
    if (isPublicEdition(print.edition)) throw createUnknown('unknown_print', print);
    response.set('Cache-Control', 'no-store').redirect(302, `/${print.areaCode}/${print.map}?print=${print.id}`);
  });
}

function createSpec(
  request: Request,
  { code, asked, asOf }: { readonly code: string; readonly asked: PrintCreate; readonly asOf: IsoDate },
): SheetSpec {
  const { map, paper, orientation, scale, edition, relief, options } = asked;
  const language = asked.language ?? readLanguage(request);
  return { map, areaCode: code, asOf, paper, orientation, scale, edition, language, relief, liveUrl: null, options };
}

/** A question without the parts that were not asked. */
const dropAbsent = (at: {
  readonly asOf: IsoDate | undefined;
  readonly revision: number | undefined;
  readonly plan: string | null;
}) => ({
  plan: at.plan,
  ...(at.asOf !== undefined && { asOf: at.asOf }),
  ...(at.revision !== undefined && { revision: at.revision }),
});

/** The file that was made last: whoever has a sheet made fetches it at once. */
function createKeptFile() {
  let last: { readonly id: string; readonly bytes: Uint8Array } | null = null;
  return {
    keep(id: string, bytes: Uint8Array): void {
      last = { id, bytes };
    },
    find: (id: string): Uint8Array | undefined => (last?.id === id ? last.bytes : undefined),
  };
}
