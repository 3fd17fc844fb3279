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

/** The settings of all test files. */
const SHARED = {
  setupFiles: ['tests/support/fail-on-console-error.ts'],
  // A limit against tests that hang, not a measure: reopening the engine takes long on a busy machine.
  testTimeout: 90_000,
  hookTimeout: 120_000,
  // Loading the modules and compiling the engine once for all files takes a third of the processor time.
  isolate: false,
  unstubGlobals: true,
};

/** What asks a database or a whole server; a run that only computes starts no PostGIS server. */
const SERVED = ['tests/{server,e2e,migrations,bench}/**/*.test.ts', 'tests/**/*-witness.test.ts'];

/** Loops of seconds, which run half as fast in a process in which other tests have run before. */
const HEAVY = [
  'tests/data/generator/**/*.test.ts',
  'tests/core/indicators/naive-recount.test.ts',
  'tests/core/planning/programme/**/*.test.ts',
];

export default defineConfig({
  root: import.meta.dirname,
  test: {
    sequence: { sequencer: BrowserFirst },
    // The embedded database takes about 1 GB in each process.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { ...SHARED, name: 'server', include: SERVED, globalSetup: ['tests/support/global-setup.ts'] },
      },
      {
        extends: true,
        test: { ...SHARED, name: 'core', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...SERVED, ...HEAVY] },
      },
      { extends: true, test: { ...SHARED, name: 'heavy', include: HEAVY, isolate: true } },
    ],
  },
});
