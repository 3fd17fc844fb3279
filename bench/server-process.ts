import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A Guatu server in a process of its own, started the way people start it. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly address: string;
  /** Everything it has said so far. */
  output(): string;
}

/** A port that is free now. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

/** Starts `npm start`'s own script with a data folder and a free port; does not wait for it. */
export async function spawnServer(dataFolder: string): Promise<ServerProcess> {
  const port = await findFreePort();
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'server/main.ts'], {
    env: { ...process.env, PORT: String(port), GUATU_DATA: dataFolder, HOST: '127.0.0.1', GUATU_LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString('utf8');
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  return { child, address: `http://127.0.0.1:${port}`, output: () => said };
}

/**
 * Waits until an address answers 200.
 *
 * @throws {Error} the process ended or the time ran out; the message holds what it said
 */
export async function waitForAnswer(server: ServerProcess, path: string, timeoutMilliseconds: number): Promise<void> {
  const end = performance.now() + timeoutMilliseconds;
  while (performance.now() < end) {
    if (server.child.exitCode !== null) break;
    const answered = await fetch(server.address + path).then(
      (response) => response.status === 200,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${path} was not answered:\n${server.output()}`);
}

/**
 * Waits until the server has said something.
 *
 * @throws {Error} the process ended or the time ran out; the message holds what it said
 */
export async function waitForOutput(server: ServerProcess, words: string, timeoutMilliseconds: number): Promise<void> {
  const end = performance.now() + timeoutMilliseconds;
  while (performance.now() < end && server.child.exitCode === null) {
    if (server.output().includes(words)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`"${words}" was not said:\n${server.output()}`);
}

/** Ends the process and everything it started, and waits until it is gone. */
export async function endServer(server: ServerProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const { child } = server;
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
  await gone;
}
