import { type Request, Router } from 'express';
import { z } from 'zod';
import { areaCodeSchema, asOfQuerySchema, mapKindSchema } from '#core/api/common.ts';
import {
  type SheetReportAnswer,
  sheetAdviceSchema,
  sheetReportQuerySchema,
  sheetReportSchema,
} from '#core/api/sheet-report.ts';
import { readSheetSpec } from '#core/api/sheets.ts';
import { advisePaper } from '#core/cartography/sheet/advice/advise-paper.ts';
import { describeAdvice, namePaper } from '#core/cartography/sheet/advice/describe-advice.ts';
import { describeFinding } from '#core/cartography/sheet/lint/sheet-finding.ts';
import type { Language } from '#core/texts/language.ts';
import type { ApiPath } from '../http/api-path.ts';
import { parseParams, parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import { findSheetContext, type SheetCounties, withoutForbiddenPlan } from './find-sheet-context.ts';
import type { SheetInspection } from './inspect-sheet.ts';
import type { SheetService } from './sheet-service.ts';

const areaParams = z.object({ code: areaCodeSchema });
const sheetParams = areaParams.extend({ map: mapKindSchema });

/** Addresses that advise before a sheet is printed. */
export const advicePaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/areas/{code}/maps/{map}/sheet-report',
    summary:
      'What is to be known of a sheet before it is printed: findings, names without a place, where its furniture stands.',
    tag: 'sheets',
    params: sheetParams,
    query: sheetReportQuerySchema,
    answer: sheetReportSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/sheet-advice',
    summary: 'Papers for an area, lying and standing, the best first, with the largest round scale that fits and why.',
    tag: 'sheets',
    params: areaParams,
    query: asOfQuerySchema,
    answer: sheetAdviceSchema,
  },
];

/** What the routes need. */
export interface AdviceRouteParts extends SheetCounties {
  readonly service: Pick<SheetService, 'inspectSheet'>;
}

/** `…/sheet-report` and `…/sheet-advice`. */
export function createAdviceRoutes({ service, ...counties }: AdviceRouteParts): Router {
  const router = Router();
  router.get('/api/areas/:code/maps/:map/sheet-report', async (request, response) => {
    const { code, map } = parseParams(sheetParams, request);
    const query = parseQuery(sheetReportQuerySchema, request);
    // a draft on a public edition is a finding here, and a refusal where the sheet is handed out
    const { context, isUnderPlan } = await findSheetContext(counties, code, withoutForbiddenPlan(query));
    context.scope(code);
    const language = readLanguage(request);
    const liveUrl = createLiveUrl(request, { code, map, asOf: context.asOf });
    const spec = readSheetSpec(query, { map, areaCode: code, asOf: context.asOf, language, liveUrl });
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const inspection = await service.inspectSheet(spec, { context, isUnderPlan, signal: gone.signal });
      response.set('Cache-Control', 'private, no-cache').json(inspectionToAnswer(inspection, query.reader ?? language));
    } catch (error) {
      if (!gone.signal.aborted) throw error;
    }
  });
  router.get('/api/areas/:code/sheet-advice', async (request, response) => {
    const { code } = parseParams(areaParams, request);
    const { asOf, revision } = parseQuery(asOfQuerySchema, request);
    const context = await counties.getContext(code.slice(0, 6), asOf, revision);
    const language = readLanguage(request);
    const items = advisePaper(context, { areaCode: code }).map((advice) => ({
      ...advice,
      name: namePaper(advice.paper, language),
      reasons: [...describeAdvice(advice, language)],
    }));
    response.set('Cache-Control', 'private, no-cache').json(sheetAdviceSchema.parse({ items }));
  });
  return router;
}

/** The address that the sheet's own route puts into the code, so that both are the same sheet. */
const createLiveUrl = (
  request: Request,
  { code, map, asOf }: { readonly code: string; readonly map: string; readonly asOf: string },
): string => `${request.protocol}://${request.get('host') ?? ''}/${code}/${map}?asOf=${asOf}`;

const inspectionToAnswer = (inspection: SheetInspection, language: Language): SheetReportAnswer => ({
  ...inspection,
  findings: inspection.findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    text: describeFinding(finding, language),
  })),
});
