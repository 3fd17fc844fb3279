import compression from 'compression';
import express, { type Express, type RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import { answerUnknownAddress, createErrorHandler } from './error-handler.ts';
import { createHostCheck } from './host-check.ts';
import { createMetrics } from './metrics.ts';
import { createRequestLog } from './request-log.ts';
import { createSecurityHeaders, giveNonce } from './security-headers.ts';

/** What an app is made of. */
export interface AppParts {
  /** Routers of the features, in any order; each knows its whole addresses. */
  readonly routers: readonly Router[];
  /** Routes of the page: built files, or the development server; null where only the interface is wanted. */
  readonly page: RequestHandler | null;
  readonly log: Logger;
  /** Whether the headers of a proxy in front are believed. */
  readonly trustProxy: boolean;
  /** Host names accepted besides the loopback ones; null accepts every name. */
  readonly acceptedHosts: readonly string[] | null;
  /** Other servers from which the map may fetch tiles. */
  readonly tileHosts?: readonly string[];
}

/** The HTTP application: what every request passes, the features, the page, and errors as problem JSON. Does not listen. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustProxy);
  const metrics = createMetrics();
  app.use(createRequestLog(parts.log), metrics.count);
  app.use(giveNonce, createSecurityHeaders(parts.tileHosts));
  if (parts.acceptedHosts !== null) app.use(createHostCheck(parts.acceptedHosts));
  app.use(compression());
  app.use(Router().get('/metrics', metrics.answer));
  for (const router of parts.routers) app.use(router);
  if (parts.page !== null) app.use(parts.page);
  app.use(answerUnknownAddress);
  app.use(createErrorHandler(parts.log));
  return app;
}
