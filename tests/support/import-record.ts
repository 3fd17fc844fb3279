import type { DifferenceRow, FindingRow, ImportBrief, ImportLimits, ImportRecord } from '#core/api/import-records.ts';

type File = ImportRecord['files'][number];
type Table = File['tables'][number];
type Mapping = ImportRecord['mappings'][number];

const SHA256 = '3f0a9c5d71be24488d1ac7a2f4f5a6b0e2d6c8b1937f4a5c6d7e8f9012345678';

/** A table of households as it was read, with one column left out. */
export const createImportTable = (overrides: Partial<Table> = {}): Table => ({
  name: '搬迁户',
  columns: ['乡镇', '行政村', '户编号', '家庭人口', '经度', '纬度', '备注'],
  rowCount: 1204,
  totalCount: 1,
  headerRow: 3,
  hasGeometry: false,
  sample: [
    { row: 4, cells: ['云台镇', '石坪村', '5299010010010010001', '４人', 105.42311, 26.71822, null] },
    { row: 5, cells: ['云台镇', '石坪村', '5299010010010010002', 5, 105.42402, 26.71701, '自建'] },
    { row: 6, cells: ['云台镇', '白岩村', '5299010010020010001', 3, 105.43888, 26.70219, null] },
  ],
  leftOut: [
    { header: '户主姓名', kind: 'name', by: 'header', sentence: '按表头识别，内容不读取、不保存。' },
    {
      header: '证件',
      kind: 'identity_number',
      by: 'contents',
      sentence: '按内容识别（校验位相符），内容不读取、不保存。',
    },
  ],
  notes: [{ kind: 'merged_header', values: { rows: 2 }, sentence: '表头占两行，合并单元格已连成一个名称。' }],
  crsGuesses: [
    { crs: { kind: 'gcj02', swapped: false }, inside: 0.97, by: 'villages' },
    { crs: { kind: 'cgcs2000', swapped: false }, inside: 0.64, by: 'villages' },
    { crs: { kind: 'bd09', swapped: false }, inside: 0.31, by: 'villages' },
  ],
  ...overrides,
});

/** A file of one table. */
export const createImportFile = (overrides: Partial<File> = {}): File => ({
  name: '搬迁户台账.csv',
  format: 'csv',
  byteCount: 214_332,
  sha256: SHA256,
  keptName: '搬迁户台账.csv',
  keptSha256: SHA256.replace('3', '4'),
  sameAs: null,
  notes: [{ kind: 'encoding', values: { encoding: 'GB18030' }, sentence: '文字编码为 GB18030（GBK）。' }],
  tables: [createImportTable()],
  ...overrides,
});

/** The mapping of that table. */
export const createTableMapping = (overrides: Partial<Mapping> = {}): Mapping => ({
  file: 0,
  table: 0,
  ledger: 'settlements',
  columns: { townName: 0, villageName: 1, code: 2, registeredPeople: 3 },
  constants: {},
  position: { kind: 'two_columns', first: 4, second: 5 },
  crs: { kind: 'gcj02', swapped: false },
  crsConfirmed: false,
  mode: 'add',
  areaCode: '529901',
  asOf: '2026-11-22',
  ...overrides,
});

/** An import that was read and mapped. */
export const createImportRecord = (overrides: Partial<ImportRecord> = {}): ImportRecord => ({
  id: 'imp-1',
  county: '529901',
  state: 'read',
  version: 3,
  account: 'local',
  createdAt: '2026-11-23T02:10:00.000Z',
  progress: null,
  files: [createImportFile()],
  mappings: [createTableMapping()],
  repairs: [],
  summary: null,
  errorText: null,
  checkedRevision: null,
  writtenRevision: null,
  writtenAt: null,
  undoneRevision: null,
  undoneAt: null,
  undo: { isPossible: false, whyNot: null },
  ...overrides,
});

type Summary = NonNullable<ImportRecord['summary']>;

/** What a check came to: 9 rows held. */
export const createImportSummary = (overrides: Partial<Summary> = {}): Summary => ({
  rules: [
    {
      rule: 'outside_village',
      severity: 'error',
      count: 9,
      settled: 0,
      repairable: 7,
      sentence: '坐标不在所填的村内',
    },
    {
      rule: 'name_differs_from_code',
      severity: 'warning',
      count: 3,
      settled: 0,
      repairable: 3,
      sentence: '名称与编码不一致',
    },
  ],
  ledgers: [{ ledger: 'settlements', new: 1204, changed: 37, unchanged: 12, removed: 0 }],
  rowsRead: 1253,
  rowsHeld: 9,
  rowsLeftOut: 0,
  canWrite: false,
  whyNot: '有 9 行待处理，处理后才能写入。',
  ...overrides,
});

/** A finding of that check. */
export const createFinding = (overrides: Partial<FindingRow> = {}): FindingRow => ({
  rule: 'outside_village',
  severity: 'error',
  file: 0,
  table: 0,
  fileName: '搬迁户台账.csv',
  tableName: '搬迁户',
  row: 17,
  ledger: 'settlements',
  field: 'villageName',
  fieldName: '行政村',
  code: null,
  got: '105.4612, 26.7003',
  expected: '石坪村范围内',
  sentence: '第 17 行的坐标在白岩村，所填为石坪村。',
  repairs: [
    { repair: { kind: 'set', field: 'villageName', value: '白岩村' }, sentence: '行政村改为“白岩村”' },
    { repair: { kind: 'leave_out' }, sentence: '这一行不写入' },
  ],
  chosen: null,
  position: [105.4612, 26.7003],
  ...overrides,
});

/** A thing that an import changes. */
export const createDifference = (overrides: Partial<DifferenceRow> = {}): DifferenceRow => ({
  ledger: 'settlements',
  kind: 'changed',
  code: '529901001001001',
  name: '石坪组',
  source: { file: 0, table: 0, row: 4 },
  fields: [{ field: 'registeredPeople', fieldName: '户籍人口', before: 112, after: 118 }],
  geometryChanged: true,
  position: [105.4231, 26.7182],
  ...overrides,
});

/** The same import in the history. */
export function createImportBrief(overrides: Partial<ImportBrief> = {}): ImportBrief {
  const { files, mappings: _mappings, repairs: _repairs, ...rest } = createImportRecord();
  return { ...rest, files: files.map(({ tables: _tables, notes: _notes, ...file }) => file), ...overrides };
}

/** What may be sent. */
export const IMPORT_LIMITS: ImportLimits = {
  fileBytes: 104_857_600,
  unpackedBytes: 1_073_741_824,
  files: 40,
  entries: 10_000,
  rows: 200_000,
  columns: 512,
  positions: 3_000_000,
  cellCharacters: 32_767,
  seconds: 120,
  waiting: 20,
  keptDays: 30,
  kept: 50,
  formats: [
    'xlsx',
    'xls',
    'csv',
    'geojson',
    'geojson_lines',
    'shapefile',
    'geopackage',
    'kml',
    'kmz',
    'gpx',
    'filegdb',
  ],
};
