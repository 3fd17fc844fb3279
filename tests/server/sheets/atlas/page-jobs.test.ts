import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import {
  atlasRequestSchema,
  type SheetBatchRequest,
  sheetBatchRequestSchema,
  tilesRequestSchema,
} from '#core/api/atlases.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createPageJobs, type MadeBook } from '#server/sheets/atlas/page-jobs.ts';
import { createSheetService } from '#server/sheets/sheet-service.ts';
import { createByteKeeper } from '#server/sheets/writers/sheet-page.ts';
import { VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const service = createSheetService();
afterAll(() => service.close());

const [VILLAGE = '', OTHER = ''] = VILLAGES;
/** Books that were entered in the register. */
const books: MadeBook[] = [];
const hooks = { signal: new AbortController().signal, tellProgress: () => undefined };

/** Long work over the tiny county, one village of which has no outline yet; what is written is kept in memory. */
function createJobs() {
  const rows = createTinyCountyRows();
  const areas = rows.areas.map((area) =>
    area.code === VILLAGE ? { ...area, boundary: { type: 'MultiPolygon' as const, coordinates: [] } } : area,
  );
  const context = createIndicatorContext(buildCounty({ ...rows, areas }, 1));
  return createPageJobs({
    service,
    getContext: async (_county, asOf) => (asOf ? context.at(asOf) : context),
    getCountyUnderPlan: async () => context.recorded,
    async createSpool() {
      const { write, join } = createByteKeeper();
      return {
        write: async (bytes) => write(bytes),
        finish: async () => Buffer.from(join()),
        discard: async () => undefined,
      };
    },
    remember: (order, make) => make(order.spec),
    rememberBook: async (order) => void books.push(order),
  });
}

const askFor = (overrides: Partial<SheetBatchRequest>) => ({
  ...sheetBatchRequestSchema.parse({ kind: 'sheets', areas: [VILLAGE, OTHER], maps: ['progress'], paper: 'A4' }),
  lang: 'en' as const,
  ...overrides,
});

describe('createPageJobs', () => {
  it('makes the other sheets of a batch with an area without outline, one that is not there and a scale too large', async () => {
    const { sheets } = createJobs();
    const { report, spool } = await sheets.run(askFor({ areas: [VILLAGE, OTHER, '529902999'] }), hooks);
    expect(report.pages).toBe(1);
    expect(report.failed).toEqual([
      expect.objectContaining({ code: 'area_without_outline', reason: expect.stringMatching(/ has no outline/) }),
      expect.objectContaining({ code: 'unknown_area', reason: expect.stringContaining('529902999') }),
    ]);
    const archive = spool.toString('latin1');
    expect(archive).toContain(OTHER);
    expect(archive).toContain('report.json');
    const large = await sheets.run(askFor({ areas: [OTHER, WEST_TOWN], scale: 2000 }), hooks).catch((error) => error);
    expect(JSON.stringify(large.report?.failed ?? large)).toMatch(/takes \d+ sheets of A4|No sheet/);
  });

  it('leaves an area without outline out of an atlas and reports it', async () => {
    const { atlas } = createJobs();
    const request = atlasRequestSchema.parse({
      kind: 'atlas',
      area: VILLAGE.slice(0, 9),
      maps: ['progress'],
      paper: 'A4',
    });
    const { report, spool } = await atlas.run({ ...request, lang: 'en' }, hooks);
    expect(report.failed).toEqual([expect.objectContaining({ page: null, code: 'area_without_outline' })]);
    expect(spool.subarray(0, 5).toString()).toBe('%PDF-');
    expect(books).toEqual([]);
  });

  it('enters an atlas in the register when it was made', async () => {
    const { atlas } = createJobs();
    const flat = { kind: 'atlas', area: OTHER, maps: ['progress', 'targets'], paper: 'A4', remember: true };
    const { report, spool } = await atlas.run({ ...atlasRequestSchema.parse(flat), lang: 'en' }, hooks);
    expect(books).toEqual([
      expect.objectContaining({
        book: { level: 'village', maps: ['progress', 'targets'], papers: [], form: 'pdf', pages: report.pages },
        sha256: createHash('sha256').update(spool).digest('hex'),
        byteCount: spool.length,
      }),
    ]);
  });

  it('refuses a tiled sheet at once that cannot be drawn', async () => {
    const { tiles } = createJobs();
    const request = tilesRequestSchema.parse({ kind: 'tiles', area: VILLAGE, map: 'progress' });
    await expect(tiles.check({ ...request, lang: 'en' })).rejects.toMatchObject({ code: 'area_without_outline' });
    const large = { ...request, area: OTHER, paper: 'A4', scale: 100, lang: 'en' as const };
    await expect(tiles.check(large)).rejects.toMatchObject({ code: 'scale_does_not_fit' });
  });
});
