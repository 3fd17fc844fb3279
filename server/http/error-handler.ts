import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Problem } from '#core/api/common.ts';
import { DomainError, EnvironmentError, InvalidGeometryError, InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, type TextValues, text } from '#core/texts/text.ts';
import { readLanguage } from './reader-language.ts';
import { readRequestNumber } from './request-log.ts';

/** The one table from code to status; a code that is absent takes the status of its class. */
const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  bad_request: 400,
  forbidden: 403,
  unknown_host: 403,
  request_too_large: 413,
  settings_closed: 403,
  revision_conflict: 409,
  county_changed: 409,
  county_unchanged: 409,
  import_busy: 409,
  import_written: 409,
  import_not_read: 409,
  import_conflict: 409,
  import_unchecked: 409,
  import_other_revision: 409,
  import_rows_held: 409,
  import_table_errors: 409,
  import_no_rows: 409,
  import_crs_unconfirmed: 409,
  import_same_file: 409,
  import_no_change: 409,
  import_not_written: 409,
  import_changed_since: 409,
  import_needed_since: 409,
  imports_closed: 403,
  job_not_done: 409,
  plan_conflict: 409,
  plan_frozen: 409,
  plan_submitted: 409,
  plan_not_publishable: 409,
  plan_base_superseded: 409,
  plans_closed: 403,
  template_name_taken: 409,
  template_changed: 409,
  wall_changed: 409,
  wall_in_use: 409,
  public_board_only: 409,
  board_has_internal: 409,
  already_hanging: 409,
  taken_down_already: 409,
  register_closed: 403,
  too_many_jobs: 429,
  import_too_many_waiting: 429,
  internal_error: 500,
};

/** Status of a failure; 500 for everything that is not a `DomainError`. */
export function statusOf(error: unknown): number {
  if (!(error instanceof DomainError)) return 500;
  const status = STATUS_BY_CODE[error.code];
  if (status !== undefined) return status;
  if (error instanceof NotFoundError) return 404;
  if (error instanceof InvalidInputError || error instanceof InvalidGeometryError) return 400;
  return error instanceof EnvironmentError ? 503 : 500;
}

/** Problem JSON (RFC 9457) of a code: a sentence in the reader's language, the English message where there is none. */
export function createProblem(
  code: string,
  values: TextValues,
  options: {
    readonly status: number;
    readonly language: Language;
    readonly message?: string;
    readonly instance?: string;
  },
): Problem {
  return {
    type: `urn:guatu:problem:${code}`,
    title: STATUS_CODES[options.status] ?? 'Error',
    status: options.status,
    code,
    detail: hasText('errors', code) ? text(options.language, 'errors', code, values) : (options.message ?? code),
    instance: options.instance,
  };
}

/** Answers every address that no route took with a 404 problem. */
export const answerUnknownAddress: RequestHandler = (request) => {
  throw new NotFoundError('unknown_address', 'No such address', { path: request.path });
};

/** Answers errors of routes with problem JSON; what is not a `DomainError` is logged and told without its message. */
export function createErrorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const known = toDomainError(error, readRequestNumber(response));
    const status = statusOf(known);
    if (status >= 500)
      log.error({ request: readRequestNumber(response), code: known.code, error: describe(error) }, 'request failed');
    if (response.headersSent) return next(error);
    const problem = createProblem(known.code, known.details, {
      status,
      language: readLanguage(request),
      message: known.message,
      instance: request.path,
    });
    sendProblem(response, problem);
  };
}

/** Sends a problem with its media type; never cached. */
export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json');
  response.send(JSON.stringify(problem));
}

/** Errors of Express and its parsers carry an HTTP status; anything else is a fault of ours. */
function toDomainError(error: unknown, requestId: string): DomainError {
  if (error instanceof DomainError) return error;
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 413) return new InvalidInputError('request_too_large', 'Request too large');
  if (status >= 400 && status < 500) return new InvalidInputError('bad_request', 'Bad request');
  return new DomainError('internal_error', 'Internal error', { request: requestId });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
