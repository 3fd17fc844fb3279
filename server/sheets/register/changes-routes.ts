import { type Request, type Response, Router } from 'express';
import { areaParamsSchema } from '#core/api/figures.ts';
import { changesQuerySchema, changesSchema } from '#core/api/sheet-register.ts';
import { nameIn } from '#core/cartography/features/feature-scope.ts';
import type { ChangesSheetSpec } from '#core/cartography/sheet/changes/changes-sheet-spec.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { text } from '#core/texts/text.ts';
import type { ApiPath } from '#server/http/api-path.ts';
import { parseParams, parseQuery } from '#server/http/parse-request.ts';
import { readLanguage } from '#server/http/reader-language.ts';

const tag = 'sheets';
const asked = { method: 'get', tag, params: areaParamsSchema, query: changesQuerySchema } as const;

/** The addresses of this router. */
export const changesPaths: readonly ApiPath[] = [
  {
    ...asked,
    path: '/api/areas/{code}/changes',
    summary:
      'What changed in an area between two days: figures, and what was done, struck off, moved in, late, by town.',
    answer: changesSchema,
  },
  {
    ...asked,
    path: '/api/areas/{code}/changes-sheet.pdf',
    summary: 'The same as A4 pages for a meeting, with a map of what changed.',
    answer: 'application/pdf',
  },
];

/** Makes an answer about two days of an area in a thread of its own; `context` is the county at the later day. */
type MakeChanges = (
  spec: ChangesSheetSpec,
  options: { readonly context: IndicatorContext; readonly signal: AbortSignal },
) => Promise<Uint8Array>;

/** What the routes need. */
export interface ChangesRoutesOptions {
  readonly getContext: (countyCode: string, asOf?: IsoDate) => Promise<IndicatorContext>;
  /** JSON of a `ChangesAnswer`. */
  readonly describe: MakeChanges;
  /** A PDF. */
  readonly createPage: MakeChanges;
}

/** `/api/areas/{code}/changes` and `changes-sheet.pdf`. */
export function createChangesRoutes({ getContext, describe, createPage }: ChangesRoutesOptions): Router {
  const router = Router();
  const read = async (request: Request, response: Response) => {
    const { code } = parseParams(areaParamsSchema, request);
    const { from, to } = parseQuery(changesQuerySchema, request);
    const after = await getContext(code.slice(0, 6), to);
    const { area } = after.scope(code);
    if (from >= after.asOf) {
      const days = { from, to: after.asOf };
      throw new InvalidInputError('changes_range', `Got ${from} to ${after.asOf}, expected an earlier first day`, days);
    }
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const spec: ChangesSheetSpec = { areaCode: code, from, to: after.asOf, language: readLanguage(request) };
    return { spec, area, options: { context: after, signal: gone.signal } };
  };
  router.get('/api/areas/:code/changes', async (request, response) => {
    const { spec, options } = await read(request, response);
    send(response, 'application/json', await describe(spec, options));
  });
  router.get('/api/areas/:code/changes-sheet.pdf', async (request, response) => {
    const { spec, area, options } = await read(request, response);
    const pdf = await createPage(spec, options);
    const name = text(spec.language, 'sheetRegister', 'file_name', { ...spec, area: nameIn(spec.language, area) });
    const names = `filename="${area.code}-changes.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`;
    response.set('Content-Disposition', `attachment; ${names}`);
    send(response, 'application/pdf', pdf);
  });
  return router;
}

const send = (response: Response, type: string, bytes: Uint8Array): void => {
  response.set('Cache-Control', 'private, no-cache').type(type);
  response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
};
