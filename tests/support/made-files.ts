import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { onTestFinished } from 'vitest';
import type { SourceFile } from '#core/ledgers/source-table.ts';
import type { UploadedFile } from '#server/imports/readers/group-uploads.ts';
import { ImportFileError } from '#server/imports/readers/import-file-error.ts';
import { type ReadOptions, readSourceFiles } from '#server/imports/readers/read-source-files.ts';
import { USUAL_LIMITS } from './usual-limits.ts';

/** A file that a test makes: its name and what is in it. */
export type MadeFile = readonly [name: string, contents: string | Uint8Array];

/** Writes files into a folder that goes when the test ends. */
export function uploadMade(files: readonly MadeFile[]): readonly UploadedFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-read-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return files.map(([name, contents], index) => {
    const path = join(folder, `upload-${index}`);
    writeFileSync(path, contents);
    return { name, path };
  });
}

/** What the readers make of files that a test made. */
export const readMade = (
  files: readonly MadeFile[],
  options: Partial<ReadOptions> = {},
): Promise<readonly SourceFile[]> => readSourceFiles(uploadMade(files), { limits: USUAL_LIMITS, ...options });

/** The one file, read. */
export async function readOneMade(...file: MadeFile): Promise<SourceFile> {
  const [read] = await readMade([file]);
  if (read === undefined) throw new RangeError('Nothing was read');
  return read;
}

/** Why files are refused; fails when they are not. */
export async function refusalOf(
  files: readonly MadeFile[],
  options: Partial<ReadOptions> = {},
): Promise<ImportFileError> {
  try {
    await readMade(files, options);
  } catch (error) {
    if (error instanceof ImportFileError) return error;
    throw error;
  }
  throw new RangeError(`${files[0]?.[0] ?? ''} was read`);
}

/** A ZIP of texts and bytes. */
export const zipOf = (entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([path, contents]) => [
        path,
        typeof contents === 'string' ? strToU8(contents) : contents,
      ]),
    ) as Zippable,
  );
