import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createOgcRoutes } from '#server/ogc/ogc-routes.ts';
import { readFeatureWithOgr, readWithOgr } from '#tests/support/gdal.ts';
import { createTestApp, storeCounties } from '#tests/support/stored-counties.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('GDAL', () => {
  it('opens the county by address and reads every layer', async () => {
    const county = createTinyCounty();
    const server = createServer(createTestApp([createOgcRoutes({ ...storeCounties([county]), version: '1.2.3' })]));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const source = `OAPIF:http://127.0.0.1:${port}/ogc`;
      const layers = new Map((await readWithOgr(source)).map((layer) => [layer.name, layer]));
      const count = (layer: string) => layers.get(`${county.code}-${layer}`)?.featureCount;
      expect(count('villages')).toBe(county.areas.filter(({ level }) => level === 'village').length);
      expect(count('settlements')).toBe(county.settlements.length);
      expect(count('segments')).toBe(county.segments.length);
      expect(count('constraints')).toBe(county.constraints.length);
      expect(layers.get(`${county.code}-segments`)?.fields).toContain('surface');
      const [row] = county.settlements;
      const feature = await readFeatureWithOgr(source, `${county.code}-settlements`, `code = '${row?.code}'`);
      expect(feature).toContain(`name (String) = ${row?.name}`);
      expect(feature).toContain(`POINT (${row?.position.join(' ')})`);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
