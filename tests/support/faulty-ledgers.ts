import type { CountyRows } from '#core/county/county-rows.ts';
import type { Geometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { formatFieldName } from '#core/ledgers/format-field.ts';
import { findField, type ListedKind, listOf } from '#core/ledgers/ledgers.ts';
import type { SourceCell } from '#core/ledgers/source-table.ts';
import { cellAt, exportLedger, type MappedTable, repeatRow, setCell, setGeometry } from './checked-import.ts';

/** A file as an office sends it. */
export interface SentFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Rows of a ledger that are enough to hide faults among. */
const ROWS = 40;

type Cells = readonly (readonly [row: number, field: string, cell: SourceCell])[];

/** Ledgers of the sample county with at least twenty kinds of faults, as files with the headers that people write. */
export function writeFaultyLedgers(county: CountyRows): readonly SentFile[] {
  const take = (kind: ListedKind, cells: Cells = [], count = ROWS): MappedTable =>
    cells.reduce(
      (table, [row, field, cell]) => setCell(table, [row, field], cell),
      exportLedger({ ...county, [listOf(kind)]: county[listOf(kind)].slice(0, count) }, kind),
    );
  return [
    toCsv('户台账.csv', listHouseholds(county, take), 'households'),
    toCsv('公共服务.csv', placeServices(county, take), 'services'),
    toCsv(
      '居民点.csv',
      take('settlements', [
        [3, 'code', '529901001001X'],
        [5, 'residentHouseholds', '三十几'],
      ]),
      'settlements',
    ),
    toCsv(
      '旧宅基地.csv',
      take('homesteads', [
        [2, 'householdCode', '5.299010010010020e18'],
        [4, 'householdCode', county.settlements[0]?.code ?? ''],
      ]),
      'homesteads',
    ),
    toCsv('隐患点.csv', take('hazards', [[1, 'struckOffOn', '前年冬天']]), 'hazards'),
    toCsv(
      '安置点.csv',
      take('sites', [
        [2, 'water', '2027-05-01'],
        [3, 'capacityHouseholds', 1],
      ]),
      'sites',
    ),
    toGeoJson('路段.geojson', breakRoads(county, take), 'segments'),
    toGeoJson('管控区.geojson', breakAreas(take), 'constraints'),
  ];
}

type Take = (kind: ListedKind, cells?: Cells, count?: number) => MappedTable;

function listHouseholds(county: CountyRows, take: Take): MappedTable {
  const other = county.sites.at(-1)?.code ?? '';
  const table = repeatRow(
    take('households', [
      [2, 'people', '若干'],
      [4, 'people', 400],
      [6, 'safeWater', '看情况'],
      [8, 'people', null],
      [10, 'category', '随便'],
      [12, 'settlementCode', '529901001999001'],
      [14, 'registeredHousehold', 'H-7'],
      [16, 'registeredHousehold', 'H-7'],
      [18, 'members', Number(county.households[18]?.people) + 1],
    ]),
    20,
  );
  return setCell(repeatRow(table, 1), [ROWS + 1, 'siteCode'], other);
}

function placeServices(county: CountyRows, take: Take): MappedTable {
  const table = take('services', [
    [1, 'name', '锟斤拷学校'],
    [3, 'areaCode', '529901001999'],
  ]);
  const away = county.areas.find(({ level, code }) => level === 'village' && code.startsWith(`${county.code}009`));
  const far: LonLat = [104.1, 30.6];
  return setGeometry(setGeometry(table, 5, point(far)), 7, point(away?.seat ?? far));
}

function breakRoads(county: CountyRows, take: Take): MappedTable {
  const table = take('segments', [
    [2, 'surface', '琉璃瓦'],
    [4, 'lengthKm', '很长'],
  ]);
  const line = county.segments[ROWS + 5]?.line ?? null;
  const [start = [107.5, 27]] = line?.coordinates ?? [];
  const doubled = setGeometry(setCell(repeatRow(table, 1), [ROWS, 'code'], 'LD99999'), ROWS, line);
  const standing: Geometry = { type: 'LineString', coordinates: [start, start] };
  return setGeometry(doubled, 6, standing);
}

function breakAreas(take: Take): MappedTable {
  const table = take('constraints', [], 8);
  const ringOf = (at: number): readonly LonLat[] => {
    const geometry = table.table.rows[at]?.geometry;
    return geometry?.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];
  };
  const [lon = 0, lat = 0] = ringOf(3)[0] ?? [];
  const bow: LonLat[] = [
    [lon, lat],
    [lon + 0.002, lat + 0.002],
    [lon + 0.002, lat],
    [lon, lat + 0.002],
    [lon, lat],
  ];
  const open: Geometry = { type: 'Polygon', coordinates: [ringOf(1).slice(0, -1)] };
  return setGeometry(setGeometry(table, 1, open), 3, { type: 'Polygon', coordinates: [bow] });
}

const point = (coordinates: LonLat): Geometry => ({ type: 'Point', coordinates });

const headersOf = ({ table }: MappedTable, kind: ListedKind): readonly string[] =>
  table.columns.map((name) => {
    const field = findField(kind, name);
    return field ? formatFieldName('zh', kind, field) : name;
  });

/** Points become two columns; the last row says the sum of the people, wrongly. */
function toCsv(name: string, mapped: MappedTable, kind: ListedKind): SentFile {
  const { rows } = mapped.table;
  const hasPoints = rows.some(({ geometry }) => geometry?.type === 'Point');
  const lines = rows.map(({ cells, geometry }) => [
    ...cells,
    ...(hasPoints ? (geometry?.type === 'Point' ? geometry.coordinates : [null, null]) : []),
  ]);
  const sum = rows.reduce((total, _, at) => total + (Number(cellAt(mapped, at, 'people')) || 0), 0);
  const totals = mapped.table.columns.map((column, at) => (at === 0 ? '合计' : column === 'people' ? sum + 3 : ''));
  const all = [
    [...headersOf(mapped, kind), ...(hasPoints ? ['经度', '纬度'] : [])],
    ...lines,
    ...(kind === 'households' ? [totals] : []),
  ];
  const text = all.map((cells) => cells.map(quote).join(',')).join('\r\n');
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}\r\n`) };
}

const quote = (cell: SourceCell | undefined): string => {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

function toGeoJson(name: string, mapped: MappedTable, kind: ListedKind): SentFile {
  const headers = headersOf(mapped, kind);
  const features = mapped.table.rows.map(({ cells, geometry }) => ({
    type: 'Feature',
    properties: Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? null])),
    geometry,
  }));
  return {
    name,
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
  };
}
