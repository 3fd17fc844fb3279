import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The pages in a browser take longest and are one file: the other worker does the rest meanwhile. */
class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isOfBrowser = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/tests/e2e/');
    return [...sorted.filter(isOfBrowser), ...sorted.filter((file) => !isOfBrowser(file))];
  }
}

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/fail-on-console-error.ts'],
    sequence: { sequencer: BrowserFirst },
    // The embedded database takes about 1 GB and seconds to boot in each file that opens it.
    maxWorkers: 2,
    // A limit against tests that hang, not a measure: reopening the engine takes long on a busy machine.
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
