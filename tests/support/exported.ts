import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportCrs, ExportFormat } from '#core/api/exports.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { bboxOf } from '#core/geo/bbox.ts';
import type { LedgerKind } from '#core/ledgers/ledger.ts';
import { createRowsOfArea } from '#core/ledgers/rows-of-area.ts';
import type { SourceFile } from '#core/ledgers/source-table.ts';
import { DEFAULT_IMPORT_SETTINGS } from '#server/config.ts';
import { createFile } from '#server/exports/create-file.ts';
import { createLedgerTable } from '#server/exports/ledger-table.ts';
import type { OutFile } from '#server/exports/out-table.ts';
import { createImportLimits } from '#server/imports/import-limits.ts';
import { readSourceFiles } from '#server/imports/readers/read-source-files.ts';

/** What is exported of a county, as a test may wish. */
export interface ExportWish {
  readonly format: ExportFormat;
  readonly ledgers: readonly LedgerKind[];
  readonly crs?: ExportCrs;
  readonly areaCode?: string;
}

/** Ledgers of a county as the service writes them, without its thread. */
export async function exportCounty(rows: CountyRows, wish: ExportWish): Promise<OutFile> {
  const { format, ledgers, crs = 'cgcs2000', areaCode = rows.code } = wish;
  const [county] = rows.areas;
  if (county === undefined) throw new Error('Got a county without areas, expected its outline');
  const language = 'zh';
  const ofArea = createRowsOfArea(rows, areaCode);
  const wording = format === 'xlsx' || format === 'csv' ? 'words' : 'codes';
  const tables = ledgers.map((kind) =>
    createLedgerTable(kind, { rows, ofArea, asOf: rows.dataDate, language, wording }),
  );
  return createFile(tables, {
    format,
    crs,
    language,
    areaCode,
    areaName: county.name,
    asOf: rows.dataDate,
    revision: 1,
    bbox: bboxOf(county.boundary),
    what: ledgers.join(' '),
    fileStem: `${areaCode}-${ledgers.length === 1 ? ledgers[0] : 'ledgers'}`,
    folder: tmpdir(),
  });
}

/** Writes a file for as long as `work` lasts. */
export async function withFile<T>({ fileName, bytes }: OutFile, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-export-'));
  try {
    const path = join(folder, fileName);
    await writeFile(path, bytes);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What an import reads of a file. */
export async function readBack(file: OutFile): Promise<SourceFile> {
  return withFile(file, async (path) => {
    const limits = createImportLimits(DEFAULT_IMPORT_SETTINGS);
    const [read] = await readSourceFiles([{ name: file.fileName, path }], { limits });
    if (read === undefined) throw new Error('Got no file, expected one');
    return read;
  });
}
