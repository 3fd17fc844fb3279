import { expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import { changesSchema } from '#core/api/sheet-register.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createRegisterApp } from '#tests/support/register-app.ts';

const CHANGES = '/api/areas/529902/changes';

describeOnBothEngines('createChangesRoutes', (open) => {
  it('tells figures then and now and what changed by town, and hands the same days to the page', async () => {
    const { ask } = await createRegisterApp(await open());
    const changes = changesSchema.parse((await ask('GET', `${CHANGES}?from=2024-01-02`)).json());
    expect(changes).toMatchObject({ area: '529902', from: '2024-01-02', to: '2026-11-22', revision: 1 });
    expect(changes.figures.find(({ indicator }) => indicator === 'S3')?.change).toMatch(/^\+\d+\.\d points$/);
    const moved = changes.groups.find(({ group }) => group === 'moved_in');
    expect(moved?.text).toMatch(/^Moved in: \d+ households, \d+ people$/);
    for (const { towns } of changes.groups) for (const { code } of towns) expect(code).toMatch(/^529902(\d{3})?$/);
    const page = await ask('GET', '/api/areas/529902/changes-sheet.pdf?from=2024-01-02&to=2026-11-01');
    expect(page.headers['content-type']).toContain('application/pdf');
    expect(JSON.parse(page.text)).toEqual({ areaCode: '529902', from: '2024-01-02', to: '2026-11-01', language: 'en' });
  });

  it('refuses days in the wrong order, days after the data, and areas that are not there', async () => {
    const { ask } = await createRegisterApp(await open());
    const codeOf = async (path: string) => problemSchema.parse((await ask('GET', path)).json()).code;
    expect(await codeOf(`${CHANGES}?from=2026-11-22`)).toBe('changes_range');
    expect(await codeOf(`${CHANGES}?from=2026-01-01&to=2027-01-01`)).toBe('invalid_date');
    expect(await codeOf(CHANGES)).toBe('missing_parameter');
    expect(await codeOf('/api/areas/529902999/changes?from=2026-01-01')).toBe('unknown_area');
  });
});
