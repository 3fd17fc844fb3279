import type { ExportCrs } from '#core/api/exports.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { Bbox } from '#core/geo/bbox.ts';
import { createPaperProjectionFor } from '#core/geo/gauss-kruger.ts';
import type { Geometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { mapPositions } from '#core/geo/map-positions.ts';

/** The reference system of a file: its register entry and how a position gets there. x is the easting or longitude. */
export interface OutCrs {
  readonly kind: ExportCrs;
  readonly epsg: number;
  readonly name: string;
  /** Well-known text in the dialect of ESRI, which every reader of shapefiles and GeoPackages takes. */
  readonly wkt: string;
  readonly isProjected: boolean;
  readonly convert: (geometry: Geometry) => Geometry;
}

const CGCS2000_DATUM = 'DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]]';
const DEGREES = 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]';
const CGCS2000 = `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",${CGCS2000_DATUM},${DEGREES}]`;
const WGS84 = `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],${DEGREES}]`;

const ZONE_METERS = 1_000_000;
const FALSE_EASTING = 500_000;

/**
 * The reference system of an export. WGS 84 has the numbers of CGCS2000: both agree to within a metre.
 *
 * @param bbox of the county: it decides the zone
 * @throws {InvalidInputError} `export_no_grid`: the county lies outside China's three-degree zones
 */
export function createOutCrs(kind: ExportCrs, bbox: Bbox): OutCrs {
  const keep = (geometry: Geometry): Geometry => geometry;
  if (kind === 'cgcs2000') {
    return { kind, epsg: 4490, name: 'CGCS2000', wkt: CGCS2000, isProjected: false, convert: keep };
  }
  if (kind === 'wgs84') return { kind, epsg: 4326, name: 'WGS 84', wkt: WGS84, isProjected: false, convert: keep };
  const { zone, centralMeridian, forward } = createPaperProjectionFor(bbox);
  if (zone === null) throw new InvalidInputError('export_no_grid', 'The county lies outside the three-degree zones');
  const prefix = kind === 'gauss_kruger_zone' ? zone * ZONE_METERS : 0;
  const name = prefix === 0 ? `CGCS2000_3_Degree_GK_CM_${centralMeridian}E` : `CGCS2000_3_Degree_GK_Zone_${zone}`;
  const toGrid = (position: LonLat): LonLat => {
    const [x, y] = forward(position);
    return [x + prefix, y];
  };
  return {
    kind,
    epsg: prefix === 0 ? 4509 + zone : 4488 + zone,
    name,
    wkt: writeGridWkt(name, centralMeridian, prefix + FALSE_EASTING),
    isProjected: true,
    convert: (geometry) => mapPositions(geometry, toGrid),
  };
}

const writeGridWkt = (name: string, centralMeridian: number, falseEasting: number): string =>
  `PROJCS["${name}",${CGCS2000},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${falseEasting}.0],` +
  `PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${centralMeridian}.0],PARAMETER["Scale_Factor",1.0],` +
  'PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
