import { type Zippable, zipSync } from 'fflate';
import { InvalidInputError } from '#core/errors.ts';
import type { LedgerKind } from '#core/ledgers/ledger.ts';
import { text } from '#core/texts/text.ts';
import type { FileOrder } from './export-messages.ts';
import { createOutCrs, type OutCrs } from './out-crs.ts';
import type { OutFile, OutTable } from './out-table.ts';
import { writeCsv } from './writers/write-csv.ts';
import { writeGeojson } from './writers/write-geojson.ts';
import { writeGeopackage } from './writers/write-geopackage.ts';
import { writeKml } from './writers/write-kml.ts';
import { writeShapefile } from './writers/write-shapefile.ts';
import { writeWorkbook } from './writers/write-xlsx.ts';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Lines about a file: name and text. */
export type AboutLines = readonly (readonly [string, string])[];

/**
 * Writes tables as one file. Formats that hold one table give a ZIP of several.
 *
 * @throws {InvalidInputError} `export_kml_crs`, `export_no_grid`
 */
export async function createFile(tables: readonly OutTable[], order: FileOrder): Promise<OutFile> {
  const crs = createOutCrs(order.crs, order.bbox);
  const { language, fileStem } = order;
  switch (order.format) {
    case 'xlsx': {
      const bytes = await writeWorkbook(tables, { language, crs, about: describeFile(order, crs, tables) });
      return { fileName: `${fileStem}.xlsx`, mediaType: XLSX_TYPE, bytes };
    }
    case 'csv':
      return pack(tables, order, {
        extension: 'csv',
        mediaType: 'text/csv',
        write: (table) => writeCsv(table, { language, crs }),
      });
    case 'geojson':
      return pack(tables, order, {
        extension: 'geojson',
        mediaType: 'application/geo+json',
        write: (table) => writeGeojson(table, crs),
      });
    case 'gpkg': {
      const changedAt = `${order.asOf}T00:00:00.000Z`;
      const bytes = await writeGeopackage(tables, { crs, folder: order.folder, changedAt });
      return { fileName: `${fileStem}.gpkg`, mediaType: 'application/geopackage+sqlite3', bytes };
    }
    case 'shapefile':
      return writeShapefiles(tables, order, crs);
    case 'kml': {
      if (crs.isProjected) throw new InvalidInputError('export_kml_crs', 'KML holds longitude and latitude only');
      const bytes = writeKml(tables, `${order.areaName} ${order.what}`);
      return { fileName: `${fileStem}.kml`, mediaType: 'application/vnd.google-earth.kml+xml', bytes };
    }
  }
}

function pack(
  tables: readonly OutTable[],
  { fileStem }: FileOrder,
  form: { readonly extension: string; readonly mediaType: string; readonly write: (table: OutTable) => Uint8Array },
): OutFile {
  const [only] = tables;
  if (only !== undefined && tables.length === 1) {
    return { fileName: `${fileStem}.${form.extension}`, mediaType: form.mediaType, bytes: form.write(only) };
  }
  const files = Object.fromEntries(tables.map((table) => [`${table.name}.${form.extension}`, form.write(table)]));
  return zip(files, fileStem);
}

function writeShapefiles(tables: readonly OutTable[], order: FileOrder, crs: OutCrs): OutFile {
  const files: Record<string, Uint8Array> = {};
  let cutTexts = 0;
  for (const table of tables) {
    const written = writeShapefile(table, crs, order.asOf);
    Object.assign(files, written.files);
    cutTexts += written.cutTexts;
  }
  const cut = cutTexts === 0 ? [] : [text(order.language, 'exports', 'texts_cut', { count: cutTexts })];
  const about = [...describeFile(order, crs, tables).map((line) => line.join('\t')), ...cut].join('\r\n');
  files['README.txt'] = Buffer.from(`\uFEFF${about}\r\n`, 'utf8');
  return zip(files, order.fileStem);
}

/** Same files, same bytes: entries carry no time of their own. */
function zip(files: Readonly<Record<string, Uint8Array>>, fileStem: string): OutFile {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(files)) entries[name] = [bytes, { mtime: new Date(1980, 0, 1), level: 6 }];
  return { fileName: `${fileStem}.zip`, mediaType: 'application/zip', bytes: zipSync(entries) };
}

/** Ledgers in which households stand one by one; where one lived stands with its old homestead. They are for the office itself. */
const LEDGERS_OF_HOUSEHOLDS: ReadonlySet<string> = new Set<LedgerKind>([
  'households',
  'homesteads',
  'ledger_rows',
  'events',
]);

/** What a file says of itself: contents, area, date, revision, reference system, and for whom it is. */
function describeFile(order: FileOrder, crs: OutCrs, tables: readonly OutTable[]): AboutLines {
  const { language } = order;
  const say = (key: Parameters<typeof text<'exports'>>[2], values = {}): string =>
    text(language, 'exports', key, values);
  return [
    [say('about_what'), order.what],
    [say('about_area'), `${order.areaName} ${order.areaCode}`],
    [say('about_as_of'), order.asOf],
    [say('about_revision'), String(order.revision)],
    [say('about_crs'), say(`about_crs_${crs.kind}`, { epsg: crs.epsg })],
    [say('about_lines'), say('about_lines_text')],
    ...(tables.some(({ name }) => LEDGERS_OF_HOUSEHOLDS.has(name))
      ? [[say('about_use'), say('about_use_text')] as const]
      : []),
    [say('about_again'), say('about_again_text')],
  ];
}
