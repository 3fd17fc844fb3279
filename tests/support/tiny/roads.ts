import type { SegmentRow } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

type SegmentEvent = SegmentRow['events'][number];

const opened = (on: string, surface: string): readonly SegmentEvent[] => [
  { kind: 'opened', on },
  { kind: 'surface', on, value: surface },
];

const createSegment = (
  row: Pick<SegmentRow, 'code' | 'roadClass' | 'events'> & Partial<SegmentRow>,
  ...positions: readonly LonLat[]
) =>
  ({
    name: null,
    nameEn: null,
    routeNumber: null,
    roadFunction: null,
    widthMeters: 4.5,
    oneWay: false,
    plannedYear: null,
    costYuan: null,
    projectCode: null,
    sharesPavementWith: null,
    line: { type: 'LineString', coordinates: positions },
    ...row,
  }) satisfies SegmentRow;

/**
 * A trunk road from west to east along 27.005 N (seg-01 to seg-03; seg-02 crosses the town boundary in its middle), a branch north
 * in each town (seg-04 paved, seg-05 hardened on 2025-08-31), group roads (seg-06 under way, seg-07 planned), a door road (seg-08), an
 * industry road worn back to gravel (seg-09), a group road along the common boundary of the western villages (seg-10, belongs to the lower
 * code) and a second route on the pavement of seg-04 (seg-11).
 */
export const createSegments = (): readonly SegmentRow[] => [
  createSegment(
    {
      code: 'seg-01',
      name: '西溪大道',
      nameEn: 'Xixi Road',
      routeNumber: 'G352',
      roadClass: 'G',
      events: opened('2010-01-01', 'asphalt_concrete'),
    },
    [107.5, 27.005],
    [107.51, 27.005],
  ),
  createSegment(
    { code: 'seg-02', routeNumber: 'G352', roadClass: 'G', events: opened('2010-01-01', 'asphalt_concrete') },
    [107.51, 27.005],
    [107.53, 27.005],
  ),
  createSegment(
    { code: 'seg-03', routeNumber: 'G352', roadClass: 'G', events: opened('2010-01-01', 'asphalt_concrete') },
    [107.53, 27.005],
    [107.54, 27.005],
  ),
  createSegment(
    {
      code: 'seg-04',
      routeNumber: 'X101',
      roadClass: 'X',
      roadFunction: 'village_access',
      events: opened('2015-01-01', 'cement_concrete'),
    },
    [107.51, 27.005],
    [107.51, 27.015],
  ),
  createSegment(
    {
      code: 'seg-05',
      routeNumber: 'Y201',
      roadClass: 'Y',
      roadFunction: 'village_access',
      plannedYear: 2025,
      costYuan: 900_000,
      projectCode: 'prj-road-1',
      events: [
        ...opened('2012-01-01', 'gravel'),
        { kind: 'status', on: '2024-06-01', value: 'planned' },
        { kind: 'status', on: '2025-03-01', value: 'begun' },
        { kind: 'status', on: '2025-08-31', value: 'completed' },
        { kind: 'surface', on: '2025-08-31', value: 'cement_concrete' },
      ],
    },
    [107.53, 27.005],
    [107.53, 27.015],
  ),
  createSegment(
    {
      code: 'seg-06',
      roadClass: 'C',
      roadFunction: 'group_access',
      widthMeters: 3.5,
      plannedYear: 2026,
      costYuan: 400_000,
      projectCode: 'prj-road-2',
      events: [
        ...opened('2014-01-01', 'gravel'),
        { kind: 'status', on: '2025-06-01', value: 'planned' },
        { kind: 'status', on: '2026-09-01', value: 'begun' },
      ],
    },
    [107.51, 27.015],
    [107.505, 27.018],
  ),
  createSegment(
    {
      code: 'seg-07',
      roadClass: 'C',
      roadFunction: 'group_access',
      widthMeters: 3,
      plannedYear: 2027,
      costYuan: 420_000,
      events: [...opened('2016-01-01', 'earth'), { kind: 'status', on: '2025-06-01', value: 'planned' }],
    },
    [107.53, 27.015],
    [107.535, 27.018],
  ),
  createSegment(
    { code: 'seg-08', roadClass: 'C', roadFunction: 'door', widthMeters: null, events: opened('2016-01-01', 'stone') },
    [107.53, 27.005],
    [107.53, 27.002],
  ),
  createSegment(
    {
      code: 'seg-09',
      roadClass: 'Z',
      roadFunction: 'industry',
      events: [
        ...opened('2013-01-01', 'bituminous_surface'),
        { kind: 'surface', on: '2024-06-01', value: 'worn_asphalt' },
      ],
    },
    [107.51, 27.005],
    [107.51, 27.002],
  ),
  createSegment(
    { code: 'seg-10', roadClass: 'C', roadFunction: 'group_access', events: opened('2018-01-01', 'earth') },
    [107.512, 27.01],
    [107.518, 27.01],
  ),
  createSegment(
    {
      code: 'seg-11',
      routeNumber: 'S77',
      roadClass: 'S',
      roadFunction: 'village_access',
      sharesPavementWith: 'seg-04',
      events: opened('2015-01-01', 'cement_concrete'),
    },
    [107.51, 27.005],
    [107.51, 27.015],
  ),
];
