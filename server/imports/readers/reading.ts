import type { ImportLimits } from '#core/api/import-records.ts';
import { ImportFileError } from './import-file-error.ts';

/** How far the reading of all files is. */
export interface ReadingProgress {
  /** Place of the file, from 0. */
  readonly file: number;
  readonly rowsDone: number;
}

/** What every reader gets: the name for its sentences, what is allowed, and whom to tell. */
export interface Reading {
  readonly file: string;
  readonly limits: ImportLimits;
  /**
   * To be called with the rows read so far, every some hundred of them.
   *
   * @throws {ImportFileError} it took too long, or the import was cancelled
   */
  readonly tick: (rowsDone: number) => void;
}

/** Creates the clock of one import; each file gets its `Reading` from it. */
export function createReadings(options: {
  readonly limits: ImportLimits;
  readonly signal?: AbortSignal | undefined;
  readonly tellProgress?: ((progress: ReadingProgress) => void) | undefined;
}): (file: string, index: number) => Reading {
  const { limits, signal, tellProgress = () => undefined } = options;
  const latest = performance.now() + limits.seconds * 1000;
  return (file, index) => ({
    file,
    limits,
    tick(rowsDone) {
      if (signal?.aborted === true) throw new ImportFileError('import_cancelled', file);
      if (performance.now() > latest) throw new ImportFileError('import_too_slow', file, { limit: limits.seconds });
      tellProgress({ file: index, rowsDone });
    },
  });
}

/** @throws {ImportFileError} more columns than allowed */
export function checkColumnCount({ file, limits }: Reading, table: string, got: number): void {
  if (got > limits.columns)
    throw new ImportFileError('import_too_many_columns', file, { table, got, limit: limits.columns });
}

/** @throws {ImportFileError} more rows than allowed */
export function checkRowCount({ file, limits }: Reading, table: string, got: number): void {
  if (got > limits.rows) throw new ImportFileError('import_too_many_rows', file, { table, got, limit: limits.rows });
}
