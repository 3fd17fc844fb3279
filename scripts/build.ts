import { createTerminal, describeFailure, writeToStdout } from '#server/cli/terminal.ts';
import { buildClient } from '#server/client-build/build-client.ts';
import { readConfig } from '#server/config.ts';

const terminal = createTerminal(readConfig().language, writeToStdout);
try {
  const startedAt = performance.now();
  const { folder, isNew } = await buildClient();
  terminal.sayDone(isNew ? 'step_client' : 'step_client_fresh', startedAt);
  terminal.sayLine(folder);
} catch (error) {
  terminal.say('failed', { sentence: describeFailure(terminal.language, error) });
  process.exitCode = 1;
}
