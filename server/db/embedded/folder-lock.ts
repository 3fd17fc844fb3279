import { createHash, randomUUID } from 'node:crypto';
import { realpath, rm, symlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EnvironmentError } from '#core/errors.ts';
import { toEnvironmentError } from '../environment-errors.ts';

/** The right to use a data folder, until `release` or the end of the process. */
export interface FolderLock {
  release(): Promise<void>;
}

/** What the owner of a folder tells those who knock. */
interface Owner {
  readonly token: string;
  readonly pid: number;
  readonly since: string;
}

const SOCKET_NAME = 'owner.sock';

/** Longest path of a local socket, in bytes; sun_path has 104 on macOS and 108 on Linux, with the ending zero. */
const LONGEST_SOCKET_PATH = 100;

/** How long an owner has to say who it is. It owns the folder even when it says nothing: the connection alone proves it. */
const ANSWER_MILLISECONDS = 1_000;

/** Two processes that found the same dead owner settle it within this time. */
const SETTLE_MILLISECONDS = 150;

/**
 * Owns `folder` by a listening local socket inside it (on Windows a named pipe), whose name follows from the real path of the folder. The
 * system ends the socket with the process, so that a killed owner never blocks the folder.
 *
 * @throws {EnvironmentError} `folder_locked` with process id and time of the owner
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const address = await findAddress(await realpath(folder));
  const me: Owner = { token: randomUUID(), pid: process.pid, since: new Date().toISOString() };
  try {
    const server = await listen(address.path, me);
    return createLock(server, address);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') {
      await address.forget();
      throw toEnvironmentError(error, { folder });
    }
  }
  try {
    return createLock(await takeOver(folder, address.path, me), address);
  } catch (error) {
    await address.forget();
    throw error;
  }
}

interface Address {
  readonly path: string;
  /** Removes what was made to reach the socket. */
  forget(): Promise<void>;
}

/** A socket path that is too long for the system is reached through a link in the folder for temporary files. */
async function findAddress(folder: string): Promise<Address> {
  const name = createHash('sha256')
    .update(process.platform === 'win32' ? folder.toLowerCase() : folder)
    .digest('hex');
  const nothing = async (): Promise<void> => undefined;
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\guatu-${name.slice(0, 32)}`, forget: nothing };
  const path = join(folder, SOCKET_NAME);
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return { path, forget: nothing };
  const link = join(tmpdir(), `guatu-${process.pid}-${name.slice(0, 12)}`);
  await rm(link, { force: true });
  await symlink(folder, link);
  return { path: join(link, SOCKET_NAME), forget: () => rm(link, { force: true }) };
}

function createLock(server: Server, address: Address): FolderLock {
  return {
    async release() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await address.forget();
    },
  };
}

function listen(path: string, me: Owner): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(JSON.stringify(me));
    });
    server.once('error', reject);
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

/**
 * The name is taken: refuse when somebody lives behind it, else take it over. Between finding the name dead and taking it, another process may
 * have taken it: after a short while the socket is asked whose it is, and only the one it belongs to goes on.
 */
async function takeOver(folder: string, path: string, me: Owner): Promise<Server> {
  const owner = await askOwner(path);
  if (owner !== undefined) throw createLockedError(folder, owner);
  await rm(path, { force: true });
  const server = await listen(path, me).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw toEnvironmentError(error, { folder });
    throw createLockedError(folder, (await askOwner(path)) ?? {});
  });
  await sleep(SETTLE_MILLISECONDS);
  const settled = await askOwner(path);
  if (settled?.token === me.token) return server;
  server.close();
  throw createLockedError(folder, settled ?? {});
}

/** Who listens behind `path`; undefined = nobody. */
function askOwner(path: string): Promise<Partial<Owner> | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    let isConnected = false;
    const socket = connect(path);
    const finish = (): void => {
      socket.destroy();
      resolve(isConnected ? parseOwner(answer) : undefined);
    };
    socket.setTimeout(ANSWER_MILLISECONDS, finish);
    socket.on('connect', () => {
      isConnected = true;
    });
    socket.on('data', (bytes) => {
      answer += bytes.toString('utf8');
    });
    socket.on('end', finish);
    socket.on('error', finish);
  });
}

function parseOwner(answer: string): Partial<Owner> {
  try {
    return JSON.parse(answer) as Partial<Owner>;
  } catch {
    return {};
  }
}

function createLockedError(folder: string, owner: Partial<Owner>): EnvironmentError {
  const details = { folder, pid: owner.pid ?? '?', since: owner.since ?? '?' };
  return new EnvironmentError(
    'folder_locked',
    `The data folder ${folder} is in use by process ${details.pid} since ${details.since}`,
    details,
  );
}
