import { extname } from 'node:path';
import type { SourceFormat } from '#core/ledgers/source-table.ts';
import { decodeText } from './decode-text.ts';
import { ImportFileError } from './import-file-error.ts';
import { inspectCompound } from './inspect-compound.ts';

/** What the first bytes of a file say it is: a format that is read, an archive to look into, or a part of a shapefile. */
export type Recognised = 'archive' | 'shape_part' | 'xls' | 'csv' | 'geojson' | 'kml' | 'gpx' | 'geopackage';

/** What files are expected to be, in sentences. */
export const READABLE_FORMATS = 'XLSX, XLS, CSV, GeoJSON, Shapefile (ZIP), GeoPackage, KML, KMZ, GPX, FileGDB (ZIP)';

/** Beginnings of files that are often sent by mistake, with the name by which people know them. */
const FOREIGN: readonly (readonly [beginning: string, name: string])[] = [
  ['25504446', 'PDF'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['47494638', 'GIF'],
  ['52617221', 'RAR'],
  ['377abcaf271c', '7-Zip'],
  ['1f8b', 'GZIP'],
  ['49492a00', 'TIFF'],
  ['4d4d002a', 'TIFF'],
  ['09020600', 'Excel 2'],
  ['09000400', 'Excel 2'],
  ['09040600', 'Excel 4'],
];
const ZIP_BEGINNINGS = ['504b0304', '504b0506'];
const COMPOUND_BEGINNING = 'd0cf11e0a1b11ae1';
/** First number of a shapefile and of its index (9994, big endian). */
const SHAPE_BEGINNING = '0000270a';
const TAR_MARK = 'ustar';
const TAR_MARK_AT = 257;
const SAMPLE_BYTES = 8192;
/** Share of control characters beyond which something is no text. */
const MOST_CONTROLS = 0.01;
/** Text without marks of its own is a table only where the name does not claim a GIS format; some systems give text the extension of a workbook. */
const MAY_BE_TABLE = /^(\.(csv|tsv|tab|txt|dat|xls|xlsx))?$/;
const DBF_VERSIONS = new Set([0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5]);
const DBF_HEADER_BYTES = 32;

/** Extensions that say the same as what is in the file; anything else is told in a note. */
const EXTENSIONS: Readonly<Record<SourceFormat, RegExp>> = {
  xlsx: /^\.xlsx$/,
  xls: /^\.xls$/,
  csv: /^\.(csv|tsv|txt)$/,
  geojson: /^\.(geojson|json)$/,
  geojson_lines: /^\.(geojsonl|geojsons|ndjson|jsonl|geojson|json)$/,
  shapefile: /^\.(zip|shp|dbf)$/,
  geopackage: /^\.gpkg$/,
  kml: /^\.kml$/,
  kmz: /^\.kmz$/,
  gpx: /^\.gpx$/,
  filegdb: /^\.(zip|gdb)$/,
};

/** Whether the extension of a file is one that its format goes by. */
export const hasFittingExtension = (name: string, format: SourceFormat): boolean =>
  EXTENSIONS[format].test(extname(name).toLowerCase());

/**
 * Recognises a file by its contents; its extension decides nothing.
 *
 * @throws {ImportFileError} empty, encrypted, with macros, or of a kind that is not read: says what it is
 */
export function recogniseFormat(bytes: Buffer, file: string): Recognised {
  if (bytes.length === 0) throw new ImportFileError('import_file_empty', file);
  const beginning = bytes.toString('hex', 0, 8);
  if (ZIP_BEGINNINGS.some((expected) => beginning.startsWith(expected))) return 'archive';
  if (beginning === COMPOUND_BEGINNING) return recogniseCompound(bytes, file);
  if (bytes.toString('latin1', 0, 15) === 'SQLite format 3') return 'geopackage';
  const foreign = FOREIGN.find(([expected]) => beginning.startsWith(expected));
  if (foreign !== undefined) throw refuseUnknown(file, foreign[1]);
  if (beginning.startsWith(SHAPE_BEGINNING) || isDbf(bytes)) return 'shape_part';
  if (bytes.toString('latin1', TAR_MARK_AT, TAR_MARK_AT + TAR_MARK.length) === TAR_MARK)
    throw refuseUnknown(file, 'TAR');
  return recogniseText(bytes, file);
}

/** @param got what the file is, in a word that needs no translation */
export const refuseUnknown = (file: string, got: string): ImportFileError =>
  new ImportFileError('import_file_unknown', file, { got, expected: READABLE_FORMATS });

function recogniseCompound(bytes: Buffer, file: string): 'xls' {
  const { kind, hasMacros } = inspectCompound(bytes);
  if (kind === 'encrypted') throw new ImportFileError('import_file_encrypted', file);
  if (kind === 'document') throw refuseUnknown(file, 'Word / PowerPoint');
  if (kind === 'old_xls') throw refuseUnknown(file, 'Excel 5 / 95');
  if (kind === 'unknown') throw new ImportFileError('import_file_damaged', file, { format: 'XLS', where: 'OLE2' });
  if (hasMacros) throw new ImportFileError('import_file_macros', file);
  return 'xls';
}

function recogniseText(bytes: Buffer, file: string): Recognised {
  const { text } = decodeText(bytes.subarray(0, SAMPLE_BYTES));
  const start = text.trimStart();
  if (start.startsWith('<')) return recogniseXml(start, file);
  if (/^[[{"]/.test(start) && /^(\{|\[\s*[{\]]|"[^"]*"\s*$)/.test(start)) return 'geojson';
  const strange = text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (text.includes('\0') || strange > text.length * MOST_CONTROLS)
    throw new ImportFileError('import_file_binary', file, { expected: READABLE_FORMATS });
  if (text.trim() === '') throw new ImportFileError('import_file_empty', file);
  if (!MAY_BE_TABLE.test(extname(file).toLowerCase())) throw refuseUnknown(file, 'TXT');
  return 'csv';
}

function recogniseXml(text: string, file: string): Recognised {
  const root = /<(?![?!])(?:\w+:)?(\w+)/.exec(text.replaceAll(/<!--[\s\S]*?-->/g, ''))?.[1]?.toLowerCase();
  if (root === 'kml' || root === 'gpx') return root;
  if (root === 'html' || /^<!doctype\s+html/i.test(text)) throw refuseUnknown(file, 'HTML');
  throw refuseUnknown(file, root === undefined ? 'XML' : `XML <${root}>`);
}

/** A table of dBASE: version, a date that can be, a header as long as its fields need. */
function isDbf(bytes: Buffer): boolean {
  if (bytes.length < DBF_HEADER_BYTES + 1 || !DBF_VERSIONS.has(bytes.readUInt8(0))) return false;
  const [month, day] = [bytes.readUInt8(2), bytes.readUInt8(3)];
  const headerBytes = bytes.readUInt16LE(8);
  const isPlausible = month <= 12 && day <= 31 && headerBytes >= DBF_HEADER_BYTES + 1 && bytes.readUInt16LE(10) > 0;
  return isPlausible && /^[CNFLDMIBO@+TYGPVWX0Q]$/.test(String.fromCharCode(bytes[DBF_HEADER_BYTES + 11] ?? 0));
}
