import { describe, expect, it } from 'vitest';
import { readOneMade, refusalOf, zipOf } from '#tests/support/made-files.ts';

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Walk</name>
<Folder><name>Points</name>
  <Placemark><name>School</name><description><![CDATA[<b>two</b> rooms]]></description>
    <ExtendedData><Data name="code"><displayName>Code</displayName><value>S1</value></Data><Data name="pupils"><value>40</value></Data></ExtendedData>
    <Point><coordinates>102.5,24.5,0</coordinates></Point></Placemark>
  <Placemark><name>Clinic</name><TimeStamp><when>2026-05-01</when></TimeStamp><Point><coordinates> 102.6,24.6,1890 </coordinates></Point></Placemark>
</Folder>
<Folder><name>Lines</name>
  <Placemark><name>Road</name><ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="km">1.5</SimpleData></SchemaData></ExtendedData>
    <MultiGeometry><LineString><coordinates>1,2 3,4</coordinates></LineString><LineString><coordinates>5,6
      7,8</coordinates></LineString></MultiGeometry></Placemark>
  <Placemark><name>Field</name><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 9,0 9,9 0,0</coordinates></LinearRing></outerBoundaryIs>
    <innerBoundaryIs><LinearRing><coordinates>5,2 6,2 6,3 5,2</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>
  <Placemark><name>Trail</name><gx:Track><when>2026-05-01T08:00:00Z</when><gx:coord>1 2 3</gx:coord></gx:Track></Placemark>
</Folder>
<NetworkLink><name>More</name><Link><href>http://127.0.0.1:9/more.kml</href></Link></NetworkLink>
</Document></kml>`;

describe('readKml', () => {
  it('makes a table of each folder, with names, data and schema data as columns', async () => {
    const file = await readOneMade('walk.kml', KML);
    expect(file.format).toBe('kml');
    expect(file.tables.map(({ name, columns, crs }) => [name, columns, crs])).toEqual([
      ['Points', ['name', 'description', 'code', 'pupils', 'when'], { kind: 'wgs84', swapped: false }],
      ['Lines', ['name', 'km'], { kind: 'wgs84', swapped: false }],
    ]);
    expect(file.tables[0]?.rows).toEqual([
      {
        row: 1,
        cells: ['School', '<b>two</b> rooms', 'S1', '40', null],
        geometry: { type: 'Point', coordinates: [102.5, 24.5] },
      },
      {
        row: 2,
        cells: ['Clinic', null, null, null, '2026-05-01'],
        geometry: { type: 'Point', coordinates: [102.6, 24.6] },
      },
    ]);
    expect(file.tables[0]?.notes).toEqual([{ kind: 'third_dimension', values: { count: 1 } }]);
  });

  it('reads lines of several parts and polygons with holes', async () => {
    const { tables } = await readOneMade('walk.kml', KML);
    expect(tables[1]?.rows.map(({ geometry }) => geometry)).toEqual([
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [1, 2],
            [3, 4],
          ],
          [
            [5, 6],
            [7, 8],
          ],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 0],
          ],
          [
            [5, 2],
            [6, 2],
            [6, 3],
            [5, 2],
          ],
        ],
      },
    ]);
  });

  it('counts tracks and links, and follows none', async () => {
    expect((await readOneMade('walk.kml', KML)).notes).toEqual([
      { kind: 'network_link', values: { count: 1 } },
      { kind: 'track_left_out', values: { count: 1 } },
    ]);
  });

  it('reads KMZ, whatever its extension', async () => {
    const file = await readOneMade('walk.zip', zipOf({ 'doc.kml': KML, 'files/a.png': 'x' }));
    expect(file).toMatchObject({ format: 'kmz' });
    expect(file.tables.length).toBe(2);
    expect(file.notes).toContainEqual({ kind: 'wrong_extension', values: { format: 'kmz' } });
  });

  it('refuses XML that is not well formed with its line, and a file without placemarks', async () => {
    expect(await refusalOf([['a.kml', '<kml>\n<Document>\n</kml>']])).toMatchObject({
      code: 'import_file_damaged',
      details: { where: '3:6' },
    });
    expect((await refusalOf([['a.kml', '<kml><Document/></kml>']])).code).toBe('import_file_nothing_in_it');
  });
});

describe('readGpx', () => {
  const GPX = `<gpx version="1.1"><metadata><name>of the file</name></metadata>
    <wpt lat="24.5" lon="102.5"><ele>1890.5</ele><time>2026-05-01T08:00:00Z</time><name>Bridge</name></wpt>
    <trk><name>Trail</name><trkseg><trkpt lat="1" lon="2"><name>no</name></trkpt><trkpt lat="3" lon="4"/></trkseg>
      <trkseg><trkpt lat="5" lon="6"/><trkpt lat="7" lon="8"/></trkseg></trk>
    <rte><name>Route</name><rtept lat="1" lon="2"/><rtept lat="3" lon="4"/></rte></gpx>`;

  it('makes a table each of waypoints, routes and tracks', async () => {
    const file = await readOneMade('walk.gpx', GPX);
    expect(file).toMatchObject({ format: 'gpx' });
    expect(file.tables.map(({ name, columns, rows }) => [name, columns, rows])).toEqual([
      [
        'waypoints',
        ['ele', 'time', 'name'],
        [{ row: 1, cells: [1890.5, '2026-05-01', 'Bridge'], geometry: { type: 'Point', coordinates: [102.5, 24.5] } }],
      ],
      [
        'routes',
        ['name'],
        [
          {
            row: 1,
            cells: ['Route'],
            geometry: {
              type: 'LineString',
              coordinates: [
                [2, 1],
                [4, 3],
              ],
            },
          },
        ],
      ],
      [
        'tracks',
        ['name'],
        [
          {
            row: 1,
            cells: ['Trail'],
            geometry: {
              type: 'MultiLineString',
              coordinates: [
                [
                  [2, 1],
                  [4, 3],
                ],
                [
                  [6, 5],
                  [8, 7],
                ],
              ],
            },
          },
        ],
      ],
    ]);
  });
});
