import type { ImportLimits } from '#core/api/import-records.ts';
import { SOURCE_FORMATS } from '#core/ledgers/source-table.ts';
import type { ImportSettings } from '#server/config.ts';

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** Of one archive; a workbook has some dozen, a FileGDB some hundred. */
const MOST_ENTRIES = 2000;

/** What a cell of a workbook can hold (Excel: 32,767); geometry as text (WKT) may be longer. */
const LONGEST_CELL = 1_000_000;

/** What may be sent, as the settings of the server say; stated on the page of imports. */
export const createImportLimits = (settings: ImportSettings): ImportLimits => ({
  fileBytes: settings.maxMegabytes * BYTES_PER_MEGABYTE,
  unpackedBytes: settings.maxUnpackedMegabytes * BYTES_PER_MEGABYTE,
  files: settings.maxFiles,
  entries: MOST_ENTRIES,
  rows: settings.maxRows,
  columns: settings.maxColumns,
  cellCharacters: LONGEST_CELL,
  seconds: settings.maxSeconds,
  formats: [...SOURCE_FORMATS],
});
