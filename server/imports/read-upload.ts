import type { CountyRows } from '#core/county/county-rows.ts';
import { proposeMapping } from '#core/ledgers/propose-mapping.ts';
import type { SourceFile } from '#core/ledgers/source-table.ts';
import type { ImportProgress } from './import-lane.ts';
import type { ImportOrder, ReadingResult } from './import-messages.ts';
import { writeKeptCopy } from './keep-copy.ts';
import { listCrsGuesses } from './list-crs-guesses.ts';
import { groupUploads } from './readers/group-uploads.ts';
import { loadGdal } from './readers/load-gdal.ts';
import { readSourceFiles } from './readers/read-source-files.ts';

/** Files as they were read, what is kept of them, and how their columns may be mapped. */
export type ReadUpload = Pick<ReadingResult, 'kept' | 'mappings' | 'crsGuesses'> & {
  readonly files: readonly SourceFile[];
};

/**
 * Reads files that were sent and proposes how to map them.
 *
 * @throws {ImportFileError} the first file that is refused
 */
export async function readUpload(
  { files: spooled, limits, gdal }: Extract<ImportOrder, { kind: 'read' }>,
  { rows, tellProgress }: { readonly rows: CountyRows; readonly tellProgress: (progress: ImportProgress) => void },
): Promise<ReadUpload> {
  const files = await readSourceFiles(spooled, {
    limits,
    convertWithGdal: await loadGdal(gdal),
    tellProgress: ({ rowsDone }) => tellProgress({ phase: 'reading', rowsDone, rowsTotal: 0 }),
  });
  const context = { countyCode: rows.code, areas: rows.areas, asOf: rows.dataDate };
  const proposed = files.flatMap(({ name, tables }, file) =>
    tables.map((source, table) => proposeMapping(source, { ...context, fileName: name, file, table }).mapping),
  );
  const crsGuesses = listCrsGuesses(files, proposed, rows.areas);
  const mappings = proposed.map((mapping) => ({
    ...mapping,
    crs: crsGuesses[`${mapping.file} ${mapping.table}`]?.[0]?.crs ?? mapping.crs,
  }));
  const groups = groupUploads(spooled);
  const kept = await Promise.all(files.map((file, place) => writeKeptCopy(file, groups[place]?.parts ?? [])));
  return { files, kept, mappings, crsGuesses };
}
