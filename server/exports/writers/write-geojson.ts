import type { OutCrs } from '../out-crs.ts';
import type { OutTable } from '../out-table.ts';

/**
 * Writes a table as a GeoJSON FeatureCollection. Positions are longitude and latitude (RFC 7946); in a grid the old member `crs` says which.
 */
export function writeGeojson(table: OutTable, crs: OutCrs): Uint8Array {
  const features = table.rows.map(({ values, geometry }) =>
    JSON.stringify({
      type: 'Feature',
      properties: Object.fromEntries(table.columns.map(({ name }, place) => [name, values[place] ?? null])),
      geometry: geometry === null ? null : crs.convert(geometry),
    }),
  );
  const member =
    crs.kind === 'wgs84'
      ? ''
      : `"crs":${JSON.stringify({ type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${crs.epsg}` } })},\n`;
  const written = `{"type":"FeatureCollection","name":${JSON.stringify(table.name)},\n${member}"features":[\n${features.join(',\n')}\n]}\n`;
  return Buffer.from(written, 'utf8');
}
