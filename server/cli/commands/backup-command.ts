import { z } from 'zod';
import { areaCodeSchema } from '#core/api/common.ts';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';

/** `backup`: every county, or one, into the backups of GUATU_DATA. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'cli_backup',
  async run({ args, language, sayLine }, services) {
    const usage = text(language, 'start', 'cli_backup');
    const { options } = readArguments(args, { values: ['county'] }, usage);
    const { county } = parseArguments(z.object({ county: areaCodeSchema.optional() }), options, usage);
    for (const file of await services.backUp(county)) sayLine(file);
    return {};
  },
};
