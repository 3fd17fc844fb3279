import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A PostgreSQL cluster that lives as long as this process at most. */
export interface ThrowawayPostgres {
  /** Address of its maintenance database, as the account that may do everything. */
  readonly url: string;
  /** Ends the server and removes its files. */
  stop(): Promise<void>;
}

/** What the keeper writes: the address, or why there is none. */
export type KeeperMessage =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Starts a throw-away PostgreSQL cluster with PostGIS on a free port of 127.0.0.1. A keeper process owns it: when `stop` is called, or when
 * this process ends in whatever way, the keeper's input closes, and it ends the server and removes the files.
 *
 * @throws {Error} PostgreSQL is not installed or does not start; the message says what to do
 */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const file = fileURLToPath(new URL('./throwaway-postgres-keeper.ts', import.meta.url));
  const keeper = spawn(process.execPath, ['--import', loader, file], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => {
    keeper.once('close', () => resolve());
  });
  let output = '';
  const message = await new Promise<KeeperMessage>((resolve) => {
    keeper.once('error', (error) => resolve({ kind: 'failed', reason: error.message }));
    keeper.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString('utf8');
      if (output.includes('\n')) resolve(JSON.parse(output) as KeeperMessage);
    });
    void ended.then(() => resolve({ kind: 'failed', reason: 'the keeper of the test database ended' }));
  });
  if (message.kind === 'failed') {
    keeper.stdin.end();
    throw new Error(message.reason);
  }
  keeper.unref();
  return {
    url: message.url,
    async stop() {
      keeper.ref();
      keeper.stdin.end();
      await ended;
    },
  };
}
