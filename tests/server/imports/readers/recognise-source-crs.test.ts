import { describe, expect, it } from 'vitest';
import { findSourceCrs, formatSourceCrs } from '#server/imports/readers/recognise-source-crs.ts';

const gaussKruger = (zoneWidth: 3 | 6, centralMeridian: number, zonePrefix: boolean) => ({
  kind: 'gauss_kruger',
  zoneWidth,
  centralMeridian,
  zonePrefix,
  swapped: false,
});

/** WKT 1 as ArcGIS writes it. */
const esri = (name: string, datum: string, parameters: string) =>
  `PROJCS["${name}",GEOGCS["g",DATUM["${datum}",SPHEROID["s",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],${parameters},UNIT["Meter",1.0]]`;
const parametersOf = (easting: number, meridian: number) =>
  `PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0]`;

describe('findSourceCrs', () => {
  it('knows the national and worldwide systems by their EPSG codes, however written', () => {
    for (const written of ['EPSG:4490', 'urn:ogc:def:crs:EPSG::4490', 'http://www.opengis.net/def/crs/EPSG/0/4490'])
      expect(findSourceCrs(written)).toEqual({ kind: 'cgcs2000', swapped: false });
    expect(findSourceCrs('EPSG:4326')).toEqual({ kind: 'wgs84', swapped: false });
    expect(findSourceCrs('urn:ogc:def:crs:OGC:1.3:CRS84')).toEqual({ kind: 'wgs84', swapped: false });
    expect(findSourceCrs('EPSG:3857')).toEqual({ kind: 'web_mercator', swapped: false });
  });

  it('knows the zones of CGCS2000: EPSG 4498 is zone 20, 4507 CM 105E, 4526 zone 38, 4547 CM 114E', () => {
    expect(findSourceCrs('EPSG:4498')).toEqual(gaussKruger(6, 117, true));
    expect(findSourceCrs('EPSG:4507')).toEqual(gaussKruger(6, 105, false));
    expect(findSourceCrs('EPSG:4526')).toEqual(gaussKruger(3, 114, true));
    expect(findSourceCrs('EPSG:4547')).toEqual(gaussKruger(3, 114, false));
  });

  it('knows the old datums: EPSG 2343 is Xian 1980 CM 105E, 2412 Beijing 1954 zone 36, 21417 zone 17', () => {
    expect(findSourceCrs('EPSG:2343')).toMatchObject({
      kind: 'old_datum',
      datum: 'xian80',
      projection: { zoneWidth: 6, centralMeridian: 105, zonePrefix: false },
    });
    expect(findSourceCrs('EPSG:2412')).toMatchObject({
      kind: 'old_datum',
      datum: 'beijing54',
      projection: { zoneWidth: 3, centralMeridian: 108, zonePrefix: true },
    });
    expect(findSourceCrs('EPSG:21417')).toMatchObject({
      datum: 'beijing54',
      projection: { zoneWidth: 6, centralMeridian: 99, zonePrefix: true },
    });
    expect(findSourceCrs('EPSG:4610')).toMatchObject({ kind: 'old_datum', datum: 'xian80', projection: null });
  });

  it('reads a .prj by its datum and parameters: width by zone number, by name, else three degrees', () => {
    const cgcs = 'D_China_2000';
    expect(findSourceCrs(esri('CGCS2000_3_Degree_GK_CM_102E', cgcs, parametersOf(500_000, 102)))).toEqual(
      gaussKruger(3, 102, false),
    );
    expect(findSourceCrs(esri('CGCS2000_3_Degree_GK_Zone_34', cgcs, parametersOf(34_500_000, 102)))).toEqual(
      gaussKruger(3, 102, true),
    );
    expect(findSourceCrs(esri('CGCS2000_GK_Zone_18', cgcs, parametersOf(18_500_000, 105)))).toEqual(
      gaussKruger(6, 105, true),
    );
    expect(findSourceCrs(esri('CGCS2000_GK_CM_105E', cgcs, parametersOf(500_000, 105)))).toEqual(
      gaussKruger(6, 105, false),
    );
    expect(findSourceCrs(esri('county grid', cgcs, parametersOf(500_000, 105)))).toEqual(gaussKruger(3, 105, false));
    expect(
      findSourceCrs(esri('Xian_1980_3_Degree_GK_CM_102E', 'D_Xian_1980', parametersOf(500_000, 102))),
    ).toMatchObject({
      kind: 'old_datum',
      datum: 'xian80',
      projection: { zoneWidth: 3, centralMeridian: 102, zonePrefix: false },
    });
  });

  it('leaves a grid of its own, with an easting of its own, as it is stated', () => {
    const own = esri('county grid', 'D_China_2000', parametersOf(400_000, 102));
    expect(findSourceCrs(own)).toEqual({ kind: 'proj', definition: own, name: 'county grid', swapped: false });
  });

  it('reads degrees of each datum, and WKT 2', () => {
    const degrees = (datum: string) =>
      `GEOGCS["g",DATUM["${datum}",SPHEROID["s",6378137.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
    expect(findSourceCrs(degrees('D_China_2000'))).toEqual({ kind: 'cgcs2000', swapped: false });
    expect(findSourceCrs(degrees('D_WGS_1984'))).toEqual({ kind: 'wgs84', swapped: false });
    expect(findSourceCrs(degrees('D_Beijing_1954'))).toMatchObject({
      kind: 'old_datum',
      datum: 'beijing54',
      projection: null,
    });
    const wkt2 =
      'PROJCRS["x",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101]]],CONVERSION["3-degree Gauss-Kruger CM 102E",METHOD["Transverse Mercator"],PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",102],PARAMETER["Scale factor at natural origin",1],PARAMETER["False easting",500000],PARAMETER["False northing",0]]]';
    expect(findSourceCrs(wkt2)).toEqual(gaussKruger(3, 102, false));
  });

  it('states what it cannot tell: nothing for nothing, the code for others', () => {
    expect(findSourceCrs(' ')).toBeNull();
    expect(findSourceCrs('EPSG:25832')).toMatchObject({ kind: 'proj', name: 'EPSG:25832' });
  });
});

describe('formatSourceCrs', () => {
  it('is read back as the same system', () => {
    for (let code = 4491; code <= 4554; code += 1) {
      const crs = findSourceCrs(`EPSG:${code}`);
      expect(crs === null ? null : formatSourceCrs(crs)).toBe(`EPSG:${code}`);
    }
    for (const code of [2327, 2343, 2370, 2390, 2401, 2422, 2442, 4214, 4610, 3857, 4326, 4490, 21413, 21463]) {
      const crs = findSourceCrs(`EPSG:${code}`);
      expect(crs === null ? null : findSourceCrs(formatSourceCrs(crs))).toEqual(crs);
    }
  });
});
