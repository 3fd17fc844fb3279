import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { createTerminal, writeToStdout } from '#server/cli/terminal.ts';
import { createChildEnvironment, PROJECT_FOLDER, readConfig } from '#server/config.ts';

/** Folders whose change restarts the server; the page reloads by itself. */
const WATCHED = ['core', 'server', 'data', 'migrations'];
/** Editors write several files at once. */
const QUIET_MS = 200;
/** Addresses that the server answers; everything else is the page. */
const SERVER_ADDRESSES = ['/api', '/tiles', '/ogc', '/docs', '/health', '/metrics', '/internal'];

const config = readConfig();
const terminal = createTerminal(config.language, writeToStdout);
// The bundler holds the port that people open and passes the server's addresses on to the next one.
const serverPort = config.port + 1;

/** Sources of the page such as `/api/request.ts` are the bundler's, although they lie under an address of the server. */
const keepSource = ({ url = '' }: { url?: string }): string | undefined => (/\.tsx?(\?|$)/.test(url) ? url : undefined);

/** The server process: one at a time, because it owns the database folder. */
function createServerProcess() {
  let child: ChildProcess | undefined;
  let isStopping = false;

  const start = (): void => {
    const args = ['--import', 'tsx', join(PROJECT_FOLDER, 'server', 'main.ts'), '--without-page'];
    const env = createChildEnvironment({ PORT: String(serverPort), HOST: '127.0.0.1' });
    const started = spawn(process.execPath, args, { cwd: PROJECT_FOLDER, stdio: 'inherit', env });
    started.once('exit', (code) => {
      if (child === started) child = undefined;
      if (code !== 0 && !isStopping) terminal.say('dev_failed');
    });
    child = started;
  };

  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      if (child === undefined) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });

  return {
    start,
    async restart(): Promise<void> {
      await stop();
      terminal.say('dev_restarted');
      start();
    },
    async end(): Promise<void> {
      isStopping = true;
      await stop();
    },
  };
}

async function main(): Promise<void> {
  const server = createServerProcess();
  const target = `http://127.0.0.1:${serverPort}`;
  const bundler = await createServer({
    configFile: join(PROJECT_FOLDER, 'vite.config.ts'),
    server: {
      host: config.host,
      port: config.port,
      strictPort: true,
      proxy: Object.fromEntries(SERVER_ADDRESSES.map((address) => [address, { target, bypass: keepSource }])),
    },
  });
  await bundler.listen();
  server.start();
  bundler.watcher.add(WATCHED.map((folder) => join(PROJECT_FOLDER, folder)));
  let timer: NodeJS.Timeout | undefined;
  bundler.watcher.on('all', (_event, path) => {
    if (!WATCHED.some((folder) => path.startsWith(join(PROJECT_FOLDER, folder)))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void server.restart(), QUIET_MS);
  });
  bundler.printUrls();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      clearTimeout(timer);
      void server
        .end()
        .then(() => bundler.close())
        .then(() => process.exit(0));
    });
  }
}

await main();
