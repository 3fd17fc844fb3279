import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createChildEnvironment } from '#server/config.ts';
import type { KeeperMessage } from './throwaway-postgres.ts';

/** Account that Debian's packages make; PostgreSQL refuses to run as root. */
const SERVICE_ACCOUNT = 'postgres';

/** Folders that hold one folder per version of PostgreSQL, each with its `bin`. */
const VERSION_FOLDERS = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];

/** Folders that hold the programs of the one version installed. */
const PROGRAM_FOLDERS = ['/usr/bin', '/usr/local/bin', '/usr/local/pgsql/bin', '/usr/pgsql-15/bin'];

/** How often and how long the server is asked whether it has started. */
const START_ATTEMPTS = 300;
const START_PAUSE_MILLISECONDS = 50;

const say = (message: KeeperMessage): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** Folder of `initdb` and `postgres`, the newest version first. */
function findPrograms(): string | undefined {
  const versions = VERSION_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^(postgresql(@\d+)?|\d+)$/.test(name))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((name) => join(folder, name, 'bin')),
  );
  const path = (createChildEnvironment({}).PATH ?? '').split(delimiter);
  return [...versions, ...PROGRAM_FOLDERS, ...path].find((folder) => existsSync(join(folder, 'initdb')));
}

function getAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, SERVICE_ACCOUNT], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function getFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(address)));
    });
  });
}

/** Settings that only a database which may be lost can have. */
function serverArguments(folder: string, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: folder,
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    max_connections: '60',
    timezone: 'UTC',
  };
  return [
    '-D',
    join(folder, 'data'),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

async function waitUntilReady(programs: string, port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`);
    try {
      execFileSync(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, START_PAUSE_MILLISECONDS));
    }
  }
  throw new Error('the server did not answer within 15 s');
}

async function main(): Promise<void> {
  const inputClosed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve).once('error', resolve).resume();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  const programs = findPrograms();
  if (programs === undefined) {
    say({
      kind: 'failed',
      reason:
        'PostgreSQL was not found: install postgresql-15 and postgresql-15-postgis-3, or set GUATU_TEST_DATABASE_URL to a PostGIS server',
    });
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'guatu-postgres-'));
  let server: ChildProcess | undefined;
  try {
    const account = getAccount();
    if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
    const options = { ...account, cwd: folder, stdio: 'ignore' as const };
    const locale = ['-E', 'UTF8', '--locale=C.UTF-8', '-U', SERVICE_ACCOUNT];
    execFileSync(
      join(programs, 'initdb'),
      ['-D', join(folder, 'data'), '-A', 'trust', ...locale, '--no-sync'],
      options,
    );
    const port = await getFreePort();
    server = spawn(join(programs, 'postgres'), serverArguments(folder, port), options);
    await waitUntilReady(programs, port, server);
    say({ kind: 'ready', url: `postgres://${SERVICE_ACCOUNT}@127.0.0.1:${port}/postgres` });
    await inputClosed;
  } catch (error) {
    say({ kind: 'failed', reason: `The test database did not start: ${String(error)}` });
  } finally {
    await stopServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** SIGQUIT = immediate shutdown: nothing in it is worth keeping. */
async function stopServer(server: ChildProcess | undefined): Promise<void> {
  if (server === undefined || server.exitCode !== null) return;
  const ended = new Promise((resolve) => {
    server.once('exit', resolve);
  });
  server.kill(process.platform === 'win32' ? 'SIGTERM' : 'SIGQUIT');
  await ended;
}

await main();
