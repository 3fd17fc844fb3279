import { ImportFileError, quoteName } from './import-file-error.ts';
import type { Archive } from './open-archive.ts';
import { refuseUnknown } from './recognise-format.ts';

/** What a ZIP turns out to be. */
export type ArchiveKind = 'xlsx' | 'kmz' | 'shapefile' | 'filegdb';

const NAMED_FILES = 3;

/**
 * Recognises an archive by the names in it.
 *
 * @throws {ImportFileError} nothing that is read, or another kind of office file
 */
export function recogniseArchive({ entries }: Archive, file: string): ArchiveKind {
  const has = (pattern: RegExp): boolean => entries.some(({ path }) => pattern.test(path));
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/(^|\/)workbook\.bin$/i)) throw refuseUnknown(file, 'XLSB');
    if (has(/^word\//i)) throw refuseUnknown(file, 'Word (DOCX)');
    if (has(/^ppt\//i)) throw refuseUnknown(file, 'PowerPoint (PPTX)');
    return 'xlsx';
  }
  if (has(/\.(shp|dbf)$/i)) return 'shapefile';
  if (has(/\.gdb\/[^/]+\.gdbtable$|(^|\/)a[\da-f]{8}\.gdbtable$/i)) return 'filegdb';
  if (has(/\.kml$/i)) return 'kmz';
  if (has(/^mimetype$/) && has(/^content\.xml$/)) throw refuseUnknown(file, 'OpenDocument (ODS)');
  const names = entries.slice(0, NAMED_FILES).map(({ path }) => quoteName(path));
  const got = [...names, ...(entries.length > NAMED_FILES ? ['…'] : [])].join(', ');
  throw new ImportFileError('import_archive_without_data', file, { got: got === '' ? '–' : got });
}
