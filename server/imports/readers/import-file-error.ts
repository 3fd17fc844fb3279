import { InvalidInputError } from '#core/errors.ts';

/** Why a file is refused; the sentence is `errors.<code>`, its placeholders are `details` and always `file`. */
export const IMPORT_FILE_ERRORS = [
  'import_file_empty',
  'import_file_too_large',
  'import_file_unknown',
  'import_file_binary',
  'import_file_damaged',
  'import_file_cut',
  'import_file_encrypted',
  'import_file_macros',
  'import_file_calls_out',
  'import_file_nothing_in_it',
  'import_archive_entries',
  'import_archive_too_large',
  'import_archive_path',
  'import_archive_link',
  'import_archive_duplicate',
  'import_archive_without_data',
  'import_xml_entities',
  'import_too_many_rows',
  'import_too_many_columns',
  'import_too_many_positions',
  'import_cell_too_long',
  'import_quote_open',
  'import_shape_part_missing',
  'import_kml_links_only',
  'import_filegdb_closed',
  'import_too_slow',
  'import_cancelled',
  'import_too_many_files',
] as const;
export type ImportFileErrorCode = (typeof IMPORT_FILE_ERRORS)[number];

const LONGEST_NAME = 80;

/** A file that is refused as a whole: nothing of it was kept. `details.file` is its name as it was sent, shortened; `details.reason`, where a library said one, is English and for logs. */
export class ImportFileError extends InvalidInputError {
  declare readonly code: ImportFileErrorCode;

  constructor(code: ImportFileErrorCode, file: string, details: Readonly<Record<string, string | number>> = {}) {
    super(code, `File refused: ${code}`, { ...shortenTexts(details), file: quoteName(file) });
  }
}

/** A name from outside for a sentence: without control characters, at most 80 characters. */
export function quoteName(name: string): string {
  const clean = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\u{fffd}');
  return clean.length > LONGEST_NAME ? `${clean.slice(0, LONGEST_NAME)}…` : clean;
}

const shortenTexts = (details: Readonly<Record<string, string | number>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'string' && key !== 'expected' ? quoteName(value) : value,
    ]),
  );
