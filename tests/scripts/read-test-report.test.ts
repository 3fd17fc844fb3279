import { describe, expect, it } from 'vitest';
import { countTests, formatCounts } from '#scripts/read-test-report.ts';

const file = (name: string, status: string, ...results: string[]) => ({
  name,
  status,
  assertionResults: results.map((result) => ({ status: result })),
});

describe('countTests', () => {
  it('adds up the tests of all files', () => {
    const report = { testResults: [file('a', 'passed', 'passed', 'passed'), file('b', 'failed', 'failed', 'passed')] };
    expect(countTests(report, () => '')).toEqual({ passed: 3, failed: 1, skipped: 0, wronglySkipped: [] });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(countTests({ testResults: [file('a', 'failed')] }, () => '')).toMatchObject({ passed: 0, failed: 1 });
  });

  it('lets only tests on the shared data skip', () => {
    const report = { testResults: [file('a', 'passed', 'skipped', 'passed'), file('b', 'passed', 'pending')] };
    const sources: Record<string, string> = { a: "readFile('../shared/data/x')", b: 'nothing' };
    const counts = countTests(report, (name) => sources[name] ?? '');
    expect(counts).toEqual({ passed: 1, failed: 1, skipped: 1, wronglySkipped: ['b'] });
  });
});

describe('formatCounts', () => {
  it('names skipped tests only when there are any', () => {
    expect(formatCounts({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(formatCounts({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });
});
