import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import type { SourceCell, SourceFile, SourceFormat, SourceTable } from '#core/ledgers/source-table.ts';
import { guardFormula } from '../http/csv-text.ts';
import type { UploadedFile } from './readers/group-uploads.ts';
import { formatSourceCrs } from './readers/recognise-source-crs.ts';
import { type WrittenSheet, writeWorkbook } from './readers/write-workbook.ts';

/** What is kept of a file. */
export interface WrittenCopy {
  readonly name: string;
  readonly mediaType: string;
  /** Of `bytes`, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

const ZIP = 'application/zip';
const CSV = 'text/csv; charset=utf-8';
const GEOJSON = 'application/geo+json';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const MEDIA_TYPES: Readonly<Record<SourceFormat, string>> = {
  xlsx: XLSX,
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
  geojson: GEOJSON,
  geojson_lines: 'application/x-ndjson',
  shapefile: ZIP,
  geopackage: 'application/geopackage+sqlite3',
  kml: 'application/vnd.google-earth.kml+xml',
  kmz: 'application/vnd.google-earth.kmz',
  gpx: 'application/gpx+xml',
  filegdb: ZIP,
};

/**
 * What is kept of a file: its very bytes (parts that were sent beside each other in one ZIP) where nothing personal was in it; otherwise what was read, without
 * personal columns, as XLSX, CSV or GeoJSON with every row in its old place, so that row numbers of reports stay true.
 *
 * @param parts the files it was read from, as `groupUploads` has them
 */
export async function writeKeptCopy(file: SourceFile, parts: readonly UploadedFile[]): Promise<WrittenCopy> {
  if (file.tables.some(hadPersonalData)) return writeWithoutPersons(file);
  const [first] = parts;
  const loaded = await Promise.all(parts.map(async ({ name, path }) => ({ name, bytes: await readFile(path) })));
  if (loaded.length === 1 && first !== undefined)
    return finish(first.name, MEDIA_TYPES[file.format], loaded[0]?.bytes ?? new Uint8Array());
  const packed = zipSync(Object.fromEntries(loaded.map(({ name, bytes }) => [name, new Uint8Array(bytes)])), {
    mtime: ZIP_EPOCH,
  });
  return finish(`${stemOf(file.name)}.zip`, ZIP, packed);
}

/** The first moment a ZIP can tell (local time): the same parts give the same bytes. */
const ZIP_EPOCH = new Date(1980, 0, 1);

const hadPersonalData = ({ leftOut, notes }: SourceTable): boolean =>
  leftOut.length > 0 || notes.some(({ kind }) => kind === 'personal_text');

async function writeWithoutPersons(file: SourceFile): Promise<WrittenCopy> {
  const stem = stemOf(file.name);
  const [first] = file.tables;
  if (file.format === 'csv' && first !== undefined) return finish(`${stem}.csv`, CSV, writeCsv(first));
  if (file.format === 'xlsx' || file.format === 'xls')
    return finish(`${stem}.xlsx`, XLSX, await writeWorkbook(file.tables.map(toSheet)));
  if (file.tables.length === 1 && first !== undefined) return finish(`${stem}.geojson`, GEOJSON, writeGeojson(first));
  const members = file.tables.map(
    (table, index) => [`${index + 1} ${cleanName(table.name)}.geojson`, writeGeojson(table)] as const,
  );
  return finish(`${stem}.zip`, ZIP, zipSync(Object.fromEntries(members), { mtime: ZIP_EPOCH }));
}

const finish = (name: string, mediaType: string, bytes: Uint8Array): WrittenCopy => ({
  name,
  mediaType,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes,
});

/** Header and rows where they stood; the lines between are empty. */
function placeRows({ columns, headerRow, rows, totals }: SourceTable): readonly (readonly SourceCell[])[] {
  const placed: (readonly SourceCell[])[] = [];
  if (headerRow > 0) placed[headerRow - 1] = columns;
  for (const { row, cells } of [...rows, ...totals]) placed[row - 1] = cells;
  return Array.from(placed, (row) => row ?? []);
}

const toSheet = (table: SourceTable): WrittenSheet => ({ name: table.name, rows: placeRows(table) });

function writeCsv(table: SourceTable): Uint8Array {
  const lines = placeRows(table).map((row) => row.map(formatCell).join(','));
  return Buffer.from(`\u{feff}${lines.join('\r\n')}\r\n`, 'utf8');
}

/** Text that a program would take for a formula is marked as text by an apostrophe; numbers stay numbers. */
function formatCell(cell: SourceCell): string {
  if (cell === null) return '';
  const isNumber = typeof cell === 'number' || Number.isFinite(Number(cell));
  const text = isNumber ? String(cell) : guardFormula(String(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function writeGeojson({ name, columns, rows, crs }: SourceTable): Uint8Array {
  const stated = crs === null ? {} : { crs: { type: 'name', properties: { name: formatSourceCrs(crs) } } };
  const features = rows.map(({ cells, geometry }) =>
    JSON.stringify({
      type: 'Feature',
      properties: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])),
      geometry,
    }),
  );
  const head = JSON.stringify({ type: 'FeatureCollection', name, ...stated }).slice(0, -1);
  return Buffer.from(`${head},"features":[\n${features.join(',\n')}\n]}\n`, 'utf8');
}

const stemOf = (name: string): string => cleanName(name.replace(/\.[^.]*$/, ''));

/** A name that every file system takes. */
const cleanName = (name: string): string => name.replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '_').slice(0, 100);
