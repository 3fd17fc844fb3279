import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { InvalidInputError } from '#core/errors.ts';

/** Root of the project: the folder that holds package.json. */
export const PROJECT_FOLDER = resolve(import.meta.dirname, '..');

/** Port without a setting. */
export const DEFAULT_PORT = 8470;

/** Language of the terminal without a setting. */
const DEFAULT_LANGUAGE = 'zh';

/** How much an import may bring. */
export interface ImportSettings {
  /** Of one file, and of what an archive holds when it is unpacked. */
  readonly maxMegabytes: number;
  readonly maxUnpackedMegabytes: number;
  readonly maxFiles: number;
  /** Of one table. */
  readonly maxRows: number;
  readonly maxColumns: number;
  /** For reading all files, and for a check. */
  readonly maxSeconds: number;
  /** Files in an archive: a workbook has some dozen, a FileGDB some hundred. */
  readonly maxEntries: number;
  /** Lists and objects of a GeoJSON file, most of them positions: a county's roads have some 600,000. */
  readonly maxPositions: number;
  /** Characters in a cell: Excel has at most 32,767, geometry as text (WKT) may be longer. */
  readonly maxCellCharacters: number;
  /** Imports that are received, read, checked or wait for it at a time. */
  readonly maxWaiting: number;
  /** Days that an import which was not written is kept after its last change, and how many of a county. */
  readonly maxKeptDays: number;
  readonly maxKept: number;
}

/** What the environment says. Every field has a value: defaults are filled in here and nowhere else. */
export interface Config {
  readonly host: string;
  /** 0 = any free port. */
  readonly port: number;
  /** Address of a PostGIS server; null = the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null;
  /** Absolute; holds the embedded database, its lock, backups and caches. */
  readonly dataFolder: string;
  /** Language of the terminal. */
  readonly language: 'zh' | 'en';
  /** Whether the headers of a proxy in front are believed. */
  readonly trustProxy: boolean;
  /** Host names that are accepted besides the loopback ones. */
  readonly extraHosts: readonly string[];
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
  /** Folder in which the person typed the command; relative file names start there. */
  readonly callerFolder: string;
  /** Key of the office for Tianditu's tiles; null leaves them off. */
  readonly tiandituKey: string | null;
  readonly imports: ImportSettings;
}

/** Variables as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads HOST, PORT, DATABASE_URL, GUATU_DATA, GUATU_LANG, GUATU_HOSTS, GUATU_TRUST_PROXY, GUATU_LOG, GUATU_TIANDITU_KEY and GUATU_IMPORT_MAX_….
 *
 * @throws {InvalidInputError} `invalid_setting` with name, got and expected
 */
export function readConfig(environment: Environment = process.env): Config {
  return {
    host: readText(environment, 'HOST') ?? '127.0.0.1',
    port: readPort(environment),
    databaseUrl: readDatabaseUrl(environment),
    dataFolder: readDataFolder(environment),
    language: readLanguage(environment),
    trustProxy: readChoice(environment, 'GUATU_TRUST_PROXY', ['0', '1']) === '1',
    extraHosts: (readText(environment, 'GUATU_HOSTS') ?? '').split(/[\s,]+/).filter((host) => host !== ''),
    logLevel: readChoice(environment, 'GUATU_LOG', ['silent', 'error', 'warn', 'info']) ?? 'warn',
    callerFolder: readText(environment, 'INIT_CWD') ?? process.cwd(),
    tiandituKey: readTiandituKey(environment),
    imports: readImportSettings(environment),
  };
}

/** What imports are held to where nothing is set. */
export const DEFAULT_IMPORT_SETTINGS: ImportSettings = {
  maxMegabytes: 100,
  maxUnpackedMegabytes: 400,
  maxFiles: 60,
  maxRows: 200_000,
  maxColumns: 1000,
  maxSeconds: 120,
  maxEntries: 2000,
  maxPositions: 3_000_000,
  maxCellCharacters: 1_000_000,
  maxWaiting: 20,
  maxKeptDays: 30,
  maxKept: 50,
};

function readImportSettings(environment: Environment): ImportSettings {
  const read = (ending: string, usual: number, most: number): number =>
    readCount(environment, `GUATU_IMPORT_MAX_${ending}`, { usual, most });
  const usual = DEFAULT_IMPORT_SETTINGS;
  return {
    maxMegabytes: read('MB', usual.maxMegabytes, 2000),
    maxUnpackedMegabytes: read('UNPACKED_MB', usual.maxUnpackedMegabytes, 4000),
    maxFiles: read('FILES', usual.maxFiles, 1000),
    maxRows: read('ROWS', usual.maxRows, 1_048_576),
    maxColumns: read('COLUMNS', usual.maxColumns, 16_384),
    maxSeconds: read('SECONDS', usual.maxSeconds, 3600),
    maxEntries: read('ENTRIES', usual.maxEntries, 100_000),
    maxPositions: read('POSITIONS', usual.maxPositions, 100_000_000),
    maxCellCharacters: read('CELL_CHARACTERS', usual.maxCellCharacters, 100_000_000),
    maxWaiting: read('WAITING', usual.maxWaiting, 1000),
    maxKeptDays: read('KEPT_DAYS', usual.maxKeptDays, 3650),
    maxKept: read('KEPT', usual.maxKept, 10_000),
  };
}

/** The variables that a child process needs to know where programs and folders are, with some replaced. */
export function createChildEnvironment(replaced: Environment): NodeJS.ProcessEnv {
  return { ...process.env, ...replaced };
}

function readText(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}

function readPort(environment: Environment): number {
  const written = readText(environment, 'PORT');
  if (written === undefined) return DEFAULT_PORT;
  const port = Number(written);
  if (/^\d+$/.test(written) && port <= 65_535) return port;
  throw refuse('PORT', written, '0 – 65535');
}

function readCount(
  environment: Environment,
  name: string,
  { usual, most }: { readonly usual: number; readonly most: number },
): number {
  const written = readText(environment, name);
  if (written === undefined) return usual;
  const count = Number(written);
  if (/^\d+$/.test(written) && count >= 1 && count <= most) return count;
  throw refuse(name, written, `1 – ${most}`);
}

function readDatabaseUrl(environment: Environment): string | null {
  const written = readText(environment, 'DATABASE_URL');
  if (written === undefined) return null;
  if (/^postgres(ql)?:\/\//.test(written) && URL.canParse(written)) return written;
  // The value may hold a password and is not repeated.
  throw refuse('DATABASE_URL', '…', 'postgresql://user:password@host:5432/database');
}

function readDataFolder(environment: Environment): string {
  const written = readText(environment, 'GUATU_DATA');
  if (written === undefined) return join(PROJECT_FOLDER, '.guatu');
  if (written.startsWith('~/')) return join(homedir(), written.slice(2));
  return isAbsolute(written) ? written : resolve(PROJECT_FOLDER, written);
}

/** In which language to say that the settings cannot be used: theirs, as far as it can be. */
export const findLanguage = (environment: Environment = process.env): Config['language'] =>
  readText(environment, 'GUATU_LANG') === 'en' ? 'en' : DEFAULT_LANGUAGE;

/** Whoever asks for nothing reads Chinese; the locale of the shell or of the system decides nothing. */
const readLanguage = (environment: Environment): Config['language'] =>
  readChoice(environment, 'GUATU_LANG', ['zh', 'en']) ?? DEFAULT_LANGUAGE;

function readTiandituKey(environment: Environment): string | null {
  const written = readText(environment, 'GUATU_TIANDITU_KEY');
  if (written === undefined) return null;
  if (/^[0-9a-f]{32}$/i.test(written)) return written;
  // a key is no more repeated than a password
  throw refuse('GUATU_TIANDITU_KEY', '…', '0123456789abcdef0123456789abcdef');
}

function readChoice<Choice extends string>(
  environment: Environment,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const written = readText(environment, name);
  if (written === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === written);
  if (choice === undefined) throw refuse(name, written, choices.join(' | '));
  return choice;
}

function refuse(name: string, got: string, expected: string): InvalidInputError {
  return new InvalidInputError('invalid_setting', `${name} refused, expected ${expected}`, { name, got, expected });
}
