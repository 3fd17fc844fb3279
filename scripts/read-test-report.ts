import { readFileSync } from 'node:fs';

/** What a test run came to. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Files with skipped tests that may not skip. */
  readonly wronglySkipped: readonly string[];
}

/** The part of vitest's JSON report that is read here. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Only tests that read this folder beside the project may skip, where it is absent. */
const SHARED_DATA = /shared\/data|shared-data/;

/**
 * Counts a report of vitest. A file that could not be loaded counts as one failure, and so does every skipped test of a file that does not
 * read the shared data.
 *
 * @param readSource text of a test file
 */
export function countTests(
  report: TestReport,
  readSource: (file: string) => string = (file) => readFileSync(file, 'utf8'),
): TestCounts {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const wronglySkipped: string[] = [];
  for (const file of report.testResults) {
    const passed = file.assertionResults.filter((test) => test.status === 'passed').length;
    const failed = file.assertionResults.filter((test) => test.status === 'failed').length;
    const skipped = file.assertionResults.length - passed - failed;
    const maySkip = skipped === 0 || SHARED_DATA.test(readSource(file.name));
    const isBroken = file.status === 'failed' && failed === 0;
    count.passed += passed;
    count.failed += failed + (isBroken ? 1 : 0) + (maySkip ? 0 : skipped);
    count.skipped += maySkip ? skipped : 0;
    if (!maySkip) wronglySkipped.push(file.name);
  }
  return { ...count, wronglySkipped };
}

/** The closing line: `N passed, N failed`, and the skipped ones when there are any. */
export function formatCounts(counts: Omit<TestCounts, 'wronglySkipped'>): string {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}
