import { describe, expect, it } from 'vitest';
import { createImportService } from '#server/imports/import-service.ts';
import { readFeatureText } from '#server/imports/read-feature-text.ts';
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

const read = (...file: MadeFile): Promise<string> => {
  const [uploaded] = uploadMade([file]);
  if (uploaded === undefined) throw new RangeError('Nothing was made');
  const convertWithGdal = () => Promise.reject(new Error('not asked'));
  return readFeatureText(uploaded, { limits: USUAL_LIMITS, convertWithGdal });
};

describe('readFeatureText', () => {
  it('gives a GeoJSON collection as it stands', async () => {
    const collection = createCollectionText([createFeature('Point', [107, 27], { name: '石口' })]);
    expect(await read('places.geojson', collection)).toBe(collection);
  });

  it('converts a shapefile in Gauss-Kruger to degrees, with names in small letters', async () => {
    const { features } = JSON.parse(await read('roads.zip', ROADS));
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
      const { features } = JSON.parse(await read(...file));
      expect(features[0]).toMatchObject({ properties: { name: 'A' }, geometry: { coordinates: [107, 27] } });
    }
  });

  it('refuses what has no geometry and what is no file of features', async () => {
    await expect(read('places.csv', 'name,lon,lat\nA,107,27')).rejects.toMatchObject({ code: 'features_expected' });
    await expect(read('places.pdf', '%PDF-1.7')).rejects.toMatchObject({ code: 'import_file_unknown' });
  });

  it('keeps a feature that alone has no geometry, so that the import tells of it', async () => {
    const line = JSON.stringify(createFeature('Point', [107, 27], { name: 'A' }));
    const bare = JSON.stringify({ type: 'Feature', properties: { name: 'B' }, geometry: null });
    const text = await read('a.geojsonl', `${line}\n${bare}`);
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
    const service = createImportService({
      listCountyCodes: async () => [],
      writeCounty: async () => ({ revision: 1, roadFaults: [] }),
    });
    const files = [{ name: 'roads.zip', as: 'segments' as const, text: await read('roads.zip', ROADS) }];
    const answer = await service.importCounty({ files, dataDate: '2026-11-22' }, 'en');
    expect(answer.counts).toMatchObject({ segments: 1 });
  });
});
