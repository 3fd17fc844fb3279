import { describe, expect, it } from 'vitest';
import type { AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import { drawBookPage } from '#core/cartography/atlas/draw-book-page.ts';
import { planAtlas } from '#core/cartography/atlas/plan-atlas.ts';
import { DEFAULT_SHEET_OPTIONS } from '#core/cartography/sheet/sheet-spec.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { listTexts, measurePlainly } from '#tests/support/sheets.ts';
import { loadSampleCounty } from '../../../../data/load-sample-county.ts';

const county = buildCounty(await loadSampleCounty(), 1);
const context = createIndicatorContext(county);

const createSpec = (overrides: Partial<AtlasSpec> = {}): AtlasSpec => ({
  areaCode: '529901',
  asOf: county.dataDate,
  edition: 'internal',
  language: 'zh',
  relief: true,
  scale: 'fit',
  options: DEFAULT_SHEET_OPTIONS,
  maps: ['targets', 'progress'],
  level: 'village',
  paper: 'A3',
  papers: [],
  ...overrides,
});
const plan = planAtlas(context, createSpec(), measurePlainly);
const maps = plan.pages.flatMap(({ sheet, content, number }) =>
  sheet && content.kind === 'map' ? [{ sheet, content, number }] : [],
);

describe('planAtlas', () => {
  it('has a page for every map of county, towns and villages, numbered without a gap', () => {
    expect(maps).toHaveLength(2 * (1 + 18 + 175));
    expect(plan.pages.map(({ number }) => number)).toEqual(plan.pages.map((_, index) => index + 1));
    expect(plan.pages.slice(0, 3).map(({ content }) => content.kind)).toEqual(['cover', 'overview', 'contents']);
  });

  it('binds pages that lie otherwise than the book at their top, and takes the way of the larger scale', () => {
    const edges = new Set(maps.map(({ sheet }) => `${sheet.spec.orientation} ${sheet.page.bindingEdge}`));
    expect([...edges].sort()).toEqual(['landscape left', 'portrait top']);
  });

  it('shares at least 20 mm of paper with the pages beside it: 10 mm around the area', () => {
    for (const list of plan.frames.values())
      for (const { frame } of list) {
        const rings = frame.area.boundary.coordinates.flat(frame.area.boundary.type === 'Polygon' ? 1 : 2);
        const { map } = frame.projection;
        const [xs, ys] = [0, 1].map((axis) =>
          (rings as readonly (readonly [number, number])[]).map(
            (position) => frame.projection.toPaper(position)[axis] ?? 0,
          ),
        ) as [number[], number[]];
        const gaps = [
          Math.min(...xs) - map.x,
          map.x + map.width - Math.max(...xs),
          Math.min(...ys) - map.y,
          map.y + map.height - Math.max(...ys),
        ];
        expect(Math.min(...gaps)).toBeGreaterThan(10 - 0.01);
      }
  });

  it('leads from a page to the same map of an area beside it, whose frame overlaps its own', () => {
    const byNumber = new Map(maps.map((page) => [page.number, page]));
    const all = maps.flatMap(({ content, sheet }) =>
      Object.values(sheet.page.neighbours).map((number) => ({ content, other: byNumber.get(number ?? 0) })),
    );
    expect(all.length).toBeGreaterThan(800);
    for (const { content, other } of all) {
      expect([other?.content.map, other?.content.areaCode.length]).toEqual([content.map, content.areaCode.length]);
      const [a, b] = [content.areaCode, other?.content.areaCode ?? ''].map(
        (code) => plan.frames.get(code)?.[0]?.frame.window,
      );
      const meet = a && b && a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
      expect(meet).toBe(true);
    }
  });

  it('names places in pinyin order with the page and the square that holds them', () => {
    const towns = plan.index.filter(({ strong }) => strong).map(({ name }) => name);
    expect(towns).toHaveLength(18);
    expect(towns.slice(0, 3)).toEqual(['白沙镇', '茶园镇', '城关镇']);
    const one = plan.index.find(({ name }) => name === '杉田村');
    const page = plan.pages[(one?.page ?? 0) - 1];
    expect(page?.content).toMatchObject({ kind: 'map', areaCode: '529901001001', map: 'targets' });
    expect(one?.square).toMatch(/^[A-Z]\d$/);
  });

  it('says in the contents on which page everything begins', () => {
    const town = plan.contents.find(({ title }) => title === '城关镇');
    expect(plan.pages[(town?.first ?? 0) - 1]?.content).toEqual({ kind: 'overview', areaCode: '529901001' });
    const contents = plan.pages.find(({ content }) => content.kind === 'contents');
    const drawn = contents && drawBookPage({ plan, context, measure: measurePlainly }, contents);
    expect(listTexts(drawn?.items ?? []).map(({ text }) => text)).toContain('城关镇');
    expect(drawn?.links.find(({ page }) => page === town?.first)).toBeDefined();
  });

  it('cuts an area that is too large for the scale into pages that overlap by 20 mm', () => {
    const large = planAtlas(
      context,
      createSpec({ areaCode: '529901001', level: 'town', maps: ['progress'], scale: 20_000 }),
      measurePlainly,
    );
    const frames = large.frames.get('529901001') ?? [];
    expect(frames.length).toBeGreaterThan(1);
    const [first, second] = frames.map(({ frame }) => frame);
    if (!first || !second) throw new Error('no frames');
    expect([first.scale, first.section?.row]).toEqual([20_000, 0]);
    const beside = frames.find(
      ({ frame }) =>
        frame.section?.row === first.section?.row && frame.section?.column === (first.section?.column ?? 0) + 1,
    );
    const overlap = ((first.window[2] - (beside?.frame.window[0] ?? Number.NaN)) / 20_000) * 1000;
    expect(overlap).toBeCloseTo(20, 6);
    // and the page of the first says on which sides its own area goes on
    const page = large.pages.find(({ content, sheet }) => content.kind === 'map' && sheet?.extent)?.sheet?.page;
    expect(page?.overlaps).toContain('east');
    expect(page?.overlaps).not.toContain('west');
  });

  it('goes no deeper than asked, and keeps names of settlements and papers out of public editions', () => {
    const towns = planAtlas(context, createSpec({ level: 'town', edition: 'review' }), measurePlainly);
    expect(towns.pages.filter(({ content }) => content.kind === 'map')).toHaveLength(2 * 19);
    expect(towns.index).toHaveLength(18 + 175);
    const papers = { ...createSpec({ edition: 'public' }), papers: ['task_letters'] as const };
    expect(() => planAtlas(context, papers, measurePlainly)).toThrow('Got papers in a public edition');
  });

  it('lists the letters of tasks in the contents of a book about their area alone', () => {
    const spec = createSpec({ areaCode: '529901001', level: 'town', papers: ['timetable', 'task_letters'] });
    const { contents } = planAtlas(context, spec, measurePlainly);
    expect(contents.map(({ title }) => title)).toEqual(['城关镇', '时间表', '城关镇任务书', '地名索引']);
  });

  it('tells of an area without outline and numbers the others', () => {
    const areas = county.areas.map((area) =>
      area.code === '529901001002' ? { ...area, boundary: { type: 'Polygon', coordinates: [] } as const } : area,
    );
    const broken = createIndicatorContext({ ...county, areas });
    const rest = planAtlas(broken, createSpec({ areaCode: '529901001', maps: ['progress'] }), measurePlainly);
    expect(rest.failed.map(({ areaCode, error }) => [areaCode, error.code])).toEqual([
      ['529901001002', 'area_without_outline'],
    ]);
    expect(rest.frames.size).toBe(12);
  });
});
