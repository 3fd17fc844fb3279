import { describe, expect, it } from 'vitest';
import { INITIAL_VIEW, type View } from '#client/state/view.ts';
import { formatViewUrl, parseViewUrl, type ViewDefaults } from '#client/state/view-url.ts';

const DEFAULTS: ViewDefaults = { language: 'zh', theme: 'light', wall: false };

const createView = (overrides: Partial<View> = {}): View => ({ ...INITIAL_VIEW, area: '529901', ...overrides });

const reopen = (view: View): View => {
  const url = new URL(formatViewUrl(view), 'http://localhost');
  return parseViewUrl(url.pathname, url.search, DEFAULTS);
};

describe('parseViewUrl', () => {
  it('reads area, map, dates, language and theme from an address', () => {
    const view = parseViewUrl(
      '/529901001/progress',
      '?asOf=2026-06-30&compare=2025-06-30&lang=en&theme=dark',
      DEFAULTS,
    );
    expect(view).toMatchObject({
      area: '529901001',
      map: 'progress',
      asOf: '2026-06-30',
      compare: '2025-06-30',
      language: 'en',
      theme: 'dark',
    });
  });

  it('leaves out what does not parse', () => {
    const view = parseViewUrl('/abc/nothing', '?asOf=2026-02-30&figure=X9&at=1,2&lang=fr&page=x&thing=sites', DEFAULTS);
    expect(view).toEqual(INITIAL_VIEW);
  });

  it('is dark on the big screen unless the address says otherwise', () => {
    expect(parseViewUrl('/', '', { ...DEFAULTS, wall: true })).toMatchObject({ wall: true, theme: 'dark' });
    expect(parseViewUrl('/', '?theme=light', { ...DEFAULTS, wall: true })).toMatchObject({
      wall: true,
      theme: 'light',
    });
    expect(parseViewUrl('/', '?wall=0', { ...DEFAULTS, wall: true })).toMatchObject({ wall: false, theme: 'light' });
  });

  it('refuses a camera outside the world', () => {
    expect(parseViewUrl('/', '?at=200,27,9', DEFAULTS).camera).toBeNull();
  });
});

describe('formatViewUrl', () => {
  it('restores the open plan and the part of planning', () => {
    const view = createView({ page: 'plan', plan: 'FA0003', planTab: 'publish' });
    expect(reopen(view)).toEqual(view);
    expect(parseViewUrl('/529901', '?page=plan&plan=no such plan', DEFAULTS).plan).toBeNull();
  });

  it('gives an address from which the same view opens again', () => {
    const view = createView({
      area: '529901001002',
      map: 'industry',
      asOf: '2026-06-30',
      compare: '2025-06-30',
      language: 'en',
      theme: 'dark',
      wall: true,
      page: 'data',
      figure: 'T1',
      part: 'category:industry',
      thing: { layer: 'segments', code: 'G-529901:7' },
      tool: { kind: 'reach', mode: 'walk', by: 'meters', direction: 'from', place: '107.50000,27.00000' },
      camera: { lon: 107.5123, lat: 27.0456, zoom: 11.25 },
    });
    expect(reopen(view)).toEqual(view);
  });

  it('keeps what is chosen in the sheet room, and a scanned sheet', () => {
    const view = createView({
      page: 'sheet',
      sheetTab: 'walls',
      sheet: 'paper=A2&places=north%3Aleft_top',
      print: '529901-7K2QMX4D',
    });
    expect(reopen(view)).toEqual(view);
  });

  it('keeps a part whose key holds reserved characters', () => {
    const view = createView({ figure: 'D2', part: 'limit:3000&kind=a,b' });
    expect(reopen(view)).toEqual(view);
  });

  it('leaves out what is not set', () => {
    expect(formatViewUrl(createView())).toBe('/529901/targets?lang=zh&theme=light');
  });

  it('keeps a tool readable in its address', () => {
    const tool = { kind: 'measure', mode: 'drive', by: 'minutes', points: [[107, 27] as const, [107.5, 27] as const] };
    expect(formatViewUrl(createView({ tool: tool as View['tool'] }))).toContain(
      'tool=measure:drive:minutes:107.00000,27.00000;107.50000,27.00000',
    );
  });
});
