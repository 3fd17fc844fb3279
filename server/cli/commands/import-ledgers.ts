import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { areaCodeSchema } from '#core/api/common.ts';
import { STATED_CRS } from '#core/api/imports.ts';
import { InvalidInputError } from '#core/errors.ts';
import { text } from '#core/texts/text.ts';
import type { CommandCall, CommandResult } from '../command.ts';
import type { CommandServices } from '../command-services.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';

const optionsSchema = z.object({
  county: areaCodeSchema,
  template: z.string().trim().min(1).max(60).optional(),
  crs: z.enum(STATED_CRS).optional(),
  repair: z.enum(['proposed']).optional(),
  write: z.boolean().default(false),
});

/** Whether a command line speaks of a county that is there. */
export const isAboutLedgers = (args: readonly string[]): boolean =>
  args.some((word) => word === '--county' || word.startsWith('--county='));

/** Checks ledgers and, with `--write`, writes them. */
export async function importLedgers(
  { args, language, locateFile, sayLine, signal }: CommandCall,
  services: CommandServices,
): Promise<CommandResult> {
  const usage = text(language, 'imports', 'usage_ledgers');
  const known = { values: ['county', 'template', 'crs', 'repair'], flags: ['write'] };
  const { options, positionals } = readArguments(args, known, usage);
  const asked = parseArguments(optionsSchema, options, usage);
  if (positionals.length === 0)
    throw new InvalidInputError('missing_argument', '<file> is missing', { field: '<file>', usage });
  const files = positionals.map((file) => ({ name: basename(file), path: locateFile(file) }));
  for (const { name, path } of files) await assertThere(name, path);
  const { lines } = await services.importLedgers({ ...asked, files, language, signal });
  for (const line of lines) sayLine(line);
  return {};
}

async function assertThere(file: string, path: string): Promise<void> {
  try {
    await access(path);
  } catch {
    throw new InvalidInputError('file_not_found', `No file ${file}`, { file });
  }
}
