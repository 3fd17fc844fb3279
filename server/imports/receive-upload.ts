import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { ImportLimits } from '#core/api/import-records.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { SpooledFile } from './import-messages.ts';

/** Files that were sent, lying in a folder of their own until whoever asked for them has read them. */
export interface Upload {
  readonly files: readonly SpooledFile[];
  readonly remove: () => Promise<void>;
}

/** Folders say whose they are: `import-<process>-<letters>`. */
const FOLDER = /^import-(\d+)-/;

/** Removes what processes left that were killed while they read: it may hold personal data. */
export async function removeLeftUploads(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder).catch(() => [])) {
    const pid = FOLDER.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

/** Whether a process of this machine runs; one that may not be asked does. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Names are for sentences only. */
const LONGEST_NAME = 200;

const BYTES_PER_MEGABYTE = 1024 * 1024;

/**
 * Receives the files of a multipart request into a new private folder; they lie there under numbers, never under the names that were sent. Whatever is
 * wrong removes the folder.
 *
 * @param cacheFolder folder for files that may be thrown away
 * @throws {InvalidInputError} `multipart_expected`, `upload_without_files`, `upload_broken`, `import_too_many_files`, `import_file_too_large`
 */
export async function receiveUpload(
  request: IncomingMessage,
  { limits, cacheFolder }: { readonly limits: ImportLimits; readonly cacheFolder: string },
): Promise<Upload> {
  const folder = join(cacheFolder, `import-${process.pid}-${randomBytes(8).toString('hex')}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const files = await receiveInto(request, folder, limits);
    if (files.length === 0) throw new InvalidInputError('upload_without_files', 'Got no file, expected some');
    return { files, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function receiveInto(
  request: IncomingMessage,
  folder: string,
  limits: ImportLimits,
): Promise<readonly SpooledFile[]> {
  const parser = createParser(request, limits);
  const files: SpooledFile[] = [];
  const writing: Promise<void>[] = [];
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: Error): void => {
      // what still comes is not read: the connection ends with the answer
      request.unpipe(parser);
      request.resume();
      reject(error);
    };
    parser.on('file', (_field, stream, { filename }) => {
      const name = cleanName(filename);
      const path = join(folder, String(files.length));
      files.push({ name, path });
      stream.on('limit', () => refuse(tooLarge(name, limits)));
      const written = pipeline(stream, createWriteStream(path, { mode: 0o600 }));
      written.catch((error: unknown) => refuse(brokenUpload(error)));
      writing.push(written);
    });
    parser.on('filesLimit', () => refuse(tooMany(files[0]?.name ?? '', limits)));
    parser.on('error', (error: unknown) => refuse(brokenUpload(error)));
    parser.on('close', resolve);
    request.on('aborted', () => refuse(brokenUpload('aborted')));
    request.pipe(parser);
  });
  await Promise.all(writing);
  return files;
}

function createParser(request: IncomingMessage, limits: ImportLimits) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        files: limits.files,
        fileSize: limits.fileBytes + 1,
        fields: 10,
        fieldSize: 1000,
        parts: limits.files + 10,
      },
    });
  } catch {
    throw new InvalidInputError('multipart_expected', 'Got a request without files, expected multipart/form-data');
  }
}

/** The last part of a name, without control characters. */
function cleanName(sent: string | undefined): string {
  const last = (sent ?? '').split(/[\\/]/).at(-1) ?? '';
  return [...last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}')].slice(0, LONGEST_NAME).join('');
}

const tooLarge = (file: string, { fileBytes }: ImportLimits): InvalidInputError => {
  const limit = Math.floor(fileBytes / BYTES_PER_MEGABYTE);
  return new InvalidInputError('import_file_too_large', 'A file is too large', { file, got: `> ${limit}`, limit });
};

const tooMany = (file: string, { files: limit }: ImportLimits): InvalidInputError =>
  new InvalidInputError('import_too_many_files', 'Too many files', { file, got: `> ${limit}`, limit });

const brokenUpload = (error: unknown): InvalidInputError =>
  new InvalidInputError('upload_broken', `An upload ended in the middle: ${String(error)}`);
