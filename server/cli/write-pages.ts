import type { PageReport } from '#core/api/atlases.ts';
import { DomainError } from '#core/errors.ts';
import { text } from '#core/texts/text.ts';
import type { CommandCall } from './command.ts';
import { createFileTarget, createFolderTarget } from './write-target.ts';

/** Makes many pages, their bytes one after the other. */
type MakePages = (making: {
  readonly signal: AbortSignal;
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly onProgress: (done: number, total: number) => void;
}) => Promise<PageReport>;

/** Progress is said at most this often. */
const SAY_MS = 1000;

/** Whether pages go into separate files of a folder: a name without the ending of a file. */
export const isFolderName = (path: string): boolean => !/\.(pdf|zip)$/i.test(path);

/**
 * Writes pages to a file, or unpacks their archive into a folder, says how far it is and what could not be made. What is interrupted leaves nothing behind.
 *
 * @throws {InvalidInputError} `file_not_writable`, and whatever `make` throws
 * @throws {DomainError} `sheet_batch_cancelled`
 */
export async function writePages(
  path: string,
  { language, sayLine, signal = new AbortController().signal }: Pick<CommandCall, 'language' | 'sayLine' | 'signal'>,
  make: MakePages,
): Promise<void> {
  const target = await (isFolderName(path) ? createFolderTarget(path) : createFileTarget(path));
  let saidAt = performance.now();
  try {
    const report = await make({
      signal,
      write: target.write,
      onProgress(done, total) {
        if (performance.now() - saidAt < SAY_MS) return;
        saidAt = performance.now();
        if (total > 0) sayLine(text(language, 'atlas', 'cli_page', { done, total }));
      },
    });
    signal.throwIfAborted();
    await target.finish();
    for (const { page, title, reason } of report.failed)
      sayLine(
        page === null
          ? text(language, 'atlas', 'report_file_line', { title, reason })
          : text(language, 'atlas', 'report_line', { page, title, reason }),
      );
    sayLine(text(language, 'atlas', 'cli_done', { file: path, pages: report.pages }));
  } catch (error) {
    await target.discard();
    if (signal.aborted) throw new DomainError('sheet_batch_cancelled', 'The pages were cancelled');
    throw error;
  }
}
