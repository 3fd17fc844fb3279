import type { Terminal } from '#server/cli/terminal.ts';
import { runTool } from './run-program.ts';

/** One check: the name of its npm script or tool, and how it is run. */
interface Check {
  readonly name: string;
  readonly run: () => Promise<{ readonly code: number }>;
}

const CHECKS: readonly Check[] = [
  {
    name: 'format, lint',
    run: () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=20', '.']),
  },
  { name: 'typecheck', run: () => runTool('typescript/bin/tsc', ['-p', '.']) },
  { name: 'knip', run: () => runTool('knip/bin/knip.js', ['--no-progress']) },
];

const ARCHITECTURE: Check = {
  name: 'architecture',
  run: () => runTool('vitest/vitest.mjs', ['run', 'tests/architecture.test.ts']),
};

/** How many checks passed and failed. */
export interface CheckCounts {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs format, lint, types, unused code and, unless the whole test run does it anyway, architecture; all of them, so that one run shows
 * everything.
 */
export async function runChecks(
  terminal: Terminal,
  { withArchitecture }: { readonly withArchitecture: boolean },
): Promise<CheckCounts> {
  let failed = 0;
  const checks = withArchitecture ? [...CHECKS, ARCHITECTURE] : CHECKS;
  for (const check of checks) {
    const startedAt = performance.now();
    const { code } = await check.run();
    if (code === 0) terminal.sayDone('test_step', startedAt, { step: check.name });
    else terminal.say('test_check_failed', { step: check.name });
    if (code !== 0) failed += 1;
  }
  return { passed: checks.length - failed, failed };
}
