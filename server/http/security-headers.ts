import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Text in `client/index.html` that is replaced, everywhere it stands, by the nonce of the answer. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** A fresh nonce a response; `index.html` and the content policy carry the same one. */
export const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals.cspNonce = randomBytes(18).toString('base64');
  next();
};

/** The nonce that `giveNonce` made. */
export function readNonce(response: ServerResponse): string {
  return 'locals' in response ? String((response as Response).locals.cspNonce) : '';
}

/**
 * Headers against injection, framing and guessing of types. No HSTS and no upgrade to HTTPS: offices run plain HTTP. Workers may come from
 * blobs and WebAssembly may compile (map and PDF preview); style attributes are allowed because charts set them in markup.
 *
 * @param tileHosts other servers from which the map may fetch tiles
 */
export function createSecurityHeaders(tileHosts: readonly string[] = []): RequestHandler {
  const nonceSource = (_request: IncomingMessage, response: ServerResponse): string => `'nonce-${readNonce(response)}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonceSource, "'wasm-unsafe-eval'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", nonceSource],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tileHosts],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'data:', 'blob:', ...tileHosts],
        workerSrc: ["'self'", 'blob:'],
        childSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
}
