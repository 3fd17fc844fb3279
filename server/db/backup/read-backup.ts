import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { EnvironmentError } from '#core/errors.ts';
import { BACKUP_FORMAT, type BackupHeader, type BackupTable } from './backup.ts';

/** Lines handed on together at most, and their length in characters. */
const LINES_PER_BATCH = 1_000;
const CHARACTERS_PER_BATCH = 4_000_000;

/** Receives the rows of a backup, table by table. */
export interface BackupReader {
  onHeader(header: BackupHeader): Promise<void>;
  onLines(table: BackupTable, lines: readonly string[]): Promise<void>;
  /** All rows of the table were handed on, and their checksum is right. */
  onTableEnd?(table: BackupTable): Promise<void>;
}

/**
 * Streams a backup through `reader` and checks it on the way: format, order, number of rows and checksum of every table.
 *
 * @throws {EnvironmentError} `backup_damaged`, `backup_format`
 */
export async function readBackup(path: string, reader: BackupReader): Promise<BackupHeader> {
  const input = createReadStream(path);
  const unpacked = createGunzip();
  input.once('error', (error) => unpacked.destroy(error));
  const lines = createInterface({ input: input.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY });
  const iterator = streamLines(lines, unpacked);
  try {
    const header = parseHeader(path, (await iterator.next()).value);
    await reader.onHeader(header);
    for (const table of header.tables) await readTable(path, table, iterator, reader);
    if (!(await iterator.next()).done) throw createDamage(path, 'there are more rows than the header says');
    return header;
  } catch (error) {
    throw isFileError(error) ? createDamage(path, error.message) : error;
  } finally {
    lines.close();
    input.destroy();
    unpacked.destroy();
  }
}

/**
 * The header of a backup; its rows are not looked at.
 *
 * @throws {EnvironmentError} `backup_damaged`, `backup_format`
 */
export async function readBackupHeader(path: string): Promise<BackupHeader> {
  const input = createReadStream(path);
  const unpacked = createGunzip();
  input.once('error', (error) => unpacked.destroy(error));
  const lines = createInterface({ input: input.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    return parseHeader(path, (await streamLines(lines, unpacked).next()).value);
  } catch (error) {
    throw isFileError(error) ? createDamage(path, error.message) : error;
  } finally {
    lines.close();
    input.destroy();
    unpacked.destroy();
  }
}

/** `readline` ends quietly when its input breaks off; the error is raised here. */
async function* streamLines(
  lines: AsyncIterable<string>,
  source: NodeJS.ReadableStream,
): AsyncGenerator<string, undefined> {
  let failure: Error | undefined;
  source.once('error', (error: Error) => {
    failure = error;
    (lines as unknown as { close(): void }).close();
  });
  for await (const line of lines) {
    if (failure !== undefined) break;
    yield line;
  }
  if (failure !== undefined) throw failure;
  return undefined;
}

async function readTable(
  path: string,
  table: BackupTable,
  lines: AsyncGenerator<string, undefined>,
  reader: BackupReader,
): Promise<void> {
  const hash = createHash('sha256');
  let batch: string[] = [];
  let characters = 0;
  for (let row = 0; row < table.rows; row += 1) {
    const { value: line, done } = await lines.next();
    if (done === true || line === undefined)
      throw createDamage(path, `table ${table.name} ends at row ${row} of ${table.rows}`);
    hash.update(line).update('\n');
    batch.push(line);
    characters += line.length;
    if (batch.length < LINES_PER_BATCH && characters < CHARACTERS_PER_BATCH) continue;
    await reader.onLines(table, batch);
    batch = [];
    characters = 0;
  }
  if (hash.digest('hex') !== table.sha256) throw createDamage(path, `table ${table.name} has another checksum`);
  if (batch.length > 0) await reader.onLines(table, batch);
  await reader.onTableEnd?.(table);
}

function parseHeader(path: string, line: string | undefined): BackupHeader {
  const header = parseObject(line);
  if (header === undefined || typeof header.format !== 'number') throw createDamage(path, 'there is no header');
  if (header.format !== BACKUP_FORMAT) {
    throw new EnvironmentError(
      'backup_format',
      `Got backup format ${header.format}, expected ${BACKUP_FORMAT}: ${path}`,
      {
        file: path,
        found: header.format,
        expected: BACKUP_FORMAT,
      },
    );
  }
  if (!Array.isArray(header.tables) || !Array.isArray(header.migrations))
    throw createDamage(path, 'the header is incomplete');
  return header as unknown as BackupHeader;
}

function parseObject(line: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The error of a backup that must not be used. */
export function createDamage(path: string, reason: string): EnvironmentError {
  return new EnvironmentError('backup_damaged', `The backup ${path} is damaged: ${reason}`, { file: path, reason });
}

/** Errors of unpacking (Z_DATA_ERROR, Z_BUF_ERROR) and of reading the file. */
function isFileError(error: unknown): error is Error {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' && /^(?:Z_|ENOENT|EIO|EISDIR|EACCES)/.test(code);
}
