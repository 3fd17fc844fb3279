import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { parseArguments, readArguments } from '../read-arguments.ts';

const DEFAULT_NAME = 'guatu_reader';
const PASSWORD_BYTES = 18;

/** `reader`: a role of the PostgreSQL server that may read the documented views and nothing else; its password is shown once. */
export const readerCommand: Command = {
  name: 'reader',
  usage: 'cli_reader',
  async run({ args, language, sayLine }, services) {
    const usage = text(language, 'start', 'cli_reader');
    const { options } = readArguments(args, { values: ['name'] }, usage);
    const { name } = parseArguments(z.object({ name: z.string().default(DEFAULT_NAME) }), options, usage);
    const password = randomBytes(PASSWORD_BYTES).toString('base64url');
    await services.createReader({ name, password });
    sayLine(text(language, 'start', 'cli_reader_made', { name, password }));
    return {};
  },
};
