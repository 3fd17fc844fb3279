import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BaseMapList } from '#core/api/base-maps.ts';
import { createBaseMapRoutes } from '#server/tiles/base-maps/base-map-routes.ts';
import { createBaseMapsService } from '#server/tiles/base-maps/base-maps-service.ts';
import { request } from '#tests/support/request.ts';
import { createTestApp } from '#tests/support/stored-counties.ts';
import { createPmtiles, ONE_PIXEL_PNG, writeMbtiles } from '#tests/support/tile-archives.ts';

const TILE = { z: 8, x: 204, y: 107, bytes: ONE_PIXEL_PNG };
const KEY = '0123456789abcdef0123456789abcdef';

/** An app over a folder that is removed afterwards. */
async function withFolder(
  work: (folder: string, app: ReturnType<typeof createTestApp>) => Promise<void>,
  tiandituKey: string | null = null,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-basemaps-'));
  const service = createBaseMapsService({ folder, tiandituKey });
  try {
    await work(folder, createTestApp([createBaseMapRoutes({ service, folder })]));
  } finally {
    await service.close();
    await rm(folder, { recursive: true });
  }
}

const listItems = async (app: ReturnType<typeof createTestApp>, query = '') =>
  ((await request(app, `/api/basemaps${query}`)).json() as BaseMapList).items;

describe('createBaseMapRoutes', () => {
  it('lists nothing where nothing was dropped', async () => {
    await withFolder(async (_folder, app) => expect(await listItems(app)).toEqual([]));
  });

  it('serves the tiles of a PMTiles file', async () => {
    await withFolder(async (folder, app) => {
      await writeFile(
        join(folder, 'county.pmtiles'),
        createPmtiles([TILE], { name: 'Imagery', attribution: '<b>Survey</b>' }),
      );
      const [map] = await listItems(app);
      expect(map).toMatchObject({
        id: 'county',
        name: 'Imagery',
        kind: 'raster',
        attribution: 'Survey',
        minZoom: 8,
        maxZoom: 8,
        problem: null,
      });
      const answer = await request(app, '/basemaps/county/8/204/107');
      expect(answer.headers['content-type']).toBe('image/png');
      expect(answer.bytes.equals(ONE_PIXEL_PNG)).toBe(true);
      expect((await request(app, '/basemaps/county/8/0/0')).status).toBe(204);
    });
  });

  it('serves the tiles of an MBTiles file, rows counted from the north', async () => {
    await withFolder(async (folder, app) => {
      writeMbtiles(join(folder, '影像.mbtiles'), [TILE], { name: '影像', format: 'png', bounds: '107,26,108,28' });
      const [map] = await listItems(app);
      expect(map).toMatchObject({ id: '影像', kind: 'raster', bounds: [107, 26, 108, 28], minZoom: 8, problem: null });
      const address = (map?.tiles[0] ?? '').replace('{z}', '8').replace('{x}', '204').replace('{y}', '107');
      expect((await request(app, address)).bytes.equals(ONE_PIXEL_PNG)).toBe(true);
    });
  });

  it('notices files that come, change and go', async () => {
    await withFolder(async (folder, app) => {
      const path = join(folder, 'a.pmtiles');
      await writeFile(path, createPmtiles([TILE], { name: 'first' }));
      expect((await listItems(app))[0]?.name).toBe('first');
      await writeFile(path, createPmtiles([TILE, { ...TILE, z: 9 }], { name: 'second' }));
      expect((await listItems(app))[0]?.name).toBe('second');
      await rm(path);
      expect(await listItems(app)).toEqual([]);
      expect((await request(app, '/basemaps/a/8/204/107')).status).toBe(404);
    });
  });

  it.each([
    ['empty.pmtiles', ''],
    ['page.mbtiles', '<html>not found</html>'],
    ['cut.pmtiles', Buffer.from(createPmtiles([TILE], { name: 'cut' })).subarray(0, 100)],
  ])('says of %s that it is damaged, and keeps the others', async (name, content) => {
    await withFolder(async (folder, app) => {
      await writeFile(join(folder, name), content);
      await writeFile(join(folder, 'sound.pmtiles'), createPmtiles([TILE], { name: 'sound' }));
      const items = await listItems(app, '?lang=zh');
      expect(items.find(({ id }) => id !== 'sound')?.problem).toContain(name);
      expect(items.find(({ id }) => id === 'sound')?.problem).toBeNull();
    });
  });

  it('reads no file outside the folder', async () => {
    await withFolder(async (folder, app) => {
      await writeFile(join(folder, '..', 'outside.pmtiles'), createPmtiles([TILE], {}));
      const answer = await request(app, `/basemaps/${encodeURIComponent('../outside')}/8/204/107`);
      expect(answer.status).toBe(404);
      await rm(join(folder, '..', 'outside.pmtiles'));
    });
  });

  it('offers Tianditu only where the office has a key', async () => {
    await withFolder(async (_folder, app) => {
      const items = await listItems(app);
      expect(items.map(({ id, isRemote }) => [id, isRemote])).toEqual([
        ['tianditu-vec', true],
        ['tianditu-img', true],
      ]);
      expect(items[0]?.tiles[0]).toMatch(/^https:\/\/t0\.tianditu\.gov\.cn\/vec_w\/wmts\?.*tk=0123.*TILEMATRIX=\{z\}/);
    }, KEY);
  });
});
