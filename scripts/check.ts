import { createTerminal, writeToStdout } from '#server/cli/terminal.ts';
import { readConfig } from '#server/config.ts';
import { runChecks } from './run-checks.ts';

const terminal = createTerminal(readConfig().language, writeToStdout);
const { failed } = await runChecks(terminal, { withArchitecture: true });
process.exitCode = failed === 0 ? 0 : 1;
