import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InvalidInputError } from '#core/errors.ts';
import { compose, openSnapshots } from '../compose.ts';
import { type Config, findLanguage, readConfig } from '../config.ts';
import { CACHE_FOLDER, openDatabase } from '../db/open-database.ts';
import { runServer } from '../main.ts';
import { chooseLanguage } from './choose-language.ts';
import type { CommandMessage } from './command-messages.ts';
import { COMMANDS, getCommand } from './commands/registry.ts';
import { findLiveServer } from './live-server.ts';
import { isLive, sendCommand } from './send-command.ts';
import { createTerminal, describeFailure, formatSeconds, type Terminal, writeToStdout } from './terminal.ts';

/** `npm run guatu -- <command> [arguments]`. */
async function main(): Promise<void> {
  let terminal = createTerminal(findLanguage(), writeToStdout);
  try {
    const { language, args: words } = chooseLanguage(process.argv.slice(2), findLanguage());
    terminal = createTerminal(language, writeToStdout);
    const config: Config = { ...readConfig(), language };
    const [name, ...args] = words;
    if (name === undefined || name === 'help' || name === '--help') return sayUsage(terminal);
    if (name === 'serve') return await runServer({ withPage: true, language });
    const { usage } = getCommand(name);
    if (args.includes('--help')) return terminal.say(usage);
    const isDone = await runCommand(name, args, config, terminal);
    process.exit(isDone ? 0 : 1);
  } catch (error) {
    sayFailure(terminal, describeFailure(terminal.language, error));
    process.exit(1);
  }
}

/** Has the command done by the live server when one holds the folder, otherwise opens the database here. */
async function runCommand(name: string, args: readonly string[], config: Config, terminal: Terminal): Promise<boolean> {
  const live = config.databaseUrl === null ? findLiveServer(config.dataFolder) : undefined;
  if (live === undefined || !(await isLive(live))) {
    await runHere(name, args, config, terminal);
    return true;
  }
  const startedAt = performance.now();
  let isDone = false;
  const receive = (message: CommandMessage): void => {
    if (message.kind === 'line') terminal.sayLine(message.line);
    if (message.kind === 'file') writeResult(message.path, Buffer.from(message.base64, 'base64'), startedAt, terminal);
    if (message.kind === 'failed') sayFailure(terminal, message.sentence);
    isDone = message.kind === 'done';
  };
  const { language } = config;
  await sendCommand(live, { name, args: [...args], language, folder: config.callerFolder }, receive);
  return isDone;
}

async function runHere(name: string, args: readonly string[], config: Config, terminal: Terminal): Promise<void> {
  const startedAt = performance.now();
  const { dataFolder } = config;
  const db = await openDatabase({ dataFolder, databaseUrl: config.databaseUrl ?? undefined });
  try {
    await db.migrate();
    const { commandServices, close } = compose({
      db,
      instance: 'command-line',
      snapshots: openSnapshots(join(dataFolder, CACHE_FOLDER)),
      servesOnlySample: false,
      importSettings: config.imports,
      cacheFolder: join(dataFolder, CACHE_FOLDER),
    });
    const stop = new AbortController();
    // the command clears away what it has begun, then ends
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stop.abort());
    const call = {
      args,
      language: config.language,
      locateFile: (file: string) => resolve(config.callerFolder, file),
      sayLine: terminal.sayLine,
      signal: stop.signal,
    };
    const { files = [] } = await getCommand(name).run(call, commandServices);
    await close();
    for (const file of files) writeResult(file.path, file.bytes, startedAt, terminal);
  } finally {
    await db.close();
  }
}

function writeResult(path: string, bytes: Uint8Array, startedAt: number, terminal: Terminal): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InvalidInputError('file_not_writable', `Cannot write ${path}`, { file: path, reason });
  }
  const kilobytes = Math.round(bytes.length / 1000);
  terminal.say('cli_written', { file: path, kilobytes, seconds: formatSeconds(startedAt) });
}

function sayUsage(terminal: Terminal): void {
  terminal.say('cli_usage');
  terminal.say('cli_serve');
  for (const command of COMMANDS) terminal.say(command.usage);
}

function sayFailure(terminal: Terminal, sentence: string): void {
  const failing = createTerminal(terminal.language, (line) => process.stderr.write(`${line}\n`));
  failing.say('failed', { sentence });
}

await main();
