import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { NONCE_PLACEHOLDER, readNonce } from './security-headers.ts';

/** A year: names of built assets carry a hash of their content. */
const ASSET_MAX_AGE_SECONDS = 31_536_000;

/**
 * Serves the built client: hashed assets for ever, `index.html` with a fresh nonce for every address that names no file.
 *
 * @param folder what `buildClient` wrote
 */
export function createClientRoutes(folder: string): Router {
  const router = Router();
  const indexHtml = readFileSync(join(folder, 'index.html'), 'utf8');
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: ASSET_MAX_AGE_SECONDS * 1000,
      fallthrough: true,
    }),
  );
  // The file itself holds no nonce yet: it is only ever sent through the page handler.
  router.get(/\/index\.html$/i, (_request, response) => response.redirect('/'));
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get(
    '/{*path}',
    createPageHandler(() => indexHtml),
  );
  return router;
}

/** Answers page addresses with `index.html`, its nonce placeholders filled; addresses of files and of the API fall through. */
export function createPageHandler(loadHtml: (path: string) => string | Promise<string>): RequestHandler {
  return async (request, response, next) => {
    if (!isPageAddress(request.path) || !request.accepts('html')) return next();
    const html = await loadHtml(request.originalUrl);
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(html.replaceAll(NONCE_PLACEHOLDER, readNonce(response)));
  };
}

/** Whether an address may be a view of the page: no file ending and not an interface for programs. */
export function isPageAddress(path: string): boolean {
  return !/^\/(api|tiles|ogc|docs|health|metrics|assets)(\/|$)/.test(path) && !/\.\w+$/.test(path);
}
