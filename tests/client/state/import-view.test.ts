import { beforeEach, describe, expect, it } from 'vitest';
import { formatImportView, type ImportView, NO_IMPORT, parseImportView } from '#client/state/import-view.ts';
import { INITIAL_VIEW } from '#client/state/view.ts';
import { openImport, useViewStore } from '#client/state/view-store.ts';
import { formatViewUrl, parseViewUrl } from '#client/state/view-url.ts';

const DEFAULTS = { language: 'zh', theme: 'light', wall: false } as const;

const OPEN: ImportView = {
  id: '529901-0123456789abcdef',
  step: 'report',
  rule: 'outside_village',
  table: { file: 1, table: 0 },
  change: { ledger: 'households', kind: null },
};

describe('parseImportView', () => {
  it('gives back what formatImportView wrote', () => {
    const pairs = formatImportView(OPEN).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
    expect(parseImportView(new URLSearchParams(pairs))).toEqual(OPEN);
    expect(formatImportView(NO_IMPORT).every(([, value]) => value === null)).toBe(true);
  });

  it('leaves out what does not parse', () => {
    const query = new URLSearchParams('import=../x&step=nine&rule=none&table=a.b&change=x:y');
    expect(parseImportView(query)).toEqual(NO_IMPORT);
  });

  it('is part of the address of the page', () => {
    const view = { ...INITIAL_VIEW, area: '529901', page: 'import', importing: OPEN } as const;
    const url = new URL(formatViewUrl(view), 'http://localhost');
    expect(parseViewUrl(url.pathname, url.search, DEFAULTS)).toEqual(view);
  });
});

describe('openImport', () => {
  beforeEach(() => {
    useViewStore.setState({ view: { ...INITIAL_VIEW, importing: OPEN, camera: { lon: 107, lat: 27, zoom: 12 } } });
  });
  const now = () => useViewStore.getState().view;

  it('begins another step with everything and the whole map', () => {
    openImport({ step: 'difference' });
    expect(now()).toMatchObject({ page: 'import', camera: null });
    expect(now().importing).toEqual({ ...OPEN, step: 'difference', rule: null, change: null });
  });

  it('keeps the map where it is while a step shows another part', () => {
    openImport({ rule: 'sliver' }, 'replace');
    expect(now().camera).not.toBeNull();
    expect(now().importing).toEqual({ ...OPEN, rule: 'sliver' });
  });
});
