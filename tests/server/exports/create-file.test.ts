import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPaperProjection } from '#core/geo/gauss-kruger.ts';
import { COUNTY_LAYERS } from '#core/ledgers/county-layers.ts';
import type { LedgerKind } from '#core/ledgers/ledger.ts';
import { listLedgerRows } from '#core/ledgers/ledgers.ts';
import { exportCounty, readBack, withFile } from '#tests/support/exported.ts';
import { readFeatureWithOgr, readWithOgr } from '#tests/support/gdal.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const SPATIAL: readonly LedgerKind[] = [
  'areas',
  'settlements',
  'sites',
  'segments',
  'hazards',
  'parks',
  'services',
  'constraints',
  'rivers',
];
const rows = createTinyCountyRows();

describe('createFile', () => {
  it('writes a GeoPackage that GDAL opens with every layer, value and place', async () => {
    const file = await exportCounty(rows, { format: 'gpkg', ledgers: [...SPATIAL, 'households', 'events'] });
    await withFile(file, async (path) => {
      const layers = new Map((await readWithOgr(path)).map((layer) => [layer.name, layer]));
      for (const kind of SPATIAL) expect(layers.get(kind)?.featureCount, kind).toBe(listLedgerRows(rows, kind).length);
      expect(layers.get('households')?.featureCount).toBe(rows.households.length);
      expect(layers.get('households')?.geometry).toBe('None');
      const [settlement] = rows.settlements;
      const feature = await readFeatureWithOgr(path, 'settlements', `code = '${settlement?.code}'`);
      expect(feature).toContain(`name (String) = ${settlement?.name}`);
      expect(feature).toContain(`POINT (${settlement?.position.join(' ')})`);
      expect(feature).toContain('ID["EPSG",4490]');
    });
  });

  it('writes shapefiles that GDAL opens, Chinese included, one for each family of shapes', async () => {
    const file = await exportCounty(rows, { format: 'shapefile', ledgers: ['areas', 'settlements', 'segments'] });
    await withFile(file, async (path) => {
      const layers = new Map((await readWithOgr(`/vsizip/${path}`)).map((layer) => [layer.name, layer]));
      expect(layers.get('areas')).toMatchObject({ featureCount: rows.areas.length, geometry: 'Polygon' });
      expect(layers.get('segments')).toMatchObject({ featureCount: rows.segments.length, geometry: 'Line String' });
      const [settlement] = rows.settlements;
      const feature = await readFeatureWithOgr(`/vsizip/${path}`, 'settlements', `CODE = '${settlement?.code}'`);
      expect(feature).toContain(settlement?.name);
    });
  });

  it.each(['geojson', 'kml'] as const)('writes %s that GDAL opens', async (format) => {
    const file = await exportCounty(rows, { format, ledgers: ['segments'] });
    await withFile(file, async (path) => {
      const [layer] = await readWithOgr(path);
      expect(layer?.featureCount).toBe(rows.segments.length);
      const feature = await readFeatureWithOgr(path, layer?.name ?? '', `code = '${rows.segments[0]?.code}'`);
      expect(feature).toContain('LINESTRING (');
    });
  });

  it.each([
    ['gauss_kruger', 0],
    ['gauss_kruger_zone', 36_000_000],
  ] as const)('writes positions in %s to the millimetre', async (crs, prefix) => {
    const file = await exportCounty(rows, { format: 'gpkg', ledgers: ['settlements'], crs });
    const [settlement] = rows.settlements;
    const [x, y] = createPaperProjection(108).forward(settlement?.position ?? [0, 0]);
    await withFile(file, async (path) => {
      const feature = await readFeatureWithOgr(path, 'settlements', `code = '${settlement?.code}'`);
      const [, east, north] = /POINT \(([\d.]+) ([\d.]+)\)/.exec(feature) ?? [];
      expect(Number(east)).toBeCloseTo(x + prefix, 3);
      expect(Number(north)).toBeCloseTo(y, 3);
    });
  });

  it.each(['xlsx', 'csv', 'geojson', 'gpkg', 'shapefile', 'kml'] as const)(
    'writes %s that an import reads row by row with the same codes, names and places',
    async (format) => {
      const file = await exportCounty(rows, { format, ledgers: ['settlements'] });
      const read = await readBack(file);
      const table = read.tables[0];
      expect(table?.rows).toHaveLength(rows.settlements.length);
      const cells = table?.rows[0]?.cells ?? [];
      expect(cells).toContain(rows.settlements[0]?.code);
      expect(cells).toContain(rows.settlements[0]?.name);
      const [lon, lat] = rows.settlements[0]?.position ?? [0, 0];
      if (format === 'xlsx' || format === 'csv') expect(cells.map(Number)).toEqual(expect.arrayContaining([lon, lat]));
      else expect(table?.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [lon, lat] });
    },
  );

  it('writes formulas of others as texts and numbers as numbers', async () => {
    const hostile = createTinyCountyRows({
      services: rows.services.map((service) => ({ ...service, name: '=HYPERLINK("http://x","y")' })),
    });
    const csv = await exportCounty(hostile, { format: 'csv', ledgers: ['services'] });
    const text = Buffer.from(csv.bytes).toString('utf8');
    expect(text).toContain(`'=HYPERLINK`);
    expect(text).not.toMatch(/(^|,)"?=HYPERLINK/m);
    const xlsx = await readBack(await exportCounty(hostile, { format: 'xlsx', ledgers: ['services'] }));
    expect(xlsx.tables[0]?.notes.map(({ kind }) => kind)).not.toContain('formulas');
    expect(xlsx.tables[0]?.rows[0]?.cells).toContain('=HYPERLINK("http://x","y")');
  });

  it('gives households no place in any format, and says that their ledgers are for the office itself', async () => {
    for (const format of ['geojson', 'gpkg', 'shapefile', 'kml'] as const) {
      const read = await readBack(await exportCounty(rows, { format, ledgers: ['households'] }));
      expect(read.tables[0]?.rows).toHaveLength(rows.households.length);
      expect(read.tables[0]?.rows.every(({ geometry }) => geometry === null)).toBe(true);
    }
    const aboutOf = async (ledger: 'homesteads' | 'settlements'): Promise<string> => {
      const { bytes } = await exportCounty(rows, { format: 'shapefile', ledgers: [ledger] });
      return strFromU8(unzipSync(bytes)['README.txt'] ?? new Uint8Array());
    };
    expect(await aboutOf('homesteads')).toContain('\u5185\u90e8\u4f7f\u7528');
    expect(await aboutOf('settlements')).not.toContain('\u5185\u90e8\u4f7f\u7528');
  });

  it('reads back from CSV what looked like a formula, and what looked guarded, as it was', async () => {
    for (const name of ['-3\u7ec4', "'=1+1", "''\uff20a", '@a', "'a"]) {
      const named = createTinyCountyRows({ services: rows.services.map((service) => ({ ...service, name })) });
      const file = await exportCounty(named, { format: 'csv', ledgers: ['services'] });
      expect((await readBack(file)).tables[0]?.rows[0]?.cells[1]).toBe(name);
    }
  });

  it('keeps to the area that is asked for', async () => {
    const village = rows.areas.find(({ level }) => level === 'village');
    const file = await exportCounty(rows, {
      format: 'gpkg',
      ledgers: ['areas', 'settlements', 'households'],
      areaCode: village?.code,
    });
    const { tables } = await readBack(file);
    const countOf = (name: string) => tables.find((table) => table.name === name)?.rows.length;
    expect(countOf('areas')).toBe(1);
    expect(countOf('settlements')).toBe(rows.settlements.filter((row) => row.villageCode === village?.code).length);
    expect(countOf('households')).toBe(
      rows.households.filter((row) => row.settlementCode.startsWith(village?.code ?? '-')).length,
    );
  });

  it('gives the same bytes for the same county on another day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    for (const format of ['xlsx', 'csv', 'geojson', 'gpkg', 'shapefile', 'kml'] as const) {
      const wish = { format, ledgers: ['settlements', 'segments'] } as const;
      vi.setSystemTime('2026-11-23T08:00:00Z');
      const first = await exportCounty(rows, wish);
      vi.setSystemTime('2026-11-24T09:00:01Z');
      const second = await exportCounty(rows, wish);
      expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes)), format).toBe(true);
    }
  });

  it('refuses KML in a grid', async () => {
    await expect(exportCounty(rows, { format: 'kml', ledgers: ['areas'], crs: 'gauss_kruger' })).rejects.toMatchObject({
      code: 'export_kml_crs',
    });
  });
});

describe('COUNTY_LAYERS', () => {
  it('hold no households', () => {
    expect(COUNTY_LAYERS.join()).not.toMatch(/household|homestead/);
  });
});
