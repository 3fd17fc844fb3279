import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { createTileRoutes } from '#server/tiles/tiles-routes.ts';
import { request } from '#tests/support/request.ts';
import { createTestApp, storeCounties } from '#tests/support/stored-counties.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const county = createTinyCounty();
const app = createTestApp([createTileRoutes(storeCounties([county]))]);

/** Column and row of the tile of a level that holds a position. */
function tileAt([lon, lat]: readonly [number, number], z: number): string {
  const angle = (lat * Math.PI) / 180;
  const x = Math.floor(((lon + 180) / 360) * 2 ** z);
  const y = Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * 2 ** z);
  return `${z}/${x}/${y}`;
}

/** Names of the layers of a tile and how many features each has. */
function countFeatures(bytes: Uint8Array): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  new PbfReader(bytes).readFields((tag: number, _: unknown, pbf: PbfReader) => {
    if (tag !== 3) return;
    const layer = { name: '', features: 0 };
    pbf.readMessage((field: number, own: typeof layer, inner: PbfReader) => {
      if (field === 1) own.name = inner.readString();
      if (field === 2) own.features += 1;
    }, layer);
    counts[layer.name] = layer.features;
  }, null);
  return counts;
}

describe('createTileRoutes', () => {
  it('gives every layer of a county in one tile', async () => {
    const center = county.areas[0]?.seat ?? [0, 0];
    const answer = await request(app, `/tiles/${county.code}/${tileAt(center, 8)}.mvt`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/vnd.mapbox-vector-tile');
    const counts = countFeatures(answer.bytes);
    expect(counts).toMatchObject({ villages: 4, settlements: county.settlements.length, towns: 2 });
    expect(Object.keys(counts)).not.toContain('households');
  });

  it('gives one layer, packed for readers that take gzip', async () => {
    const center = county.areas[0]?.seat ?? [0, 0];
    const address = `/tiles/${county.code}-segments/${tileAt(center, 8)}.mvt`;
    const plain = await request(app, address);
    const packed = await request(app, address, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.bytes.equals(plain.bytes)).toBe(true);
    expect(Object.keys(countFeatures(plain.bytes))).toEqual(['segments']);
  });

  it('answers nothing where nothing lies', async () => {
    const answer = await request(app, `/tiles/${county.code}/8/0/0.mvt`);
    expect(answer.status).toBe(204);
    expect(answer.bytes.byteLength).toBe(0);
  });

  it('describes itself as TileJSON whose address works', async () => {
    const answer = await request(app, `/tiles/${county.code}-villages.json?lang=en`);
    const description = answer.json() as { tiles: readonly string[]; vector_layers: readonly { id: string }[] };
    expect(description.vector_layers.map(({ id }) => id)).toEqual(['villages']);
    const [z, x, y] = tileAt(county.areas[0]?.seat ?? [0, 0], 9).split('/');
    const address = description.tiles[0]
      ?.replace('{z}', z ?? '')
      .replace('{x}', x ?? '')
      .replace('{y}', y ?? '');
    expect((await request(app, new URL(address ?? '').pathname)).status).toBe(200);
  });

  it.each([
    ['/tiles/529999/8/1/1.mvt', 404],
    [`/tiles/${county.code}-households/8/1/1.mvt`, 404],
    [`/tiles/${county.code}/3/8/1.mvt`, 404],
    [`/tiles/${county.code}/17/1/1.mvt`, 404],
    [`/tiles/${county.code}/a/1/1.mvt`, 400],
    ['/tiles/here.json', 400],
  ])('refuses %s with %i', async (address, status) => {
    expect((await request(app, address)).status).toBe(status);
  });
});
