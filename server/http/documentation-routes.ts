import { Router } from 'express';
import type { ApiPath } from './api-path.ts';
import { renderDocsPage } from './docs-page.ts';
import { createOpenApiDocument } from './openapi-document.ts';
import { readLanguage } from './reader-language.ts';
import { readNonce } from './security-headers.ts';

/** `/api/openapi.json` and `/docs`, made from the addresses that the features export. */
export function createDocumentationRoutes(options: {
  readonly paths: readonly ApiPath[];
  readonly version: string;
}): Router {
  const document = createOpenApiDocument(options.paths, options.version);
  const router = Router();
  router.get('/api/openapi.json', (_request, response) => {
    response.json(document);
  });
  router.get('/docs', (request, response) => {
    const page = renderDocsPage(document, options.paths, {
      language: readLanguage(request),
      nonce: readNonce(response),
    });
    response.set('Cache-Control', 'no-store').type('html').send(page);
  });
  return router;
}
