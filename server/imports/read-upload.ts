import type { CountyRows } from '#core/county/county-rows.ts';
import { leaveOutHousePoints } from '#core/ledgers/leave-out-house-points.ts';
import { type MappingContext, proposeMapping } from '#core/ledgers/propose-mapping.ts';
import type { SourceFile, SourceTable } from '#core/ledgers/source-table.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
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
 * @param getRows the county, asked for when all files were read
 *
 * @throws {ImportFileError} the first file that is refused
 */
export async function readUpload(
  { files: spooled, limits, gdal }: Extract<ImportOrder, { kind: 'read' }>,
  {
    getRows,
    tellProgress,
  }: { readonly getRows: () => CountyRows; readonly tellProgress: (progress: ImportProgress) => void },
): Promise<ReadUpload> {
  const read = await readSourceFiles(spooled, {
    limits,
    convertWithGdal: await loadGdal(gdal),
    tellProgress: ({ rowsDone }) => tellProgress({ phase: 'reading', rowsDone, rowsTotal: 0 }),
  });
  const rows = getRows();
  const context = { countyCode: rows.code, areas: rows.areas, asOf: rows.dataDate };
  const proposals = read.map(({ name, tables }, file) =>
    tables.map((source, table) => proposeTable(source, { ...context, fileName: name, file, table })),
  );
  const files = read.map((each, file) => ({ ...each, tables: (proposals[file] ?? []).map(({ table }) => table) }));
  const proposed = proposals.flat().map(({ mapping }) => mapping);
  const crsGuesses = listCrsGuesses(files, proposed, rows.areas);
  const mappings = proposed.map((mapping) => ({
    ...mapping,
    crs: crsGuesses[`${mapping.file} ${mapping.table}`]?.[0]?.crs ?? mapping.crs,
  }));
  const groups = groupUploads(spooled);
  const kept = await Promise.all(files.map((file, place) => writeKeptCopy(file, groups[place]?.parts ?? [])));
  return { files, kept, mappings, crsGuesses };
}

/** What goes on of a table, and how it may be mapped: that it lists households shows where people live in it. */
function proposeTable(
  source: SourceTable,
  context: MappingContext,
): { readonly table: SourceTable; readonly mapping: TableMapping } {
  const { mapping } = proposeMapping(source, context);
  const table = leaveOutHousePoints(source, mapping);
  return { table, mapping: table === source ? mapping : proposeMapping(table, context).mapping };
}
