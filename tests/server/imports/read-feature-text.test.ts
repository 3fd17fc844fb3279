import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGdalService } from '#server/gdal/create-gdal-service.ts';
import { createImportService } from '#server/imports/import-service.ts';
import { readFeatureText } from '#server/imports/read-feature-text.ts';
import type { ConvertWithGdal } from '#server/imports/readers/read-filegdb.ts';
import { createCollectionText, createFeature } from '#tests/support/geojson.ts';
import { type MadeFile, uploadMade, zipOf } from '#tests/support/made-files.ts';
import { makeDbf, makeShp } from '#tests/support/made-shapefiles.ts';
import { USUAL_LIMITS } from '#tests/support/usual-limits.ts';

const GRID = [
  'PROJCS["CGCS2000_3_Degree_GK_CM_102E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",',
  'DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],',
  'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",102.0],',
  'PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
].join('');
/** A road of 10 km on the meridian 102 E, where the easting is 500 km. */
const ROADS = zipOf({
  'roads.shp': makeShp(3, [
    [
      [
        [500_000, 2_900_000],
        [500_000, 2_910_000],
      ],
    ],
  ]),
  'roads.dbf': makeDbf([{ name: 'HIGHWAY', type: 'C', width: 10 }], [['primary']]),
  'roads.prj': GRID,
});

/** A county takes what stands in these properties: a road of 4.9 km (0.05 degrees of longitude on the parallel of 27 N). */
const ROAD = createFeature(
  'LineString',
  [
    [107, 27],
    [107.05, 27],
  ],
  { HIGHWAY: 'primary' },
);

const read = (
  file: MadeFile,
  convertWithGdal: ConvertWithGdal = () => Promise.reject(new Error('not asked')),
): Promise<string> => {
  const [uploaded] = uploadMade([file]);
  if (uploaded === undefined) throw new RangeError('Nothing was made');
  return readFeatureText(uploaded, { limits: USUAL_LIMITS, convertWithGdal });
};

/** The road as a GeoPackage and as a FileGDB in a ZIP, both written by GDAL. */
async function writeWithGdal(convert: ConvertWithGdal): Promise<Readonly<Record<'gpkg' | 'filegdb', MadeFile>>> {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-features-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [source] = uploadMade([['roads.geojson', createCollectionText([ROAD])]]);
  const [gpkg = '', gdb = ''] = await convert({
    source: source?.path ?? '',
    folder,
    outputs: ['GPKG', 'OpenFileGDB'].map((format) => ({
      name: format.toLowerCase(),
      options: ['-f', format, '-nln', 'roads'],
    })),
  });
  const parts = readdirSync(gdb).map((name) => [`${basename(gdb)}/${name}`, readFileSync(join(gdb, name))] as const);
  return { gpkg: ['roads.gpkg', readFileSync(gpkg)], filegdb: ['roads.zip', zipOf(Object.fromEntries(parts))] };
}

/** What a new county makes of a file of roads. */
async function importRoads(name: string, text: string) {
  const service = createImportService({
    listCountyCodes: async () => [],
    writeCounty: async () => ({ revision: 1, roadFaults: [] }),
  });
  return service.importCounty({ files: [{ name, as: 'segments', text }], dataDate: '2026-11-22' }, 'en');
}

describe('readFeatureText', () => {
  it('gives a GeoJSON collection as it stands', async () => {
    const collection = createCollectionText([createFeature('Point', [107, 27], { name: '石口' })]);
    expect(await read(['places.geojson', collection])).toBe(collection);
  });

  it('converts a shapefile in Gauss-Kruger to degrees, with names in small letters', async () => {
    const { features } = JSON.parse(await read(['roads.zip', ROADS]));
    expect(features).toHaveLength(1);
    expect(features[0]).toMatchObject({ properties: { highway: 'primary' }, geometry: { type: 'LineString' } });
    const [[lon, lat]] = features[0].geometry.coordinates;
    expect(lon).toBeCloseTo(102, 9);
    expect(lat).toBeGreaterThan(26);
    expect(lat).toBeLessThan(26.5);
  });

  it('reads GeoJSON of a line each, KML and GPX', async () => {
    const feature = JSON.stringify(createFeature('Point', [107, 27], { name: 'A' }));
    const kml =
      '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>A</name><Point><coordinates>107,27,300</coordinates></Point></Placemark></kml>';
    const gpx =
      '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="27" lon="107"><name>A</name></wpt></gpx>';
    const made: readonly MadeFile[] = [
      ['a.geojsonl', `${feature}\n${feature.replace('27', '28')}`],
      ['a.kml', kml],
      ['a.gpx', gpx],
    ];
    for (const file of made) {
      const { features } = JSON.parse(await read(file));
      expect(features[0]).toMatchObject({ properties: { name: 'A' }, geometry: { coordinates: [107, 27] } });
    }
  });

  it('reads a GeoPackage and a FileGDB as a new county takes them', async () => {
    const { convert } = createGdalService();
    const made = await writeWithGdal(convert);
    for (const file of [made.gpkg, made.filegdb]) {
      const text = await read(file, convert);
      const [road, ...others] = JSON.parse(text).features;
      expect([road.properties, others], file[0]).toEqual([{ highway: 'primary' }, []]);
      // a FileGDB keeps coordinates on a grid of its own, of some nanometres, and makes every line one of several
      const ends = road.geometry.coordinates.flat(2).map((degrees: number) => Number(degrees.toFixed(8)));
      expect(ends, file[0]).toEqual([107, 27, 107.05, 27]);
      expect((await importRoads(file[0], text)).counts, file[0]).toMatchObject({ segments: 1 });
    }
  });

  it('reads a KMZ as a new county takes it', async () => {
    const kml = [
      '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>roads</name><Placemark><name>A</name>',
      '<ExtendedData><Data name="Highway"><value>primary</value></Data></ExtendedData>',
      '<LineString><coordinates>107,27,300 107.05,27,310</coordinates></LineString></Placemark></Folder></Document></kml>',
    ].join('');
    const text = await read(['roads.kmz', zipOf({ 'doc.kml': kml, 'files/icon.png': 'no picture' })]);
    expect(JSON.parse(text).features).toMatchObject([
      { properties: { name: 'A', highway: 'primary' }, geometry: ROAD.geometry },
    ]);
    expect((await importRoads('roads.kmz', text)).counts).toMatchObject({ segments: 1 });
  });

  it('refuses what has no geometry and what is no file of features', async () => {
    await expect(read(['places.csv', 'name,lon,lat\nA,107,27'])).rejects.toMatchObject({ code: 'features_expected' });
    await expect(read(['places.pdf', '%PDF-1.7'])).rejects.toMatchObject({ code: 'import_file_unknown' });
  });

  it('keeps a feature that alone has no geometry, so that the import tells of it', async () => {
    const line = JSON.stringify(createFeature('Point', [107, 27], { name: 'A' }));
    const bare = JSON.stringify({ type: 'Feature', properties: { name: 'B' }, geometry: null });
    const text = await read(['a.geojsonl', `${line}\n${bare}`]);
    expect(JSON.parse(text).features).toMatchObject([{ geometry: { type: 'Point' } }, { geometry: null }]);
    const service = createImportService({
      listCountyCodes: async () => [],
      writeCounty: async () => ({ revision: 1, roadFaults: [] }),
    });
    const files = [{ name: 'a.geojsonl', as: 'sites' as const, text }];
    const answer = service.importCounty({ files, dataDate: '2026-11-22' }, 'en');
    await expect(answer).rejects.toMatchObject({
      details: { problems: expect.stringContaining('feature 2: The geometry is null') },
    });
  });

  it('gives what the import of a new county takes', async () => {
    const answer = await importRoads('roads.zip', await read(['roads.zip', ROADS]));
    expect(answer.counts).toMatchObject({ segments: 1 });
  });
});
