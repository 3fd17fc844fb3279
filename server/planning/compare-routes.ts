import { Router } from 'express';
import {
  compareAnswerSchema,
  compareQuerySchema,
  compareSheetQuerySchema,
  countyParamsSchema,
} from '#core/api/plans.ts';
import type { CompareSheetContent, CompareSheetSpec } from '#core/cartography/sheet/compare/compare-sheet-spec.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import { comparisonToAnswer, nameColumn } from './compare-answers.ts';
import type { ComparedPlans, CompareService } from './compare-service.ts';

/** The addresses of this router. */
export const comparePaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/plans/{county}/compare',
    summary:
      'Two to six plans or `today` side by side at the end of a year: figures, costs, towns, and what the first and the last differ in.',
    tag: 'planning',
    params: countyParamsSchema,
    query: compareQuerySchema,
    answer: compareAnswerSchema,
  },
  {
    method: 'get',
    path: '/api/plans/{county}/compare/sheet.pdf',
    summary: 'The same comparison as one page to print: difference map, figures, costs, towns, notes, lines to sign.',
    tag: 'planning',
    params: countyParamsSchema,
    query: compareSheetQuerySchema,
    answer: 'application/pdf',
  },
];

/** What the routes need. */
export interface CompareRouteParts {
  readonly service: CompareService;
  /** Draws the page, of the features of sheets. */
  readonly createPage: (
    countyCode: string,
    page: {
      readonly spec: CompareSheetSpec;
      readonly content: CompareSheetContent;
      readonly signal: AbortSignal;
    },
  ) => Promise<Uint8Array>;
}

/** `/api/plans/{county}/compare`; stands before the router of plans, which would take `compare` for a plan. */
export function createCompareRoutes({ service, createPage }: CompareRouteParts): Router {
  const router = Router();
  router.get('/api/plans/:county/compare', async (request, response) => {
    const { county } = parseParams(countyParamsSchema, request);
    const { plans, year } = parseQuery(compareQuerySchema, request);
    const compared = await service.compare(county, { plans: plans.split(','), year });
    response.set({ 'Cache-Control': 'private, no-cache', Vary: 'Accept-Language' });
    response.json(comparisonToAnswer(readLanguage(request), compared));
  });
  router.get('/api/plans/:county/compare/sheet.pdf', async (request, response) => {
    const { county } = parseParams(countyParamsSchema, request);
    const { plans, year, paper, orientation } = parseQuery(compareSheetQuerySchema, request);
    const language = readLanguage(request);
    const compared = await service.compare(county, { plans: plans.split(','), year });
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const spec = { paper, orientation, language };
    const content = toSheetContent(language, compared);
    const pdf = await createPage(county, { spec, content, signal: gone.signal }).catch((error: unknown) => {
      if (gone.signal.aborted) return null;
      throw error;
    });
    if (pdf === null) return;
    response.set({
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept-Language',
      'Content-Disposition': createDisposition(language, compared, paper),
    });
    response.type('application/pdf').send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
  });
  return router;
}

const toSheetContent = (language: Language, { comparison, columns }: ComparedPlans): CompareSheetContent => ({
  comparison,
  columns: columns.map((column) => ({
    name: nameColumn(language, column),
    plan: column.plan,
    version: column.state.version,
    asOf: column.asOf,
  })),
});

/** A file name in the reader's own script (RFC 6266, RFC 5987), with a plain one for old readers. */
function createDisposition(language: Language, { comparison, columns }: ComparedPlans, paper: string): string {
  const county = columns[0]?.state.county;
  const area = county?.areas.find(({ level }) => level === 'county');
  const values = {
    county: (language === 'zh' ? area?.name : area?.nameEn) ?? '',
    year: comparison.year ?? county?.dataDate ?? '',
    paper,
  };
  const encoded = encodeURIComponent(text(language, 'compare', 'file_name', values)).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${county?.code}-compare-${paper}.pdf"; filename*=UTF-8''${encoded}`;
}
