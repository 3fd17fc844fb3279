import { createTerminal, describeFailure, writeToStdout } from '#server/cli/terminal.ts';
import { readConfig } from '#server/config.ts';
import { openDatabase } from '#server/db/open-database.ts';

let terminal = createTerminal('en', writeToStdout);
try {
  const config = readConfig();
  terminal = createTerminal(config.language, writeToStdout);
  const db = await openDatabase({ dataFolder: config.dataFolder, databaseUrl: config.databaseUrl ?? undefined });
  try {
    const { applied } = await db.migrate();
    terminal.say('cli_migrated', { count: applied.length });
  } finally {
    await db.close();
  }
} catch (error) {
  terminal.say('failed', { sentence: describeFailure(terminal.language, error) });
  process.exitCode = 1;
}
