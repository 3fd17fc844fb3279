import { expect, it } from 'vitest';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { createImportApp } from '#tests/support/import-app.ts';

describeOnBothEngines('importDeskRoutes', (open) => {
  it('reads a ledger that is sent', async () => {
    const app = await createImportApp(await open());
    const record = await app.upload({ name: '户台账.csv', bytes: '户编码,人数,姓名\n5299021012010010001,3,张三\n' });
    console.info(JSON.stringify(record, null, 1), app.faults);
    expect(record.state).toBe('read');
    await app.close();
  });
});
