import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/fail-on-console-error.ts'],
    // The embedded database takes about 1 GB and seconds to boot in each file that opens it.
    maxWorkers: 2,
    // A limit against tests that hang, not a measure: reopening the engine takes long on a busy machine.
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
});
