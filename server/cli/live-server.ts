import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Lies beside the lock of the embedded folder while a server holds it; readable by its owner only. */
const FILE_NAME = 'server.json';

const liveServerSchema = z.object({
  /** Loopback address. */
  url: z.url(),
  /** Random; whoever can read the file may give commands. */
  token: z.string().min(32),
  /** As `/health` tells it: another program may have taken the port since. */
  instance: z.string(),
});

/** How the command line reaches the server that holds the embedded folder. */
export type LiveServer = z.infer<typeof liveServerSchema>;

/** Writes the file with mode 0600, by one rename. */
export function writeLiveServer(dataFolder: string, live: LiveServer): void {
  const path = join(dataFolder, FILE_NAME);
  writeFileSync(`${path}.new`, JSON.stringify(live), { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
}

/** Removes the file. */
export function removeLiveServer(dataFolder: string): void {
  rmSync(join(dataFolder, FILE_NAME), { force: true });
}

/** What the file says; `undefined` when there is none or it is not whole. Says nothing about whether that server still runs. */
export function findLiveServer(dataFolder: string): LiveServer | undefined {
  try {
    return liveServerSchema.parse(JSON.parse(readFileSync(join(dataFolder, FILE_NAME), 'utf8')));
  } catch {
    return undefined;
  }
}
