import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SourceFile } from '#core/ledgers/source-table.ts';
import { createGdalService, GdalError, type GdalService } from '#server/gdal/create-gdal-service.ts';
import { loadGdal } from '#server/imports/readers/load-gdal.ts';
import { readMade, refusalOf, zipOf } from '#tests/support/made-files.ts';

const COLLECTION = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: 'S1', people: 12 },
      geometry: { type: 'Point', coordinates: [102.5, 24.5] },
    },
    {
      type: 'Feature',
      properties: { code: 'S2', people: null },
      geometry: { type: 'Point', coordinates: [102.6, 24.6] },
    },
  ],
};

function start(): { readonly service: GdalService; readonly folder: string; readonly source: string } {
  const service = createGdalService();
  const folder = mkdtempSync(join(tmpdir(), 'guatu-gdal-'));
  onTestFinished(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const source = join(folder, 'sites.geojson');
  writeFileSync(source, JSON.stringify(COLLECTION));
  return { service, folder, source };
}

/** Positions of points to nine decimals. */
const positionsOf = (file: SourceFile | undefined) =>
  file?.tables[0]?.rows.map(({ geometry }) =>
    geometry?.type === 'Point' ? geometry.coordinates.map((number) => Number(number.toFixed(9))) : null,
  );

describe('createGdalService', () => {
  it('converts into the given folder and reads the layers of what it wrote', async () => {
    const { service, folder, source } = start();
    const outputs = [
      { name: 'sites', options: ['-f', 'GPKG', '-nln', 'sites'] },
      { name: 'points', options: ['-f', 'KML'] },
    ];
    const paths = await service.convert({ source, folder, outputs });
    expect(paths).toEqual([join(folder, 'sites.gpkg'), join(folder, 'points.kml')]);
    expect(paths.every((path) => existsSync(path))).toBe(true);
    expect(await service.readLayers(paths[0] ?? '')).toMatchObject([
      { name: 'sites', featureCount: 2, geometryKinds: ['Point'], fields: ['code', 'people'] },
    ]);
  });

  it('says what GDAL says of a file that it cannot read', async () => {
    const { service, folder } = start();
    const source = join(folder, 'broken.gpkg');
    writeFileSync(source, 'nothing');
    await expect(service.readLayers(source)).rejects.toThrow(GdalError);
    await expect(service.convert({ source, folder, outputs: [] })).rejects.toThrow(/not recogni[sz]ed/i);
  });

  it('ends a thread that takes too long', async () => {
    const { service, folder, source } = start();
    await expect(service.convert({ source, folder, outputs: [], seconds: 0.001 })).rejects.toThrow(/No answer/);
  });
});

describe('readFilegdb', () => {
  it('reads a FileGDB in a ZIP with the module of GDAL loaded by its address, and leaves nothing behind', async () => {
    const { service, folder, source } = start();
    const [made = ''] = await service.convert({
      source,
      folder,
      outputs: [{ name: 'county', options: ['-f', 'OpenFileGDB', '-nln', 'sites'] }],
    });
    const entries = readdirSync(made).map(
      (name) => [`${basename(made)}/${name}`, new Uint8Array(readFileSync(join(made, name)))] as const,
    );
    const convertWithGdal = await loadGdal(
      new URL('../../../server/gdal/create-gdal-service.ts', import.meta.url).href,
    );
    const [file] = await readMade([['county.zip', zipOf(Object.fromEntries(entries))]], { convertWithGdal });
    expect(file).toMatchObject({ format: 'filegdb' });
    expect(file?.tables).toMatchObject([{ name: 'sites', columns: ['code', 'people'], crs: { kind: 'wgs84' } }]);
    expect(file?.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['S1', 12],
      ['S2', null],
    ]);
    // A FileGDB keeps coordinates on a grid of its own.
    expect(positionsOf(file)).toEqual([
      [102.5, 24.5],
      [102.6, 24.6],
    ]);
  });

  it('refuses a FileGDB where GDAL is not at hand, and a damaged one where it is', async () => {
    const broken = zipOf({ 'a.gdb/a00000001.gdbtable': 'nothing', 'a.gdb/gdb': 'x' });
    expect((await refusalOf([['a.zip', broken]])).code).toBe('import_filegdb_closed');
    const { service } = start();
    expect((await refusalOf([['a.zip', broken]], { convertWithGdal: service.convert })).code).toBe(
      'import_file_damaged',
    );
  });
});
