import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { dateSchema } from '#core/api/common.ts';
import { EnvironmentError, NotFoundError } from '#core/errors.ts';
import { createClientRoutes } from '#server/http/client-files.ts';
import { type AppParts, createApp } from '#server/http/create-app.ts';
import { parseQuery } from '#server/http/parse-request.ts';
import { createLog } from '#server/http/request-log.ts';
import { request } from '#tests/support/request.ts';

function createTestApp(overrides: Partial<AppParts> = {}) {
  return createApp({
    routers: [],
    page: null,
    log: createLog('silent'),
    trustProxy: false,
    acceptedHosts: [],
    ...overrides,
  });
}

function createRouter(path: string, handler: RequestHandler): Router {
  return Router().get(path, handler);
}

function createClientFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-client-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<meta content="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  return folder;
}

describe('createApp', () => {
  it('answers an unknown address with a problem in Chinese by default', async () => {
    const answer = await request(createTestApp(), '/api/nothing');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'unknown_address', status: 404, instance: '/api/nothing' });
    expect(answer.text).toContain('没有这个地址');
  });

  it('answers in the language of the query before that of Accept-Language', async () => {
    const app = createTestApp();
    const byHeader = await request(app, '/api/nothing', { headers: { 'accept-language': 'en-GB,en;q=0.8' } });
    expect(byHeader.text).toContain('There is no address');
    const byQuery = await request(app, '/api/nothing?lang=zh', { headers: { 'accept-language': 'en' } });
    expect(byQuery.text).toContain('没有这个地址');
  });

  it('names field, value and expectation of refused input with status 400', async () => {
    const router = createRouter('/api/x', (asked, response) => {
      response.json(parseQuery(z.object({ asOf: dateSchema, paper: z.enum(['A0', 'A1']) }), asked));
    });
    const app = createTestApp({ routers: [router] });
    const badPaper = await request(app, '/api/x?asOf=2026-11-22&paper=B5&lang=en');
    expect(badPaper.status).toBe(400);
    expect(badPaper.json()).toMatchObject({
      code: 'invalid_parameter',
      detail: 'The value "B5" of parameter paper cannot be used; expected: A0 | A1.',
    });
    const badDate = await request(app, '/api/x?asOf=2026-02-30&paper=A0&lang=en');
    expect(badDate.json()).toMatchObject({
      detail: 'The value "2026-02-30" of parameter asOf cannot be used; expected: YYYY-MM-DD.',
    });
  });

  it('maps the class of an error to its status', async () => {
    const routers = [
      createRouter('/api/missing', () => {
        throw new NotFoundError('unknown_area', 'No area', { code: '529999' });
      }),
      createRouter('/api/down', async () => {
        throw new EnvironmentError('disk_full', 'Disk full', { folder: '/data' });
      }),
    ];
    const app = createTestApp({ routers });
    const missing = await request(app, '/api/missing?lang=en');
    expect(missing.json()).toMatchObject({ status: 404, detail: 'There is no area with the code 529999.' });
    expect((await request(app, '/api/down')).status).toBe(503);
  });

  it('tells a fault of the program by a number and never by its message', async () => {
    const router = createRouter('/api/fault', () => {
      throw new Error('secret of the inside');
    });
    const answer = await request(createTestApp({ routers: [router] }), '/api/fault?lang=en');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('secret');
    expect(answer.json()).toMatchObject({
      code: 'internal_error',
      detail: expect.stringMatching(/record number \w{8}/),
    });
  });

  it('answers an address that cannot be decoded with status 400', async () => {
    const router = createRouter('/api/areas/:code', (_asked, response) => {
      response.json({});
    });
    expect((await request(createTestApp({ routers: [router] }), '/api/areas/%E0%A4%A')).status).toBe(400);
  });

  it('refuses foreign host names on the loopback and accepts those of the settings', async () => {
    const router = createRouter('/api/x', (_asked, response) => {
      response.json({});
    });
    const app = createTestApp({ routers: [router], acceptedHosts: ['Map.County.gov'] });
    const ask = (host: string) => request(app, '/api/x', { headers: { host } });
    expect((await ask('attacker.example:8470')).status).toBe(403);
    expect((await ask('')).status).toBe(403);
    for (const host of ['localhost:8470', '127.0.0.1:8470', '[::1]:8470', 'map.county.gov']) {
      expect((await ask(host)).status, host).toBe(200);
    }
  });

  it('sends a content policy with a fresh nonce and no HTTPS upgrade', async () => {
    const app = createTestApp();
    const policies = [await request(app, '/api/x'), await request(app, '/api/x')].map(
      (answer) => answer.headers['content-security-policy'] ?? '',
    );
    expect(policies[0]).toContain("worker-src 'self' blob:");
    expect(policies[0]).toContain("'wasm-unsafe-eval'");
    expect(policies[0]).not.toContain('upgrade-insecure-requests');
    expect(policies[0]).not.toEqual(policies[1]);
    expect((await request(app, '/')).headers['strict-transport-security']).toBeUndefined();
  });

  it('serves index.html for every view with the nonce of its policy', async () => {
    const app = createTestApp({ page: createClientRoutes(createClientFolder()) });
    const answer = await request(app, '/529901/progress', { headers: { accept: 'text/html' } });
    const nonce = /'nonce-([^']+)'/.exec(answer.headers['content-security-policy'] ?? '')?.[1];
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(`<meta content="${nonce}"><script nonce="${nonce}"></script>`);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('caches hashed assets for a year and answers missing files and addresses of programs with 404', async () => {
    const app = createTestApp({ page: createClientRoutes(createClientFolder()) });
    const ask = (address: string) => request(app, address, { headers: { accept: '*/*' } });
    expect((await ask('/assets/main-1a2b.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/icon.svg')).headers['cache-control']).toContain('max-age=0');
    expect((await ask('/assets/gone.js')).status).toBe(404);
    expect((await ask('/api/nothing')).status).toBe(404);
    expect((await ask('/assets/../index.html')).text).not.toContain('__CSP_NONCE__');
  });

  it('compresses long answers and counts requests', async () => {
    const router = createRouter('/api/long', (_asked, response) => {
      response.json({ text: '挂图'.repeat(2000) });
    });
    const app = createTestApp({ routers: [router] });
    const long = await request(app, '/api/long', { headers: { 'accept-encoding': 'gzip' } });
    expect(long.headers['content-encoding']).toBe('gzip');
    expect(long.json()).toEqual({ text: '挂图'.repeat(2000) });
    const metrics = await request(app, '/metrics');
    expect(metrics.text).toContain('guatu_requests_total{status="2xx"} 1');
  });
});
