import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTerminal } from '#server/cli/terminal.ts';
import { type Config, readConfig } from '#server/config.ts';
import { startServer } from '#server/main.ts';
import { copySampleFolder } from './databases.ts';

/** A whole server in this process: a free port, an embedded database of its own with the sample county, and the built page. */
export interface StartedApp {
  /** Address with a slash at its end. */
  readonly url: string;
  readonly config: Config;
  /** What it said while it started. */
  readonly lines: readonly string[];
  /** Stops it and removes its files. */
  readonly stop: () => Promise<void>;
}

/** What a test may set otherwise. */
export interface StartedAppOptions extends Partial<Config> {
  /** False for tests of the interface only: nothing is built. */
  readonly withPage?: boolean;
}

/** Starts the server as `npm start` does. Browser tests start one per file. */
export async function startApp({ withPage = true, ...overrides }: StartedAppOptions = {}): Promise<StartedApp> {
  const ownFolder = overrides.dataFolder === undefined ? await mkdtemp(join(tmpdir(), 'guatu-app-')) : undefined;
  if (ownFolder !== undefined) await copySampleFolder(ownFolder);
  const settings = { PORT: '0', GUATU_DATA: ownFolder, GUATU_LANG: 'en', GUATU_LOG: 'silent' };
  const config: Config = { ...readConfig(settings), ...overrides };
  const lines: string[] = [];
  const terminal = createTerminal(config.language, (line) => lines.push(line));
  const removeFolder = async (): Promise<void> => {
    if (ownFolder !== undefined) await rm(ownFolder, { recursive: true, force: true });
  };
  try {
    const server = await startServer({ config, terminal, withPage, signal: new AbortController().signal });
    const stop = async (): Promise<void> => {
      await server.stop();
      await removeFolder();
    };
    return { url: server.url, config, lines, stop };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}
