import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { type Logger, pino } from 'pino';

/** How much is logged; `silent` for tests. */
export type LogLevel = 'silent' | 'error' | 'warn' | 'info';

/** A log of JSON lines on the error stream, so that what `npm start` says stays readable. */
export function createLog(level: LogLevel): Logger {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
}

/** Number of a request in the log. */
export function readRequestNumber(response: Response): string {
  return String(response.locals.requestNumber ?? '');
}

/** Gives each request a number and logs method, path, status and time: no query, address, header or body, which may hold personal data. */
export function createRequestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    response.locals.requestNumber = randomUUID().slice(0, 8);
    const startedAt = performance.now();
    response.once('finish', () => {
      const milliseconds = Math.round(performance.now() - startedAt);
      const entry = {
        request: readRequestNumber(response),
        method: request.method,
        path: request.path,
        status: response.statusCode,
      };
      log.info({ ...entry, milliseconds }, 'request');
    });
    next();
  };
}
