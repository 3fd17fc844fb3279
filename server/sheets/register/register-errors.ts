import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { RegisterKey } from './register-parts.ts';

/** The error of something that the register does not hold. */
export const createUnknown = (
  code: 'unknown_template' | 'unknown_print' | 'unknown_wall' | 'unknown_hanging',
  { countyCode, id }: RegisterKey,
): NotFoundError =>
  new NotFoundError(code, `Got ${id}, expected one of county ${countyCode}`, { id, county: countyCode });

/**
 * Checks that a change was made upon the thing as it is.
 *
 * @throws {InvalidInputError} `template_changed`, `wall_changed`
 */
export function checkRegisterVersion(
  code: 'template_changed' | 'wall_changed',
  { name, version }: { readonly name: string; readonly version: number },
  ifVersion: number,
): void {
  if (version === ifVersion) return;
  throw new InvalidInputError(code, `Got a change of version ${ifVersion} of ${name}, expected of ${version}`, {
    name,
    version,
    given: ifVersion,
  });
}

/** The error of something that a rule of the register stands against; its code selects the sentence, the details fill it. */
export const refuse = (code: string, details: Readonly<Record<string, string | number>>): InvalidInputError =>
  new InvalidInputError(code, `Refused: ${code} ${JSON.stringify(details)}`, details);
