import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTerminal, describeFailure, type Terminal, writeToStdout } from '#server/cli/terminal.ts';
import { buildClient } from '#server/client-build/build-client.ts';
import { readConfig } from '#server/config.ts';
import { countTests, formatCounts, type TestCounts, type TestReport } from './read-test-report.ts';
import { runChecks } from './run-checks.ts';
import { runTool } from './run-program.ts';
import { installSystemPackages } from './system-packages.ts';

/** Settings of the person at the keyboard that tests must not see. */
const NO_SETTINGS = {
  HOST: undefined,
  PORT: undefined,
  DATABASE_URL: undefined,
  GUATU_DATA: undefined,
  GUATU_LANG: undefined,
  GUATU_HOSTS: undefined,
  GUATU_TRUST_PROXY: undefined,
  GUATU_LOG: undefined,
  NODE_ENV: undefined,
};

/** Runs the test files and counts them; `vitest` itself writes what happened to this terminal. */
async function runTests(): Promise<TestCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-test-'));
  try {
    const report = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runTool('vitest/vitest.mjs', ['run', ...reporters, ...process.argv.slice(2)], NO_SETTINGS);
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0, wronglySkipped: [] };
    const counts = countTests(JSON.parse(readFileSync(report, 'utf8')) as TestReport);
    // An error outside of any test fails the run without failing a test.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the page of the present sources stands: browser tests open it. */
async function buildPage(terminal: Terminal): Promise<boolean> {
  const startedAt = performance.now();
  try {
    const { isNew } = await buildClient();
    terminal.sayDone(isNew ? 'step_client' : 'step_client_fresh', startedAt);
    return true;
  } catch (error) {
    terminal.say('failed', { sentence: describeFailure(terminal.language, error) });
    return false;
  }
}

async function main(): Promise<void> {
  const terminal = createTerminal(readConfig().language, writeToStdout);
  const isReady = await installSystemPackages(terminal);
  const checks = await runChecks(terminal, { withArchitecture: false });
  const isBuilt = await buildPage(terminal);
  const tests = await runTests();
  for (const file of tests.wronglySkipped) terminal.say('test_check_failed', { step: file });
  const passed = tests.passed + checks.passed;
  const failed = tests.failed + checks.failed + (isReady ? 0 : 1) + (isBuilt ? 0 : 1);
  terminal.sayLine(formatCounts({ passed, failed, skipped: tests.skipped }));
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
