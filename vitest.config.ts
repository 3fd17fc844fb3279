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

/** Tests of the database and of the whole server: each file gets a process of its own. */
const APART = ['tests/{server,e2e,migrations,bench}/**/*.test.ts'];

export default defineConfig({
  root: import.meta.dirname,
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    sequence: { sequencer: BrowserFirst },
    // The embedded database takes about 1 GB and seconds to boot in each file that opens it.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: APART,
          setupFiles: ['tests/support/fail-on-console-error.ts'],
          // A limit against tests that hang, not a measure: reopening the engine takes long on a busy machine.
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'core',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: APART,
          setupFiles: ['tests/support/fail-on-console-error.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // These only compute: loading the modules once for all files takes a third of the processor time.
          isolate: false,
          unstubGlobals: true,
        },
      },
    ],
  },
});
