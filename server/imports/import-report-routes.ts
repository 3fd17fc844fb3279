import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import {
  differencePageSchema,
  differenceQuerySchema,
  findingPageSchema,
  reportQuerySchema,
} from '#core/api/import-records.ts';
import { text } from '#core/texts/text.ts';
import type { ApiPath } from '../http/api-path.ts';
import { formatCsv } from '../http/csv-text.ts';
import { parseQuery } from '../http/parse-request.ts';
import { readLanguage } from '../http/reader-language.ts';
import type { ImportDesk } from './import-desk-service.ts';
import { differenceToFeatures, differenceToRow, findingToRow, listReportLines } from './import-report.ts';
import { writeWorkbook } from './readers/write-workbook.ts';

/** Features that a map shows of a difference; `total` tells of the others. */
const MOST_FEATURES = 5000;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const tag = 'imports';
const params = z.object({ id: z.string() });

/** The addresses of what a check found. */
export const reportPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/imports/{id}/report',
    tag,
    params,
    query: reportQuerySchema,
    answer: findingPageSchema,
    summary: 'What the last check found, in the order of file, table and row; the whole as CSV or XLSX by format.',
  },
  {
    method: 'get',
    path: '/api/imports/{id}/difference',
    tag,
    params,
    query: differenceQuerySchema,
    answer: differencePageSchema,
    summary: 'What the import changes, each thing before and after; what stays is only counted.',
  },
  {
    method: 'get',
    path: '/api/imports/{id}/difference/features',
    tag,
    params,
    query: differenceQuerySchema,
    answer: 'application/geo+json',
    summary:
      'The difference for a map: at most 5,000 things; property change is new, changed, changed_from or removed.',
  },
];

/** Adds the routes of what a check found. */
export function addReportRoutes(router: Router, desk: ImportDesk, readId: (request: Request) => string): void {
  router.get('/api/imports/:id/report', async (request, response) => {
    const { rule, from, limit, format } = parseQuery(reportQuerySchema, request);
    const { stored } = await desk.get(readId(request));
    const findings = await desk.contents.findings(stored);
    const overviews = await desk.contents.overviews(stored);
    const language = readLanguage(request);
    if (format !== 'json') {
      const lines = listReportLines(language, [...findings.parts()].flat(), overviews);
      const name = text(language, 'importDesk', 'report_name');
      return sendReport(response, { name: `${name} ${stored.id}`, format, lines });
    }
    const isAsked = (key: string): boolean => rule === undefined || key === rule;
    const items = findings.page({ isAsked, from, limit }).map((finding) => findingToRow(language, finding, overviews));
    sendPage(response, { items, from, total: findings.count(isAsked) });
  });
  router.get('/api/imports/:id/difference', async (request, response) => {
    const { from, limit, ...asked } = parseQuery(differenceQuerySchema, request);
    const differences = await desk.contents.differences((await desk.get(readId(request))).stored);
    const isAsked = createFilter(asked);
    const items = differences
      .page({ isAsked, from, limit })
      .map((difference) => differenceToRow(readLanguage(request), difference));
    sendPage(response, { items, from, total: differences.count(isAsked) });
  });
  router.get('/api/imports/:id/difference/features', async (request, response) => {
    const isAsked = createFilter(parseQuery(differenceQuerySchema, request));
    const differences = await desk.contents.differences((await desk.get(readId(request))).stored);
    const features = differences.page({ isAsked, from: 0, limit: MOST_FEATURES }).flatMap(differenceToFeatures);
    response.set('Cache-Control', 'private, no-cache').type('application/geo+json');
    response.send(JSON.stringify({ type: 'FeatureCollection', total: differences.count(isAsked), features }));
  });
}

/** Keys of packed differences are ledger and kind. */
const createFilter =
  ({ ledger, kind }: { readonly ledger?: string | undefined; readonly kind?: string | undefined }) =>
  (key: string): boolean => {
    const [ofLedger, ofKind] = key.split(' ');
    return (ledger === undefined || ledger === ofLedger) && (kind === undefined || kind === ofKind);
  };

function sendPage(
  response: Response,
  { items, from, total }: { readonly items: readonly unknown[]; readonly from: number; readonly total: number },
): void {
  const end = from + items.length;
  const next = items.length > 0 && end < total ? String(end) : null;
  response.set('Cache-Control', 'private, no-cache').json({ items, next, total });
}

async function sendReport(
  response: Response,
  {
    name,
    format,
    lines,
  }: {
    readonly name: string;
    readonly format: 'csv' | 'xlsx';
    readonly lines: readonly (readonly (string | number | null)[])[];
  },
): Promise<void> {
  response.set('Cache-Control', 'private, no-cache').attachment(`${name}.${format}`);
  if (format === 'csv') response.type('text/csv; charset=utf-8').send(formatCsv(lines));
  else response.type(XLSX).send(Buffer.from(await writeWorkbook([{ name, rows: lines }])));
}
