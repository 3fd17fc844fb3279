import type { exports as zh } from '../zh/exports.ts';

/** Exports and blank ledgers. */
export const exports: Record<keyof typeof zh, string> = {
  column_lon: 'Longitude',
  column_lat: 'Latitude',
  column_easting: 'Easting',
  column_northing: 'Northing',
  column_wkt: 'Geometry WKT',
  sheet_about: 'About',
  about_what: 'Contents',
  about_area: 'Area',
  about_as_of: 'As of',
  about_revision: 'Data revision',
  about_crs: 'Reference system',
  about_crs_cgcs2000: 'CGCS2000, longitude and latitude (EPSG:4490)',
  about_crs_wgs84: 'WGS 84, longitude and latitude (EPSG:4326)',
  about_crs_gauss_kruger:
    'CGCS2000, three-degree Gauss-Kruger by central meridian (EPSG:{epsg}), easting without zone number',
  about_crs_gauss_kruger_zone:
    'CGCS2000, three-degree Gauss-Kruger by zone (EPSG:{epsg}), zone number before the easting',
  about_lines: 'Boundaries',
  about_lines_text: 'Village lines are working lines and no basis for drawing boundaries.',
  about_again: 'Import again',
  about_again_text:
    'Headers and values of these tables can be imported as they are; leave the codes alone, new rows without a code get one.',
  geometry_too_long:
    '{count} geometries are too long for a cell, which holds {characters} characters, and were left out of this table; export a GeoPackage.',
  texts_cut:
    'A shapefile holds 254 bytes of text in a cell; {count} texts were cut. Export a GeoPackage or a workbook for all of them.',
  figures: 'Indicators',
  figure_area: 'Area code',
  figure_area_name: 'Area',
  figure_code: 'Indicator code',
  figure_name: 'Indicator',
  figure_part: 'Part',
  figure_as_of: 'As of',
  figure_value: 'Value',
  figure_unit: 'Unit',
  figure_numerator: 'Numerator',
  figure_denominator: 'Denominator',
  figure_target: 'Target',
  figure_light: 'Light',
  figure_reason: 'Reason',
  file_ledgers: 'ledgers',
  file_figures: 'indicators',
  file_blank: 'blank-ledger',
  blank_title: '{area}: {ledger} (blank)',
  blank_how: 'How to fill it in',
  blank_how_text:
    'One row for each {thing}. Choose from the list where a cell offers one; write dates as 2026-06-30; leave empty what is not known. Upload it on the page Import.',
  blank_required: 'Required',
};
