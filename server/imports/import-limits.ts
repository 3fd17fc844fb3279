import type { ImportLimits } from '#core/api/import-records.ts';
import { SOURCE_FORMATS } from '#core/ledgers/source-table.ts';
import type { ImportSettings } from '#server/config.ts';

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** What may be sent, as the settings of the server say; stated on the page of imports. */
export const createImportLimits = (settings: ImportSettings): ImportLimits => ({
  fileBytes: settings.maxMegabytes * BYTES_PER_MEGABYTE,
  unpackedBytes: settings.maxUnpackedMegabytes * BYTES_PER_MEGABYTE,
  files: settings.maxFiles,
  entries: settings.maxEntries,
  rows: settings.maxRows,
  columns: settings.maxColumns,
  positions: settings.maxPositions,
  cellCharacters: settings.maxCellCharacters,
  seconds: settings.maxSeconds,
  waiting: settings.maxWaiting,
  keptDays: settings.maxKeptDays,
  kept: settings.maxKept,
  formats: [...SOURCE_FORMATS],
});
