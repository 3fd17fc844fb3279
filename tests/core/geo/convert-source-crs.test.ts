import { describe, expect, it } from 'vitest';
import { convertGeometry, createCrsConverter, isKnownProjection } from '#core/geo/convert-source-crs.ts';
import { lonLatToBd09, lonLatToGcj02 } from '#core/geo/datum-shift.ts';
import { createPaperProjection } from '#core/geo/gauss-kruger.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { lonLatToMercator } from '#core/geo/mercator.ts';
import type { SourceCrs } from '#core/geo/source-crs.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';

const PLACE: LonLat = [107.51, 27.03];
const GRID = { kind: 'gauss_kruger', zoneWidth: 3, centralMeridian: 108, zonePrefix: false, swapped: false } as const;

const millimetersOff = (crs: SourceCrs, first: number, second: number, place: LonLat = PLACE): number =>
  straightDistanceMeters(createCrsConverter(crs)(first, second), place) * 1000;

describe('createCrsConverter', () => {
  const [easting, northing] = createPaperProjection(108).forward(PLACE);

  it('reads the meridian arc of 30 degrees, 3,320,113.398 m on GRS 80, on the central meridian', () => {
    expect(millimetersOff(GRID, 500_000, 3_320_113.398, [108, 30])).toBeLessThan(1);
  });

  it('reads Gauss-Kruger with and without the zone before the easting to the millimetre', () => {
    expect(millimetersOff(GRID, easting, northing)).toBeLessThan(1);
    expect(millimetersOff({ ...GRID, zonePrefix: true }, 36_000_000 + easting, northing)).toBeLessThan(1);
  });

  it('reads columns that are swapped: northing first, as the register has it', () => {
    expect(millimetersOff({ ...GRID, swapped: true }, northing, easting)).toBeLessThan(1);
    expect(createCrsConverter({ kind: 'cgcs2000', swapped: true })(27.03, 107.51)).toEqual(PLACE);
  });

  it('takes an easting of 35 million as zone 35 (105 E, EPSG:4523), whatever zone the rows around it have', () => {
    const [x, y] = createPaperProjection(105).forward(PLACE);
    expect(millimetersOff({ ...GRID, zonePrefix: true }, 35_000_000 + x, y)).toBeLessThan(1);
  });

  it('reads six-degree zones: zone 18 is centred on 105 E', () => {
    const [x, y] = createPaperProjection(105).forward(PLACE);
    const crs: SourceCrs = { ...GRID, zoneWidth: 6, centralMeridian: 105, zonePrefix: true };
    expect(millimetersOff(crs, 18_000_000 + x, y)).toBeLessThan(1);
  });

  it('reads GCJ-02, BD-09 and Mercator metres', () => {
    expect(millimetersOff({ kind: 'gcj02', swapped: false }, ...lonLatToGcj02(PLACE))).toBeLessThan(1);
    expect(millimetersOff({ kind: 'bd09', swapped: false }, ...lonLatToBd09(PLACE))).toBeLessThan(1);
    expect(millimetersOff({ kind: 'web_mercator', swapped: false }, ...lonLatToMercator(PLACE))).toBeLessThan(1);
  });

  it('reads what a .prj says (EPSG:4545 as ESRI writes it)', () => {
    const definition =
      'PROJCS["CGCS2000_3_Degree_GK_CM_108E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",108.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    expect(millimetersOff({ kind: 'proj', definition, name: 'prj', swapped: false }, easting, northing)).toBeLessThan(
      1,
    );
  });

  it('shifts an old datum by the parameters that a person states in a PROJ definition', () => {
    const at = (shift: string) =>
      createCrsConverter({
        kind: 'proj',
        definition: `+proj=longlat +a=6378245 +rf=298.3 +towgs84=${shift} +no_defs`,
        name: 'Beijing 54',
        swapped: false,
      })(...PLACE);
    // +towgs84 by 100 m towards the north pole: the latitude grows by 100 m x cos(27 degrees) = 89 m
    const meters = straightDistanceMeters(at('0,0,0'), at('0,0,100'));
    expect(meters).toBeCloseTo(100 * Math.cos((27.03 * Math.PI) / 180), 0);
  });

  it('takes longitudes and latitudes of the old datums as they stand', () => {
    const crs: SourceCrs = { kind: 'old_datum', datum: 'xian80', projection: null, errorMeters: 130, swapped: false };
    expect(createCrsConverter(crs)(...PLACE)).toEqual(PLACE);
    const projected = createCrsConverter({ ...crs, projection: GRID })(easting, northing);
    expect(straightDistanceMeters(projected, PLACE)).toBeLessThan(20);
  });

  it('gives no number for what is none', () => {
    expect(createCrsConverter(GRID)(Number.NaN, 1)).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('convertGeometry', () => {
  it('converts every position of a polygon', () => {
    const { forward } = createPaperProjection(108);
    const ring: LonLat[] = [
      [107.5, 27],
      [107.6, 27],
      [107.6, 27.1],
      [107.5, 27],
    ];
    const found = convertGeometry({ type: 'Polygon', coordinates: [ring.map(forward)] }, createCrsConverter(GRID));
    expect(found.type).toBe('Polygon');
    const flat = found.type === 'Polygon' ? found.coordinates[0] : [];
    for (const [index, position] of ring.entries()) {
      expect(straightDistanceMeters(flat?.[index] ?? [0, 0], position)).toBeLessThan(0.001);
    }
  });
});

describe('isKnownProjection', () => {
  it('tells what proj4 can convert from what it cannot', () => {
    expect(isKnownProjection('+proj=utm +zone=48 +datum=WGS84')).toBe(true);
    expect(isKnownProjection('LOCAL_CS["somewhere"]')).toBe(false);
    expect(isKnownProjection('')).toBe(false);
  });
});
