import { text } from '#core/texts/text.ts';
import type { Command } from '../command.ts';
import { formatSeconds } from '../terminal.ts';

/** `seed`: the sample county into an empty database; any county that is there already is left alone. */
export const seedCommand: Command = {
  name: 'seed',
  usage: 'cli_seed',
  async run({ language, sayLine }, services) {
    const present = await services.listCountyCodes();
    if (present.length > 0) {
      sayLine(text(language, 'start', 'cli_seed_present', { codes: present.join(', ') }));
      return {};
    }
    const startedAt = performance.now();
    const code = await services.seedSample();
    sayLine(text(language, 'start', 'cli_seeded', { code, seconds: formatSeconds(startedAt) }));
    return {};
  },
};
