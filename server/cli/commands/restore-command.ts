import { InvalidInputError } from '#core/errors.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { readArguments } from '../read-arguments.ts';
import { formatSeconds } from '../terminal.ts';

/** `restore`: the county of a backup file, in one transaction. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'cli_restore',
  async run({ args, language, locateFile, sayLine }, services) {
    const usage = text(language, 'start', 'cli_restore');
    const { options, positionals } = readArguments(args, { flags: ['replace'] }, usage);
    const [file] = positionals;
    if (file === undefined) {
      throw new InvalidInputError('missing_argument', 'No backup file', { field: '<file>', usage });
    }
    const startedAt = performance.now();
    const code = await services.restore(locateFile(file), options.replace === true);
    sayLine(text(language, 'start', 'cli_restored', { code, seconds: formatSeconds(startedAt) }));
    return {};
  },
};
