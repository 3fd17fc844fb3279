import { InvalidInputError } from '#core/errors.ts';
import type { CommandServices } from './command-services.ts';

/**
 * Without a county the only one there is.
 *
 * @throws {InvalidInputError} `missing_argument`: there is none, or more than one
 */
export async function findCounty(
  { listCountyCodes }: Pick<CommandServices, 'listCountyCodes'>,
  usage: string,
): Promise<string> {
  const [code, ...others] = await listCountyCodes();
  if (code !== undefined && others.length === 0) return code;
  throw new InvalidInputError('missing_argument', '--county is missing', { field: '--county', usage });
}
