import type { importFiles as zh } from '../zh/import-files.ts';

/** Reading files: what was recognised, what is refused. */
export const importFiles: Record<keyof typeof zh, string> = {
  note_encoding: 'Encoding of the text: {encoding}.',
  note_header_row: 'The header is row {row}; the rows above it are not data.',
  note_merged_header: 'The header takes rows {first} to {last}; they were joined.',
  note_totals_row: 'Rows of totals: {rows}. They are not data and only checked against.',
  note_foot_rows: 'Notes or signatures below the table: rows {rows}. They are not data.',
  note_empty_rows: 'Empty rows that were passed over: {count}.',
  note_hidden_sheet: 'This sheet is hidden; it was read as well.',
  note_hidden_rows: 'Rows that are hidden or filtered out were read too: {rows}. Please check whether they are meant.',
  note_hidden_columns: 'Hidden columns were read too: {count}.',
  note_formulas:
    'Formulas are not computed, their stored results are taken: {count}; without one, and so empty: {without}.',
  note_no_projection: 'The file does not state its reference system; it must be confirmed.',
  note_projection: 'Reference system as the file states it: {name}.',
  note_third_dimension: '{count} features have heights, which were not read.',
  note_unsupported_geometry:
    '{count} features have geometry of type {type}, which is not stored; only their attributes were read (features {rows}).',
  note_network_link: 'Network links that were not followed: {count}; only what is in the file itself was read.',
  note_left_out: 'Columns with personal data that were left out and not kept: {count}.',
  note_wrong_extension: 'The extension does not fit the contents; the file was read as {format}.',
  note_damaged_text: 'Characters damaged by a wrong encoding that cannot be restored: {count}.',
  note_empty_sheet: 'Sheet “{sheet}” is empty and was passed over.',
  note_merged_cells: 'Merged cells that were filled with the text of their first cell: {count}.',
  note_ditto_cells: 'Cells that say “as above” and were filled from the row above: {count}.',
  note_grouped_cells:
    'The town or village stands once for each group: {count} empty cells were filled from the row above. Please check.',
  note_no_attributes: 'The file of attributes (.dbf) is missing; there are only shapes.',
  note_no_shapes: 'There are only attributes (.dbf), no shapes (.shp).',
  note_other_files: 'Files in the archive that were not read ({count}): {names}.',
  note_old_crs_member: 'The file names its reference system by an older standard: {name}.',
  note_damaged_feature:
    'The coordinates of {count} features cannot be read; only their attributes were kept (features {rows}).',
  note_damaged_attributes:
    'The attributes of {count} features cannot be read; only their shapes were kept (features {rows}).',
  note_track_left_out: '{count} tracks (gx:Track) were not read.',
  note_personal_text: 'In {count} places identity numbers, telephones or names of who filled in the table were hidden.',
};
