import { Router } from 'express';
import { areaParamsSchema } from '#core/api/figures.ts';
import { type ChangesAnswer, changesQuerySchema, changesSchema } from '#core/api/sheet-register.ts';
import { nameIn } from '#core/cartography/features/feature-scope.ts';
import { type AreaChanges, listAreaChanges } from '#core/cartography/sheet/changes/area-changes.ts';
import type { ChangesSheetSpec } from '#core/cartography/sheet/changes/changes-sheet-spec.ts';
import { CHANGE_KIND_NAMES } from '#core/cartography/sheet/changes/county-change.ts';
import { writeDifference, writeItem, writeThings } from '#core/cartography/sheet/changes/write-changes.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { formatFigureValue } from '#core/indicators/format-figure.ts';
import { describeIndicator } from '#core/indicators/indicator-words.ts';
import type { Language } from '#core/texts/language.ts';
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

/** What the routes need. */
export interface ChangesRoutesOptions {
  readonly getContext: (countyCode: string, asOf?: IsoDate) => Promise<IndicatorContext>;
  readonly createPage: (
    spec: ChangesSheetSpec,
    options: { readonly context: IndicatorContext; readonly signal: AbortSignal },
  ) => Promise<Uint8Array>;
}

/** `/api/areas/{code}/changes` and `changes-sheet.pdf`. */
export function createChangesRoutes({ getContext, createPage }: ChangesRoutesOptions): Router {
  const router = Router();
  const read = async (request: Parameters<typeof parseQuery>[1]) => {
    const { code } = parseParams(areaParamsSchema, request);
    const { from, to } = parseQuery(changesQuerySchema, request);
    const after = await getContext(code.slice(0, 6), to);
    after.scope(code);
    if (from >= after.asOf) {
      const days = { from, to: after.asOf };
      throw new InvalidInputError('changes_range', `Got ${from} to ${after.asOf}, expected an earlier first day`, days);
    }
    return { code, after, before: after.at(from), language: readLanguage(request) };
  };
  router.get('/api/areas/:code/changes', async (request, response) => {
    const { code, before, after, language } = await read(request);
    const answer = changesToAnswer(language, after, listAreaChanges(before, after, code));
    response.set('Cache-Control', 'private, no-cache').json(answer);
  });
  router.get('/api/areas/:code/changes-sheet.pdf', async (request, response) => {
    const { code, before, after, language } = await read(request);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const spec = { areaCode: code, from: before.asOf, to: after.asOf, language };
    const pdf = await createPage(spec, { context: after, signal: gone.signal });
    const area = nameIn(language, after.scope(code).area);
    const name = encodeURIComponent(text(language, 'sheetRegister', 'file_name', { ...spec, area }));
    response.set({
      'Cache-Control': 'private, no-cache',
      'Content-Disposition': `attachment; filename="${code}-changes.pdf"; filename*=UTF-8''${name}`,
    });
    response.type('application/pdf').send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
  });
  return router;
}

function changesToAnswer(language: Language, after: IndicatorContext, changes: AreaChanges): ChangesAnswer {
  const { county } = after;
  const { area } = after.scope(changes.areaCode);
  const names = new Map(county.areas.map((each) => [each.code, nameIn(language, each)]));
  const words = { language, county };
  return {
    area: area.code,
    areaName: nameIn(language, area),
    bbox: [...area.bbox],
    from: changes.from,
    to: changes.to,
    revision: county.revision,
    figures: changes.figures.map(({ before, after: now, better }) => ({
      indicator: now.code,
      name: describeIndicator(language, county.campaign, now.code).name,
      before: formatFigureValue(before, { language }),
      after: formatFigureValue(now, { language }),
      change: writeDifference(before, now, language),
      better,
    })),
    groups: changes.groups.map(({ group, changes: all, towns }) => ({
      group,
      title: text(language, 'sheetRegister', `group_${group}`),
      count: all.reduce((sum, { count }) => sum + count, 0),
      text: CHANGE_KIND_NAMES.flatMap((kind) => {
        const own = all.filter((change) => change.kind === kind);
        return own.length === 0 ? [] : [writeThings(words, kind, own)];
      }).join(text(language, 'sheetRegister', 'joiner')),
      towns: towns.map(({ code, changes: own }) => ({
        code,
        name: names.get(code) ?? code,
        items: own.map((change) => ({
          kind: change.kind,
          code: change.code,
          name: nameIn(language, change),
          text: writeItem(words, change),
          on: change.on,
          position: change.position === null ? null : [...change.position],
        })),
      })),
    })),
  };
}
