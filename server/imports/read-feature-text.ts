import { readFile, stat } from 'node:fs/promises';
import type { ImportLimits } from '#core/api/import-records.ts';
import { InvalidInputError } from '#core/errors.ts';
import { convertGeometry, createCrsConverter, isKnownProjection } from '#core/geo/convert-source-crs.ts';
import type { Geometry } from '#core/geo/geometry.ts';
import type { SourceTable } from '#core/ledgers/source-table.ts';
import type { SpooledFile } from './import-messages.ts';
import type { ConvertWithGdal } from './readers/read-filegdb.ts';
import { readSourceFiles } from './readers/read-source-files.ts';
import { recogniseFormat } from './readers/recognise-format.ts';

/** A feature with what a new county needs of it. */
interface PlacedFeature {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}

/**
 * Features of a file for a new county as the text of a GeoJSON collection in degrees of CGCS2000. A GeoJSON collection is given as it stands, so that its
 * faults are told by feature; shapefiles, GeoPackage, KML, GPX, FileGDB and GeoJSON of a line each are read as ledgers are: personal columns left out,
 * the stated reference system converted, names of properties in small letters.
 *
 * @throws {ImportFileError} why the file is refused
 * @throws {InvalidInputError} `features_expected` for workbooks and whatever has no geometry, `features_crs` for a system that is not known
 */
export async function readFeatureText(
  file: SpooledFile,
  options: { readonly limits: ImportLimits; readonly convertWithGdal: ConvertWithGdal },
): Promise<string> {
  const collection = await readCollection(file, options.limits);
  if (collection !== null) return collection;
  const read = await readSourceFiles([file], options);
  const features = read.flatMap(({ tables }) => tables.flatMap((table) => placeFeatures(file.name, table)));
  if (features.length === 0)
    throw new InvalidInputError('features_expected', 'Got no features with a geometry', { file: file.name });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** The text of a GeoJSON collection; null for every other format and for what is too large. */
async function readCollection({ name, path }: SpooledFile, { fileBytes }: ImportLimits): Promise<string | null> {
  if ((await stat(path)).size > fileBytes) return null;
  const bytes = await readFile(path);
  if (recogniseFormat(bytes, name) !== 'geojson') return null;
  const text = bytes.toString('utf8');
  return isLineByLine(text) ? null : text;
}

/** Whether the first line alone is a feature. */
function isLineByLine(text: string): boolean {
  const end = text.indexOf('\n');
  try {
    return end > 0 && JSON.parse(text.slice(0, end).replace(/^\uFEFF/, '')).type === 'Feature';
  } catch {
    return false;
  }
}

function placeFeatures(file: string, { columns, rows, crs }: SourceTable): readonly PlacedFeature[] {
  if (crs?.kind === 'proj' && !isKnownProjection(crs.definition))
    throw new InvalidInputError('features_crs', 'Unknown reference system', { file, got: crs.name });
  const convert = crs === null ? null : createCrsConverter(crs);
  const names = columns.map((column) => column.toLowerCase());
  // a table beside the map; a feature that alone has no geometry is told of where features are read
  if (rows.every(({ geometry }) => geometry === null)) return [];
  return rows.map(({ cells, geometry }): PlacedFeature => {
    const filled = names.flatMap((name, place) => (cells[place] == null ? [] : [[name, cells[place]] as const]));
    const placed = convert === null || geometry === null ? geometry : convertGeometry(geometry, convert);
    return { type: 'Feature', properties: Object.fromEntries(filled), geometry: placed };
  });
}
