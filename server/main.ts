import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EnvironmentError } from '#core/errors.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { startDailyBackups, startWarming } from './background-work.ts';
import { createCommandRoutes } from './cli/command-routes.ts';
import { removeLiveServer, writeLiveServer } from './cli/live-server.ts';
import { createTerminal, describeFailure, type Terminal, writeToStdout } from './cli/terminal.ts';
import { buildClient } from './client-build/build-client.ts';
import type { Composition } from './compose.ts';
import { type Config, findLanguage, readConfig } from './config.ts';
import type { Database } from './db/database.ts';
import { CACHE_FOLDER, openDatabase } from './db/open-database.ts';
import { createClientRoutes } from './http/client-files.ts';
import { createApp } from './http/create-app.ts';
import { isLoopback } from './http/host-check.ts';
import { type OpenPort, openPort } from './http/open-port.ts';
import { createLog } from './http/request-log.ts';
import { TIANDITU_HOSTS } from './tiles/base-maps/tianditu.ts';

/** Repeats of a signal within this time are one key press: npm, the shell and the terminal each pass it on. */
const SAME_PRESS_MS = 1000;
/** A statement under way is given this time to end; what is not committed by then never was. */
const CLOSING_MS = 5000;
/** Folder in the data folder into which base maps are dropped. */
const BASE_MAP_FOLDER = 'basemaps';
/** Argument of `npm run dev`, whose page comes from the bundler. */
const WITHOUT_PAGE = '--without-page';

/** A server that answers. */
export interface RunningServer {
  /** Address for a browser on this machine. */
  readonly url: string;
  /** Ends requests, closes the database and frees the folder. */
  readonly stop: () => Promise<void>;
}

/** What a start is given. */
export interface StartOptions {
  readonly config: Config;
  readonly terminal: Terminal;
  readonly withPage: boolean;
  /** Stops a start under way at its next step. */
  readonly signal: AbortSignal;
}

/**
 * Opens the port, the database and the page, fills in the sample county on the first run, and serves.
 *
 * @throws {EnvironmentError} a sentence of topic `errors`; everything opened so far is closed again
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { config, terminal } = options;
  const port = await openPort(config.host, config.port, text(terminal.language, 'start', 'starting'));
  const closers: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    await port.close();
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    await serve(options, port, closers);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: port.url, stop };
}

/** Everything between the open port and the first answer; what must be closed again is added to `closers`. */
async function serve(options: StartOptions, port: OpenPort, closers: (() => Promise<void> | void)[]): Promise<void> {
  const { config, terminal, signal } = options;
  const startedAt = performance.now();
  const page = options.withPage ? buildClient(signal) : null;
  // A failure is told when the page's turn comes.
  page?.catch(() => undefined);
  const { dataFolder } = config;
  const databaseUrl = config.databaseUrl ?? undefined;
  // The database opens in a thread of its own while this one reads the features and what is kept of the counties: seconds less at each start.
  const opening = terminal.step('step_database', () => openDatabase({ dataFolder, databaseUrl }));
  opening.catch(() => undefined);
  const { compose, openSnapshots } = await import('./compose.ts');
  const snapshots = openSnapshots(join(dataFolder, CACHE_FOLDER));
  await snapshots.preload();
  const db = await opening;
  closers.push(() => Promise.race([db.close(), wait(CLOSING_MS, undefined, { ref: false })]));
  signal.throwIfAborted();
  const identity = { instance: randomUUID(), token: randomBytes(32).toString('hex') };
  const composition = compose({
    db,
    instance: identity.instance,
    snapshots,
    servesOnlySample: !isLoopback(config.host),
    baseMaps: { folder: join(dataFolder, BASE_MAP_FOLDER), tiandituKey: config.tiandituKey },
    importSettings: config.imports,
    cacheFolder: join(dataFolder, CACHE_FOLDER),
    tellFault: (error) => terminal.sayLine(describeFailure(terminal.language, error)),
  });
  closers.push(composition.close);
  await prepareData(db, composition, options);
  // Reading the county goes on while the page is built and opened: its first request waits for the same reading.
  const stored = await composition.listCounties();
  for (const { code } of stored) void composition.readCounty(code).catch(() => undefined);
  const built = await page;
  if (built !== null) terminal.sayDone(built.isNew ? 'step_client' : 'step_client_fresh', startedAt);
  signal.throwIfAborted();
  const commands = createCommandRoutes({ token: identity.token, services: composition.commandServices });
  port.serve(
    createApp({
      routers: [...composition.routers, commands],
      page: built === null ? null : createClientRoutes(built.folder),
      log: createLog(config.logLevel),
      trustProxy: config.trustProxy,
      acceptedHosts: isLoopback(config.host) ? config.extraHosts : null,
      tileHosts: config.tiandituKey === null ? [] : TIANDITU_HOSTS,
    }),
  );
  const [first] = stored;
  if (first !== undefined) closers.push(startWarming(composition, first.code));
  closers.push(startDailyBackups(db.backups, terminal));
  composition.startWork();
  if (db.engine !== 'embedded') return;
  writeLiveServer(dataFolder, { url: port.url, ...identity });
  closers.push(() => removeLiveServer(dataFolder));
}

/** Structure, first county, and whether what is stored may be shown to other machines. */
async function prepareData(db: Database, composition: Composition, options: StartOptions): Promise<void> {
  const { config, terminal, signal } = options;
  const startedAt = performance.now();
  const { applied } = await db.migrate();
  if (applied.length > 0) terminal.sayDone('step_migrate', startedAt, { count: applied.length });
  signal.throwIfAborted();
  const counties = await composition.listCounties();
  if (counties.length === 0) await terminal.step('step_seed', composition.commandServices.seedSample);
  const touched = await composition.listCountiesOfImports();
  const foreign = counties.filter((county) => county.origin !== 'sample' || touched.includes(county.code));
  if (isLoopback(config.host) || foreign.length === 0) return;
  throw new EnvironmentError('host_not_local', 'Other data than the sample county', {
    host: config.host,
    counties: foreign.map((county) => county.code).join(', '),
  });
}

/** Calls `onStop` at the first request to stop and ends the process at once at the second. */
function listenForSignals(onStop: () => void): void {
  let firstAt = Number.NaN;
  const receive = (): void => {
    const now = performance.now();
    if (now - firstAt < SAME_PRESS_MS) return;
    if (!Number.isNaN(firstAt)) process.exit(130);
    firstAt = now;
    onStop();
  };
  // SIGBREAK and SIGHUP are what Windows sends for Ctrl-Break and a closed window.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const) {
    if (name !== 'SIGBREAK' || process.platform === 'win32') process.on(name, receive);
  }
}

/** Runs the server until it is asked to stop; a fault at the start is one sentence and exit code 1. `language`: of the terminal, by default the setting's. */
export async function runServer(options: { readonly withPage: boolean; readonly language?: Language }): Promise<void> {
  const stopping = new AbortController();
  let terminal = createTerminal(options.language ?? findLanguage(), writeToStdout);
  try {
    const config = readConfig();
    terminal = createTerminal(options.language ?? config.language, writeToStdout);
    const asked = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
    listenForSignals(() => {
      terminal.say('stopping');
      stopping.abort();
    });
    const server = await startServer({ config, terminal, withPage: options.withPage, signal: stopping.signal });
    terminal.say('ready', { url: server.url });
    terminal.say('ready_hint');
    await asked;
    await server.stop();
    terminal.say('stopped');
    process.exit(0);
  } catch (error) {
    if (stopping.signal.aborted) process.exit(0);
    process.stderr.write(
      `${text(terminal.language, 'start', 'fault', { sentence: describeFailure(terminal.language, error) })}\n`,
    );
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runServer({ withPage: !process.argv.includes(WITHOUT_PAGE) });
}
