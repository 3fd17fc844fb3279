import { registerDeleteQuerySchema } from '#core/api/sheet-register.ts';
import { InvalidInputError } from '#core/errors.ts';
import { type fillVersion, readIfMatch } from '#server/http/if-version.ts';
import { parseInput } from '#server/http/parse-request.ts';

/** A template or a spec with notes of two thousand signs fits many times. */
export const REGISTER_BODY_LIMIT = '64kb';

/** A handler and an answer, as far as they are used here. */
type Handler = typeof fillVersion;
type Response = Parameters<Handler>[1];

/** Lets changes through unless other machines are served: there are no accounts yet that could answer for them. */
export const createRegisterGate =
  (isClosed: boolean): Handler =>
  (_request, _response, next) => {
    if (isClosed) throw new InvalidInputError('register_closed', 'Other machines are served: the register is closed');
    next();
  };

/**
 * The version of a request without a body, from its query or `If-Match`.
 *
 * @throws {InvalidInputError} `missing_parameter`, `invalid_parameter`
 */
export function readIfVersion(request: Parameters<typeof readIfMatch>[0]): number {
  const ifVersion = request.query.ifVersion ?? readIfMatch(request);
  if (ifVersion === undefined)
    throw new InvalidInputError('missing_parameter', 'ifVersion is missing', { field: 'ifVersion' });
  return parseInput(registerDeleteQuerySchema, { ...request.query, ifVersion }, 'invalid_parameter').ifVersion;
}

/** Sends what changes by whoever changes it: asked for anew every time. The tag begins with the version that a change gives back. */
export function sendRegister(response: Response, answer: unknown, version?: number): void {
  response.set('Cache-Control', 'private, no-cache');
  if (version !== undefined) response.set('ETag', `"${version}"`);
  response.json(answer);
}
