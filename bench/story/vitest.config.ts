import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['tests/e2e/*.record.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/fail-on-console-error.ts'],
    // a server over an empty folder starts in a minute, on a busy machine in several
    hookTimeout: 600_000,
    // one server, one browser, one page's worker at a time
    fileParallelism: false,
  },
});
