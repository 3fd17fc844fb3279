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

/** … for a text that is there and has nothing in it … */
const EMPTY_CODES: Readonly<Record<string, string>> = { invalid_body: 'empty_field' };
/** … for what nobody asked for … */
const UNKNOWN_CODES: Readonly<Record<string, string>> = { invalid_body: 'unknown_field' };
/** … and for a body that is refused as a whole. */
const WHOLE_CODES: Readonly<Record<string, string>> = { invalid_body: 'invalid_whole_body' };
/** Kinds of value in signs that read the same in every language. */
const SIGNS: Readonly<Record<string, string>> = {
  number: '1.5',
  int: '1, 2, 3 …',
  string: '"…"',
  boolean: 'true | false',
  array: '[…]',
  tuple: '[…, …]',
  object: '{…}',
  record: '{…}',
};
/** What `≥ 3` counts where it is no number. */
const COUNTED: Readonly<Record<string, string>> = { string: '"…" × ', array: '[…] × ' };

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
  throw createRefusal(issue, input, code);
}

function createRefusal(issue: z.core.$ZodIssue, input: unknown, code: string): InvalidInputError {
  const field = issue.path.join('.');
  const missing = MISSING_CODES[code];
  if (missing !== undefined && isMissing(issue))
    return new InvalidInputError(missing, `${field} is missing`, { field });
  const empty = EMPTY_CODES[code];
  if (empty !== undefined && isEmptyText(issue)) return new InvalidInputError(empty, `${field} is empty`, { field });
  const unknown = UNKNOWN_CODES[code];
  if (unknown !== undefined && issue.code === 'unrecognized_keys') {
    const fields = issue.keys.map((key) => describeGot([field, key].filter(Boolean).join('.'))).join(', ');
    return new InvalidInputError(unknown, `${fields} is not known`, { field: fields });
  }
  const expected = describeExpected(issue);
  const got = describeGot(findRefused(issue, input));
  const whole = field === '' ? WHOLE_CODES[code] : undefined;
  const message = `Value of ${field} refused, expected ${expected}`;
  return new InvalidInputError(whole ?? code, message, { field: field || '-', got, expected });
}

/** Nothing was given where something must be; a choice between kinds reports the whole object. */
const isMissing = (issue: z.core.$ZodIssue): boolean => issue.path.length > 0 && findRefused(issue) === undefined;

/** A text without any character where there must be one. */
const isEmptyText = (issue: z.core.$ZodIssue): boolean =>
  issue.path.length > 0 && issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1;

/** The value that was refused, as it was written. @param whole the input, where a number that is none is looked up */
function findRefused({ input, path, code }: z.core.$ZodIssue, whole?: unknown): unknown {
  if (Number.isNaN(input)) return path.reduce(readMember, whole);
  const key = path.at(-1);
  const isWhole = code === 'invalid_union' && typeof input === 'object' && input !== null && key !== undefined;
  return isWhole ? readMember(input, key) : input;
}

const readMember = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : value;

/** What would have been accepted, in signs that read the same in every language. */
function describeExpected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      return `${COUNTED[issue.origin] ?? ''}${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}`;
    case 'too_big':
      return `${COUNTED[issue.origin] ?? ''}${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}`;
    case 'invalid_type':
      return SIGNS[issue.expected] ?? issue.expected;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String).join(' | ') : issue.message;
    case 'unrecognized_keys':
      return `≠ ${issue.keys.map(describeGot).join(', ')}`;
    default:
      return issue.message;
  }
}

function describeGot(input: unknown): string {
  if (input === undefined) return '';
  const written = typeof input === 'string' ? input : (JSON.stringify(input) ?? '');
  return written.length > SHOWN_CHARACTERS ? `${written.slice(0, SHOWN_CHARACTERS)}…` : written;
}
