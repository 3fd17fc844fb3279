import { describe, expect, it } from 'vitest';
import { NotFoundError } from '#core/errors.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { decodeCounty } from '#core/planning/snapshot/decode-county.ts';
import type { EncodedCounty } from '#core/planning/snapshot/encoded-county.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { createSnapshotRoutes } from '#server/planning/snapshot-routes.ts';
import { createSnapshotService } from '#server/planning/snapshot-service.ts';
import { request } from '#tests/support/request.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const ADDRESS = `/api/areas/${COUNTY}/planning-county`;

function createTestApp() {
  const county = createTinyCounty();
  const routes = createSnapshotRoutes({
    getCounty: async (code) => {
      if (code !== COUNTY) throw new NotFoundError('unknown_area', 'No such county', { code });
      return county;
    },
    service: createSnapshotService(),
  });
  const parts = { page: null, log: createLog('silent'), trustProxy: false, acceptedHosts: [] };
  return { county, app: createApp({ routers: [routes], ...parts }) };
}

describe('createSnapshotRoutes', () => {
  it('sends a county that evaluates as the server’s own', async () => {
    const { app, county } = createTestApp();
    const answer = await request(app, ADDRESS, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(evaluatePlan(decodeCounty(answer.json() as EncodedCounty))).toEqual(evaluatePlan(county));
  });

  it('sends it plain to who cannot unpack it', async () => {
    const { app } = createTestApp();
    const answer = await request(app, ADDRESS, { headers: { 'accept-encoding': 'identity' } });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.json()).toMatchObject({ code: COUNTY, revision: 1 });
  });

  it('says that nothing changed to who has it already', async () => {
    const { app } = createTestApp();
    const etag = (await request(app, ADDRESS)).headers.etag ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect((await request(app, ADDRESS, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('refuses a county that is not there', async () => {
    expect((await request(createTestApp().app, '/api/areas/110101/planning-county')).status).toBe(404);
  });
});
