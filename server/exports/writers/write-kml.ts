import type { Geometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { OutTable, OutValue } from '../out-table.ts';

/** Characters that XML 1.0 cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * Writes tables as one KML 2.2 document: a folder a table, each row a placemark with its values as ExtendedData. KML knows WGS 84 only.
 *
 * @see OGC 12-007r2
 */
export function writeKml(tables: readonly OutTable[], title: string): Uint8Array {
  const folders = tables.map((table) => {
    const name = table.columns.findIndex((column) => column.name === 'name');
    const placemarks = table.rows.map(({ values, geometry }) => {
      const data = table.columns.flatMap((column, place) =>
        writeData(column.name, column.title, values[place] ?? null),
      );
      // a code in the place of a name would be read as one
      const label = values[name] ?? null;
      return `<Placemark>${label === null ? '' : `<name>${escapeXml(String(label))}</name>`}<ExtendedData>${data.join('')}</ExtendedData>${
        geometry === null ? '' : writeGeometry(geometry)
      }</Placemark>\n`;
    });
    return `<Folder><name>${escapeXml(table.title)}</name>\n${placemarks.join('')}</Folder>\n`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n';
  return Buffer.from(
    `${head}<Document><name>${escapeXml(title)}</name>\n${folders.join('')}</Document>\n</kml>\n`,
    'utf8',
  );
}

const writeData = (name: string, title: string, value: OutValue): readonly string[] =>
  value === null
    ? []
    : [
        `<Data name="${escapeXml(name)}"><displayName>${escapeXml(title)}</displayName><value>${escapeXml(String(value))}</value></Data>`,
      ];

function writeGeometry(geometry: Geometry): string {
  const line = (positions: readonly LonLat[]): string =>
    `<coordinates>${positions.map(([lon, lat]) => `${lon},${lat}`).join(' ')}</coordinates>`;
  const polygon = ([outer = [], ...holes]: readonly (readonly LonLat[])[]): string => {
    const inner = holes.map((hole) => `<innerBoundaryIs><LinearRing>${line(hole)}</LinearRing></innerBoundaryIs>`);
    return `<Polygon><outerBoundaryIs><LinearRing>${line(outer)}</LinearRing></outerBoundaryIs>${inner.join('')}</Polygon>`;
  };
  const several = (parts: readonly string[]): string => `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
  switch (geometry.type) {
    case 'Point':
      return `<Point>${line([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString>${line(geometry.coordinates)}</LineString>`;
    case 'MultiLineString':
      return several(geometry.coordinates.map((part) => `<LineString>${line(part)}</LineString>`));
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPolygon':
      return several(geometry.coordinates.map(polygon));
  }
}

const escapeXml = (value: string): string =>
  value
    .replaceAll(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
