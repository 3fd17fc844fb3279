import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type ResourceLimits, Worker } from 'node:worker_threads';

/**
 * Starts a TypeScript file as a worker thread, whether this process runs under `tsx` or under the test runner. Node 20 does not hand the
 * loader of `--import tsx` on to threads, so the thread registers it itself.
 *
 * @param file address of the TypeScript file
 * @param resourceLimits its own memory; without them it may take what the process may
 */
export function startTypescriptWorker(file: URL, workerData: unknown, resourceLimits?: ResourceLimits): Worker {
  // `require` resolves to the CommonJS twin, which cannot register from inside a module thread.
  const loader = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs');
  const code = [
    `import { register } from ${JSON.stringify(pathToFileURL(loader).href)};`,
    'register();',
    `await import(${JSON.stringify(file.href)});`,
  ].join('\n');
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData,
    execArgv: [],
    ...(resourceLimits !== undefined && { resourceLimits }),
  });
}
