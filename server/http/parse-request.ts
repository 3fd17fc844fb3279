import type { Request } from 'express';
import type { z } from 'zod';
import { InvalidInputError } from '#core/errors.ts';

/** Longest part of a refused value that is repeated in an answer. */
const SHOWN_CHARACTERS = 40;
/** Codes of the sentences for what was not given at all. */
const MISSING_CODES: Readonly<Record<string, string>> = {
  invalid_parameter: 'missing_parameter',
  invalid_body: 'missing_field',
};

/**
 * The query of a request, parsed by a schema of `core/api`.
 *
 * @throws {InvalidInputError} `invalid_parameter` with field, got and expected; `missing_parameter`
 */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, request: Request): z.infer<Schema> {
  return parseInput(schema, request.query, 'invalid_parameter');
}

/**
 * The named parts of a request's address, parsed by a schema of `core/api`.
 *
 * @throws {InvalidInputError} `invalid_parameter` with field, got and expected; `missing_parameter`
 */
export function parseParams<Schema extends z.ZodType>(schema: Schema, request: Request): z.infer<Schema> {
  return parseInput(schema, request.params, 'invalid_parameter');
}

/**
 * The body of a request, parsed by a schema of `core/api`.
 *
 * @throws {InvalidInputError} `invalid_body` with field, got and expected; `missing_field`; `json_expected`: nothing that says it is JSON
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, request: Request): z.infer<Schema> {
  if (request.body === undefined) throw new InvalidInputError('json_expected', 'No body of type application/json');
  return parseInput(schema, request.body, 'invalid_body');
}

/**
 * Any unknown input, parsed by a schema; `code` selects the sentence, whose placeholders are field, got and expected.
 *
 * @throws {InvalidInputError} the first issue that the schema found
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown, code: string): z.infer<Schema> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue === undefined) throw new InvalidInputError(code, 'Input refused without an issue');
  const field = issue.path.join('.') || '-';
  const missing = MISSING_CODES[code];
  if (missing !== undefined && isMissing(issue)) throw new InvalidInputError(missing, `${field} is missing`, { field });
  const expected = describeExpected(issue);
  throw new InvalidInputError(code, `Value of ${field} refused, expected ${expected}`, {
    field,
    got: describeGot(findRefused(issue)),
    expected,
  });
}

/** Nothing was given where something must be; a choice between kinds reports the whole object. */
const isMissing = (issue: z.core.$ZodIssue): boolean => issue.path.length > 0 && findRefused(issue) === undefined;

/** The value that was refused. */
function findRefused({ input, path, code }: z.core.$ZodIssue): unknown {
  const key = path.at(-1);
  const isWhole = code === 'invalid_union' && typeof input === 'object' && input !== null && key !== undefined;
  return isWhole ? (input as Readonly<Record<PropertyKey, unknown>>)[key] : input;
}

/** What would have been accepted, in signs that read the same in every language. */
function describeExpected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      return `≥ ${issue.minimum}`;
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'invalid_type':
      return issue.expected;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(' | ') : issue.message;
    case 'unrecognized_keys':
      return `≠ ${issue.keys.join(', ')}`;
    default:
      return issue.message;
  }
}

function describeGot(input: unknown): string {
  if (input === undefined) return '';
  const written = typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
  return written.length > SHOWN_CHARACTERS ? `${written.slice(0, SHOWN_CHARACTERS)}…` : written;
}
