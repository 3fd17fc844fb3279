import { expect, it } from 'vitest';
import { printDetailSchema, printListSchema } from '#core/api/sheet-register.ts';
import type { AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import { DEFAULT_SHEET_OPTIONS } from '#core/cartography/sheet/sheet-spec.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createRegisterApp } from '#tests/support/register-app.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const COUNTY = '529902';
const SPEC: AtlasSpec = {
  areaCode: COUNTY,
  asOf: '2026-11-22',
  edition: 'internal',
  language: 'zh',
  relief: true,
  scale: 'fit',
  options: DEFAULT_SHEET_OPTIONS,
  maps: ['targets', 'progress'],
  level: 'town',
  paper: 'A3',
  papers: ['timetable'],
};
const BOOK = { level: 'town', maps: ['targets', 'progress'], papers: ['timetable'], form: 'pdf', pages: 12 } as const;

describeOnBothEngines('rememberBook', (open) => {
  it('lists an atlas among the prints, makes it again, and tells when one of its maps is out of date', async () => {
    const { ask, counties, register } = await createRegisterApp(await open());
    const context = createIndicatorContext(await counties.getCounty(COUNTY));
    const book = { ...BOOK, maps: [...BOOK.maps], papers: [...BOOK.papers] };
    const made = { spec: SPEC, context, book, title: '小石县图集', sha256: 'a'.repeat(64), byteCount: 9 };
    const { print } = await register.prints.rememberBook(made);
    const list = printListSchema.parse((await ask('GET', `/api/counties/${COUNTY}/prints`)).json());
    expect(list.items).toEqual([
      expect.objectContaining({ id: print.id, title: '小石县图集', book: BOOK, map: 'targets', liveUrl: null }),
    ]);
    const file = await ask('GET', `/api/prints/${print.id}/file`);
    expect(file.headers['content-type']).toContain('application/pdf');
    expect(file.json()).toEqual({ ...SPEC, form: 'pdf' });
    const read = async () => printDetailSchema.parse((await ask('GET', `/api/prints/${print.id}`)).json()).state;
    expect((await read()).state).toBe('current');
    const rows = createTinyCountyRows();
    const areas = rows.areas.map((area) =>
      area.level === 'village' && area.events.length === 0
        ? { ...area, events: [{ kind: 'exit' as const, on: '2026-11-25' }] }
        : area,
    );
    await counties.writeCounty({ ...rows, dataDate: '2026-11-30', areas }, { account: 'local' });
    const outdated = await read();
    expect(outdated.state).toBe('outdated');
    expect(new Set(outdated.changes.map(({ text }) => text)).size).toBe(outdated.changes.length);
  });
});
