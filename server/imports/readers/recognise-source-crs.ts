import type { SourceCrs } from '#core/geo/source-crs.ts';

type OldDatum = Extract<SourceCrs, { readonly kind: 'old_datum' }>;
type Projection = NonNullable<OldDatum['projection']>;
type Datum = 'cgcs2000' | 'wgs84' | OldDatum['datum'];

/** How far the old national datums lie from CGCS2000 without parameters of the place; shifts of 80 to 120 m are usual (CH/T 2014-2016). */
const OLD_DATUM_ERROR_METERS = 150;

/**
 * Blocks of the EPSG register with Gauss-Kruger zones in China: first code, last code, meridian of the first, width, whether the zone number
 * stands before the easting. (EPSG 12.0: CGCS2000 4491–4554, Xian 1980 2327–2390, Beijing 1954 2401–2442 and 21413–21463.)
 */
const BLOCKS: readonly (readonly [
  first: number,
  last: number,
  meridian: number,
  zoneWidth: 3 | 6,
  zonePrefix: boolean,
  datum: Datum,
])[] = [
  [4491, 4501, 75, 6, true, 'cgcs2000'],
  [4502, 4512, 75, 6, false, 'cgcs2000'],
  [4513, 4533, 75, 3, true, 'cgcs2000'],
  [4534, 4554, 75, 3, false, 'cgcs2000'],
  [2327, 2337, 75, 6, true, 'xian80'],
  [2338, 2348, 75, 6, false, 'xian80'],
  [2349, 2369, 75, 3, true, 'xian80'],
  [2370, 2390, 75, 3, false, 'xian80'],
  [2401, 2421, 75, 3, true, 'beijing54'],
  [2422, 2442, 75, 3, false, 'beijing54'],
  [21413, 21423, 75, 6, true, 'beijing54'],
  [21453, 21463, 75, 6, false, 'beijing54'],
];

/** Names under which a datum goes in WKT of GDAL, QGIS, ArcGIS, SuperMap and MapGIS. */
const DATUM_NAMES: readonly (readonly [name: RegExp, datum: Datum])[] = [
  [/CGCS[_\s]?2000|China[_\s]?Geodetic[_\s]?Coordinate[_\s]?System[_\s]?2000|China[_\s]?2000/i, 'cgcs2000'],
  [/Xi'?an[_\s]?(19)?80/i, 'xian80'],
  [/Beijing[_\s]?(19)?54/i, 'beijing54'],
  [/WGS[_\s]?(19)?84|World[_\s]?Geodetic[_\s]?System[_\s]?1984/i, 'wgs84'],
];

/**
 * The reference system that a name, an EPSG code or WKT states; a system that is not one of the national or worldwide ones is `proj` with what
 * was stated. Null for nothing stated. Axes are as GIS files have them: east first.
 *
 * @param stated `EPSG:4547`, `urn:ogc:def:crs:EPSG::4547`, `CRS84`, or WKT as in a .prj
 */
export function findSourceCrs(stated: string): SourceCrs | null {
  const text = stated.trim();
  if (text === '') return null;
  if (/CRS:?:?84$/i.test(text)) return { kind: 'wgs84', swapped: false };
  const code =
    /^(?:EPSG:|urn:(?:x-)?ogc:def:crs:EPSG:[\d.]*:|https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[\d.]+\/)(\d+)$/i.exec(
      text,
    )?.[1];
  if (code !== undefined) return crsOfEpsg(Number(code));
  return crsOfWkt(text);
}

/** The reference system of an EPSG code; one that is not national or worldwide is `proj` by its code. */
export function crsOfEpsg(code: number): SourceCrs {
  if (code === 4490 || code === 4480 || code === 4479) return { kind: 'cgcs2000', swapped: false };
  if (code === 4326 || code === 4979) return { kind: 'wgs84', swapped: false };
  if (code === 3857 || code === 900913 || code === 3785) return { kind: 'web_mercator', swapped: false };
  if (code === 4610 || code === 4214) return crsOf(code === 4610 ? 'xian80' : 'beijing54', null);
  for (const [first, last, meridian, zoneWidth, zonePrefix, datum] of BLOCKS) {
    if (code < first || code > last) continue;
    return crsOf(datum, { zoneWidth, centralMeridian: meridian + (code - first) * zoneWidth, zonePrefix });
  }
  return { kind: 'proj', definition: `EPSG:${code}`, name: `EPSG:${code}`, swapped: false };
}

function crsOf(datum: Datum, projection: Projection | null): SourceCrs {
  const swapped = false;
  if (datum === 'xian80' || datum === 'beijing54')
    return { kind: 'old_datum', datum, projection, errorMeters: OLD_DATUM_ERROR_METERS, swapped };
  return projection === null ? { kind: datum, swapped } : { kind: 'gauss_kruger', ...projection, swapped };
}

/** WKT 1 of GDAL or ESRI, or WKT 2: by the name of the datum and the parameters of the projection, not by the name of the whole. */
function crsOfWkt(wkt: string): SourceCrs {
  const name = /\[\s*"([^"]*)"/.exec(wkt)?.[1] ?? wkt.slice(0, 80);
  const other: SourceCrs = { kind: 'proj', definition: wkt, name, swapped: false };
  const datum = findDatum(wkt);
  if (datum === null) return other;
  if (!/^\s*(PROJCS|PROJCRS|PROJECTEDCRS|BOUNDCRS|COMPD_CS)/i.test(wkt) && !/PROJC(S|RS)\s*\[/i.test(wkt))
    return crsOf(datum, null);
  if (/Mercator_Auxiliary_Sphere|Pseudo-Mercator|Popular Visualisation/i.test(wkt))
    return { kind: 'web_mercator', swapped: false };
  const projection = datum === 'wgs84' ? null : findGaussKruger(wkt, name);
  return projection === null ? other : crsOf(datum, projection);
}

function findDatum(wkt: string): Datum | null {
  const named = /(?:DATUM|GEODETICDATUM|TRF|ENSEMBLE)\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1];
  const found = DATUM_NAMES.find(([pattern]) => pattern.test(named ?? wkt));
  return found?.[1] ?? null;
}

/** Zone of a transverse Mercator with the parameters of a national zone; null where any of them differs. */
function findGaussKruger(wkt: string, name: string): Projection | null {
  if (!/Gauss[_\s-]*Kr(u|ü|ue)ger|Transverse[_\s]*Mercator/i.test(wkt)) return null;
  const number = (...names: readonly string[]): number | null => {
    for (const candidate of names) {
      const found = new RegExp(`PARAMETER\\s*\\[\\s*"${candidate}"\\s*,\\s*(-?[\\d.]+(?:[eE][+-]?\\d+)?)`, 'i').exec(
        wkt,
      )?.[1];
      if (found !== undefined) return Number(found);
    }
    return null;
  };
  const centralMeridian = number('central_meridian', 'Longitude_Of_Center', 'Longitude of natural origin');
  const easting = number('false_easting', 'False easting');
  const scale = number('scale_factor', 'Scale factor at natural origin') ?? 1;
  const origin = number('latitude_of_origin', 'Latitude of natural origin') ?? 0;
  const northing = number('false_northing', 'False northing') ?? 0;
  if (centralMeridian === null || easting === null || scale !== 1 || origin !== 0 || northing !== 0) return null;
  if (centralMeridian % 3 !== 0) return null;
  const prefix = (easting - 500_000) / 1_000_000;
  if (!Number.isInteger(prefix) || prefix < 0) return null;
  const zoneWidth = findZoneWidth({ name, centralMeridian, prefix });
  return { zoneWidth, centralMeridian, zonePrefix: prefix > 0 };
}

/** A zone number says the width; without one the name does, and a meridian that no six-degree zone has. */
function findZoneWidth(zone: {
  readonly name: string;
  readonly centralMeridian: number;
  readonly prefix: number;
}): 3 | 6 {
  if (zone.prefix > 0) return zone.prefix * 3 === zone.centralMeridian ? 3 : 6;
  if (/3[_\s-]*degree|3_?deg|3\u{b0}/iu.test(zone.name)) return 3;
  return (zone.centralMeridian - 3) % 6 === 0 && /GK[_\s]*(Zone|CM)|Gauss-Kruger|6[_\s-]*degree/i.test(zone.name)
    ? 6
    : 3;
}

/** A reference system as `findSourceCrs` reads it back: an EPSG code where there is one, else its definition. */
export function formatSourceCrs(crs: SourceCrs): string {
  switch (crs.kind) {
    case 'cgcs2000':
    case 'gcj02':
    case 'bd09':
      return 'EPSG:4490';
    case 'wgs84':
      return 'EPSG:4326';
    case 'web_mercator':
      return 'EPSG:3857';
    case 'proj':
      return crs.definition;
    case 'gauss_kruger':
      return codeOf('cgcs2000', crs);
    case 'old_datum':
      return crs.projection === null
        ? `EPSG:${crs.datum === 'xian80' ? 4610 : 4214}`
        : codeOf(crs.datum, crs.projection);
  }
}

function codeOf(datum: Datum, { zoneWidth, zonePrefix, centralMeridian }: Projection): string {
  const block = BLOCKS.find((one) => one[3] === zoneWidth && one[4] === zonePrefix && one[5] === datum);
  return block === undefined ? '' : `EPSG:${block[0] + (centralMeridian - block[2]) / zoneWidth}`;
}
