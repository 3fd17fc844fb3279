import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createOutlets } from '#server/compose-outlets.ts';
import { createCountyService } from '#server/county/county-service.ts';
import { createCoverageService } from '#server/coverage/coverage-service.ts';
import { openDatabase } from '#server/db/open-database.ts';
import { createTestPlace } from '#tests/support/databases.ts';
import { readBack } from '#tests/support/exported.ts';
import { request } from '#tests/support/request.ts';
import { createTestApp } from '#tests/support/stored-counties.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const rows = createTinyCountyRows();

async function createExportApp() {
  const place = await createTestPlace('embedded');
  onTestFinished(place.remove);
  const db = await openDatabase(place.options);
  onTestFinished(db.close);
  const stored = createCountyService({ db });
  const readCountyText = vi.fn(stored.readCountyText);
  const counties = { ...stored, readCountyText };
  await counties.writeCounty(rows, { account: 'local' });
  const exportFolder = await mkdtemp(join(tmpdir(), 'guatu-exports-'));
  onTestFinished(() => rm(exportFolder, { recursive: true }));
  const coverage = createCoverageService({ getCounty: counties.getCounty });
  const { routers, close } = createOutlets({
    ...{ counties, coverage, version: '1.2.3', exportFolder },
    baseMaps: { folder: '', tiandituKey: null },
  });
  onTestFinished(close);
  return { app: createTestApp(routers), counties, readCountyText };
}

describe('createExportRoutes', () => {
  it('hands out ledgers, figures, maps and blank ledgers, and refuses in a sentence', async () => {
    const { app, counties, readCountyText } = await createExportApp();
    const download = async (query: string) => {
      const answer = await request(app, `/api/exports/${rows.code}${query}`);
      expect(answer.status, answer.text.slice(0, 300)).toBe(200);
      const fileName = /filename="?([^";]+)/.exec(answer.headers['content-disposition'] ?? '')?.[1] ?? '';
      return readBack({ fileName, mediaType: '', bytes: answer.bytes });
    };
    const ledgers = await download('?ledgers=all&format=gpkg');
    const countOf = (name: string) => ledgers.tables.find((table) => table.name === name)?.rows.length;
    expect(countOf('households')).toBe(rows.households.length);
    expect(countOf('segments')).toBe(rows.segments.length);

    const figures = await download('?indicators=self&format=csv');
    expect(figures.tables[0]?.columns).toContain('分子');
    expect(figures.tables[0]?.rows.length).toBeGreaterThan(20);

    const map = await download('?map=progress&format=gpkg');
    expect(map.tables.map(({ name }) => name)).toContain('segments');
    expect(map.tables.map(({ name }) => name)).not.toContain('households');

    const blank = await request(app, `/api/exports/${rows.code}/blank?ledger=households&lang=zh`);
    expect(blank.headers['content-disposition']).toContain('blank.xlsx');
    // the thread reads a county once
    expect(readCountyText).toHaveBeenCalledTimes(1);

    for (const query of [
      '',
      '?ledgers=nothing',
      '?ledgers=all&format=pdf',
      '?ledgers=areas&format=kml&crs=gauss_kruger',
    ]) {
      const refused = await request(app, `/api/exports/${rows.code}${query}`);
      expect(refused.status, query).toBe(400);
      expect((refused.json() as { detail: string }).detail).toMatch(/\p{Script=Han}/u);
    }
    // and reads it again at a new revision
    const services = rows.services.map((service) => ({ ...service, name: `${service.name}新` }));
    await counties.writeCounty({ ...rows, services }, { account: 'local' });
    const renamed = await download('?ledgers=services&format=csv');
    expect(renamed.tables[0]?.rows[0]?.cells).toContain(services[0]?.name);
    expect(readCountyText).toHaveBeenCalledTimes(2);
    expect((await request(app, '/api/exports/529999?ledgers=all')).status).toBe(404);
    expect((await request(app, `/api/exports/${rows.code}999?ledgers=all`)).status).toBe(404);
  });
});
