import { afterAll, describe, expect, it } from 'vitest';
import { sheetAdviceSchema, sheetReportSchema } from '#core/api/sheet-report.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createAdviceRoutes } from '#server/sheets/advice-routes.ts';
import { createSheetService } from '#server/sheets/sheet-service.ts';
import { request } from '#tests/support/request.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const service = createSheetService();
afterAll(() => service.close());

const context = createIndicatorContext(createTinyCounty());
const app = createApp({
  routers: [
    createAdviceRoutes({
      getContext: async (_county, asOf) => (asOf ? context.at(asOf) : context),
      getCountyUnderPlan: async () => ({ ...context.recorded }),
      service,
    }),
  ],
  page: null,
  log: createLog('silent'),
  trustProxy: false,
  acceptedHosts: null,
});

const REPORT = '/api/areas/529902/maps/progress/sheet-report?paper=A3';

describe('createAdviceRoutes', () => {
  it('tells the scale, where furniture stands and what was found', async () => {
    const answer = await request(app, REPORT);
    expect(answer.status).toBe(200);
    const report = sheetReportSchema.parse(answer.json());
    const [first] = report.pages;
    expect(first).toMatchObject({ number: 1, width: 420, height: 297, bleedMillimeters: 0 });
    expect(first?.insets.map(({ id }) => id)).toContain('north');
    expect(report.isPrintable).toBe(true);
    expect(report.scale).toBeGreaterThan(0);
  });

  it('tells of a public edition with errors, in the reader’s language, instead of refusing it', async () => {
    const answer = await request(app, `${REPORT}&edition=public&lang=zh&reader=en`);
    const report = sheetReportSchema.parse(answer.json());
    expect(report.isPrintable).toBe(false);
    expect(report.findings.find(({ rule }) => rule === 'approval_missing')).toMatchObject({
      severity: 'error',
      text: expect.stringMatching(/approval/),
    });
    expect(report.title).toBe('小石县任务进度进展图');
  });

  it('tells of a draft plan on a public edition', async () => {
    const answer = await request(app, `${REPORT}&edition=public&plan=plan-1&lang=en`);
    const report = sheetReportSchema.parse(answer.json());
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'draft_plan', severity: 'error', text: expect.stringContaining('plan-1') }),
    );
  });

  it('refuses a scale that does not fit with the number of sheets it takes', async () => {
    const answer = await request(app, `${REPORT}&scale=1000&lang=en`);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'scale_does_not_fit' });
  });

  it('advises papers, one of them recommended', async () => {
    const answer = await request(app, '/api/areas/529902/sheet-advice?lang=en');
    const { items } = sheetAdviceSchema.parse(answer.json());
    expect(items.filter(({ isRecommended }) => isRecommended)).toHaveLength(1);
    expect(items[0]?.isRecommended).toBe(true);
    expect(items[0]?.reasons.length).toBeGreaterThan(2);
  });
});
