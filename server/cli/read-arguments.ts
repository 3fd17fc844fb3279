import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { InvalidInputError } from '#core/errors.ts';

/** The words of a command line: values by `--name`, the rest in order. */
export interface Arguments {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/**
 * Reads `--name value`, `--name=value`, `--flag` and positional words.
 *
 * @param usage sentence for the error
 * @throws {InvalidInputError} `invalid_argument`: an option that the command does not know
 */
export function readArguments(
  args: readonly string[],
  known: { readonly values?: readonly string[]; readonly flags?: readonly string[] },
  usage: string,
): Arguments {
  const options = Object.fromEntries([
    ...(known.values ?? []).map((name) => [name, { type: 'string' as const }]),
    ...(known.flags ?? []).map((name) => [name, { type: 'boolean' as const }]),
  ]);
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true });
    return { options: parsed.values as Arguments['options'], positionals: parsed.positionals };
  } catch (error) {
    const got = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? args.join(' ');
    throw new InvalidInputError('invalid_argument', 'Unknown argument', { field: got, got, expected: usage });
  }
}

/**
 * Arguments parsed by a schema; the same rules as over HTTP.
 *
 * @throws {InvalidInputError} `missing_argument`, `invalid_argument`
 */
export function parseArguments<Schema extends z.ZodType>(
  schema: Schema,
  options: Readonly<Record<string, unknown>>,
  usage: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(options, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = `--${toOptionName(String(issue?.path[0] ?? ''))}`;
  if (issue?.input === undefined)
    throw new InvalidInputError('missing_argument', `${field} is missing`, { field, usage });
  const expected = issue.code === 'invalid_value' ? issue.values.map(String).join(' | ') : issue.message;
  throw new InvalidInputError('invalid_argument', `${field} refused`, { field, got: String(issue.input), expected });
}

/** Options that take the fields of a schema: `as-of` for `asOf`. */
export const listOptions = ({ shape }: z.ZodObject): readonly string[] => Object.keys(shape).map(toOptionName);

/** What was given by option, by the schema's fields. */
export function nameFields(
  { shape }: z.ZodObject,
  options: Arguments['options'],
): Readonly<Record<string, string | boolean | undefined>> {
  const fields = new Map(Object.keys(shape).map((field) => [toOptionName(field), field]));
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [fields.get(name) ?? name, value]));
}

/** `asOf` to `as-of`. */
function toOptionName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
