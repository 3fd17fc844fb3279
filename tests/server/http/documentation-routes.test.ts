import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ApiPath } from '#server/http/api-path.ts';
import { createApp } from '#server/http/create-app.ts';
import { createDocumentationRoutes } from '#server/http/documentation-routes.ts';
import { createLog } from '#server/http/request-log.ts';
import { request } from '#tests/support/request.ts';

const PATH: ApiPath = {
  method: 'get',
  path: '/api/things/{code}',
  summary: 'A thing & its <parts>.',
  tag: 'things',
  params: z.object({ code: z.string() }),
  query: z.object({ limit: z.coerce.number().int().max(100).default(20) }),
  answer: z.object({ name: z.string() }),
};

function createTestApp() {
  return createApp({
    routers: [createDocumentationRoutes({ paths: [PATH], version: '1.2.3' })],
    page: null,
    log: createLog('silent'),
    trustProxy: false,
    acceptedHosts: null,
  });
}

describe('createDocumentationRoutes', () => {
  it('answers the OpenAPI document of the given addresses', async () => {
    const answer = await request(createTestApp(), '/api/openapi.json');
    expect(answer.json()).toMatchObject({
      openapi: '3.1.0',
      info: { version: '1.2.3' },
      paths: {
        '/api/things/{code}': {
          get: {
            parameters: [
              { name: 'code', in: 'path', required: true },
              { name: 'limit', in: 'query', required: false, schema: { maximum: 100, default: 20 } },
            ],
            responses: { 200: { content: { 'application/json': { schema: { type: 'object' } } } } },
          },
        },
      },
    });
  });

  it('draws the same addresses as a page without scripts, escaped', async () => {
    const answer = await request(createTestApp(), '/docs?lang=en');
    expect(answer.text).toContain('GET /api/things/{code}');
    expect(answer.text).toContain('A thing &amp; its &lt;parts&gt;.');
    expect(answer.text).toContain('integer, ≤ 100, = 20');
    expect(answer.text).not.toContain('<script');
  });
});
