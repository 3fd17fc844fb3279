import { describe, expect, it } from 'vitest';
import { formatFieldName, formatValue } from '#core/ledgers/format-field.ts';
import { LEDGER_KINDS, type LedgerKind } from '#core/ledgers/ledger.ts';
import { getLedger, listLedgerRows } from '#core/ledgers/ledgers.ts';
import { type MappingContext, proposeMapping } from '#core/ledgers/propose-mapping.ts';
import type { SourceCell, SourceTable } from '#core/ledgers/source-table.ts';
import { tableOfCells, withGeometry } from '#tests/support/source-tables.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const rows = createTinyCountyRows();
const context = (overrides: Partial<MappingContext> = {}): MappingContext => ({
  file: 0,
  table: 0,
  fileName: '1.xlsx',
  countyCode: rows.code,
  areas: rows.areas,
  asOf: rows.dataDate,
  ...overrides,
});

/** The tiny county's ledger as a sheet, headers by a way of writing them. */
function ledgerTable(kind: LedgerKind, headers: 'zh' | 'en' | 'name' | 'short'): SourceTable {
  const ledger = getLedger(kind);
  const fields = ledger.fields.filter(({ finds }) => !finds);
  const entries = listLedgerRows(rows, kind).map((row) => ledger.toEntry(row as never, { asOf: rows.dataDate }));
  const language = headers === 'en' ? 'en' : 'zh';
  const header = (field: (typeof fields)[number]) =>
    headers === 'name' ? field.name : headers === 'short' ? field.shortName : formatFieldName(language, kind, field);
  const cells = entries.map(({ values }) =>
    fields.map((field) => formatValue(language, field, values[field.name] ?? null)),
  );
  return withGeometry(tableOfCells(fields.map(header), cells), (index) => entries[index]?.geometry ?? null);
}

/** The mapped fields by header. */
function mapped(table: SourceTable, overrides: Partial<MappingContext> = {}) {
  const { mapping } = proposeMapping(table, context(overrides));
  return {
    ...mapping,
    columns: Object.fromEntries(
      Object.entries(mapping.columns).map(([field, column]) => [table.columns[column] ?? '', field]),
    ),
  };
}

describe('proposeMapping', () => {
  it.each(LEDGER_KINDS)('knows its own %s again, whatever the headers are written in', (kind) => {
    for (const headers of ['zh', 'en', 'name', 'short'] as const) {
      const table = ledgerTable(kind, headers);
      const { mapping, confidence } = proposeMapping(table, context());
      expect(mapping.ledger, headers).toBe(kind);
      const fields = getLedger(kind).fields.filter(({ finds }) => !finds);
      const isPoint = table.rows.every(({ geometry }) => geometry?.type === 'Point');
      const expected = Object.fromEntries(
        fields.flatMap(({ name }, index) => (isPoint && ['lon', 'lat'].includes(name) ? [] : [[name, index]])),
      );
      expect(mapping.columns, headers).toEqual(expected);
      expect(mapping.position.kind, headers).toBe(table.rows[0]?.geometry ? 'geometry' : 'none');
      expect(confidence, headers).toBeGreaterThan(0.6);
    }
  });

  it('maps a household ledger of a town', () => {
    const table = tableOfCells(
      [
        '序号',
        '乡镇',
        '行政村',
        '村民组',
        '家庭情况/人口',
        '家庭情况/劳动力',
        '户属性',
        '主要致贫原因',
        '搬迁方式',
        '安置点',
        '是否入住',
        '旧房拆除时间',
        '备注',
      ],
      [
        [1, '西镇', '石坪村', '一组', 4, 2, '易地搬迁', '因灾', '集中安置', '石坪安置点', '是', '2026.3.1', null],
        [2, '西镇', '石坪村', '一组', 3, 1, '产业', '缺技术', '购房', null, '否', null, '暂住亲戚家'],
        [3, '西镇', '石坪村', '二组', 5, 3, '易地搬迁', '因灾', '集中安置', '石坪安置点', '是', '2026.4', null],
      ],
      { name: '搬迁对象台账2026年10月' },
    );
    const found = mapped(table);
    expect(found.ledger).toBe('households');
    expect(found.columns).toEqual({
      乡镇: 'townName',
      行政村: 'villageName',
      村民组: 'settlementName',
      '家庭情况/人口': 'people',
      '家庭情况/劳动力': 'labourForce',
      户属性: 'category',
      主要致贫原因: 'mainCause',
      搬迁方式: 'arrangement',
      安置点: 'siteName',
      是否入住: 'movedInOn',
      旧房拆除时间: 'demolishedOn',
    });
    expect(found.asOf).toBe('2026-10-31');
    expect(found.mode).toBe('add');
  });

  it('maps roads of a transport office by their columns in pinyin and their lines', () => {
    const table = withGeometry(
      tableOfCells(
        ['LXBM', 'LXMC', 'XZDJ', 'LMLX', 'LMKD', '投资(元)'],
        [
          ['Y201', '县城至石坪', '乡道', '水泥混凝土', 4.5, 1200000],
          ['C049', '石坪至岩脚', '村道', '砂石', 3.5, null],
        ],
        { name: '农村公路' },
      ),
      () => ({
        type: 'LineString',
        coordinates: [
          [107.5, 27],
          [107.51, 27.01],
        ],
      }),
    );
    const found = mapped(table);
    expect(found.ledger).toBe('segments');
    expect(found.columns).toEqual({
      LXBM: 'routeNumber',
      LXMC: 'name',
      XZDJ: 'roadClass',
      LMLX: 'surface',
      LMKD: 'widthMeters',
      '投资(元)': 'costWanYuan',
    });
  });

  it('maps hazard points with coordinates in columns', () => {
    const columns = [
      '统一编号',
      '灾害点名称',
      '乡镇',
      '村',
      '灾害类型',
      '规模',
      '威胁户数',
      '威胁人数',
      '经度',
      '纬度',
      '防灾责任人',
    ];
    const cells: SourceCell[][] = [
      ['YH001', '岩脚滑坡', '西镇', '石坪村', '滑坡', '小型', 4, 13, 107.5012, 27.0123, '石坪村村支书'],
      ['YH002', '坡上崩塌', '西镇', '石坪村', '崩塌', '中型', 9, 30, 107.5112, 27.0223, '石坪村村支书'],
    ];
    const found = mapped(tableOfCells(columns, cells));
    expect(found.ledger).toBe('hazards');
    expect(found.position).toEqual({ kind: 'two_columns', first: 8, second: 9 });
    expect(found.columns).toMatchObject({
      统一编号: 'code',
      灾害类型: 'kind',
      规模: 'sizeClass',
      威胁户数: 'threatenedHouseholds',
      防灾责任人: 'responsiblePost',
    });
    expect(found.columns).not.toHaveProperty('经度');
  });

  it('finds positions however they stand', () => {
    const columns = ['自然村名称', '户籍户数', '户籍人口'];
    const position = (headers: readonly string[], cells: readonly (readonly SourceCell[])[]) =>
      mapped(
        tableOfCells(
          [...columns, ...headers],
          cells.map((one, index) => [`寨${index}`, 30, 120, ...one]),
        ),
      ).position;
    expect(
      position(
        ['X', 'Y'],
        [
          [2987654.32, 35549876.5],
          [2987655.1, 35549877],
        ],
      ),
    ).toEqual({ kind: 'two_columns', first: 4, second: 3 });
    expect(
      position(
        ['X', 'Y'],
        [
          [549876.5, 2987654.32],
          [549877, 2987655],
        ],
      ),
    ).toEqual({ kind: 'two_columns', first: 3, second: 4 });
    expect(
      position(
        ['纬度', '经度'],
        [
          [27.1, 107.5],
          [27.2, 107.6],
        ],
      ),
    ).toEqual({ kind: 'two_columns', first: 4, second: 3 });
    // the numbers know better than headers that were mixed up
    expect(
      position(
        ['经度', '纬度'],
        [
          [27.1, 107.5],
          [27.2, 107.6],
        ],
      ),
    ).toEqual({ kind: 'two_columns', first: 4, second: 3 });
    expect(
      position(
        ['东经', '北纬'],
        [
          ['107°30′12″', '27°6′3″'],
          ['107°31′', '27°7′'],
        ],
      ),
    ).toEqual({ kind: 'two_columns', first: 3, second: 4 });
    expect(position(['坐标'], [['107.5012,27.1234'], ['107.5112，27.1334']])).toEqual({
      kind: 'one_column',
      column: 3,
    });
    expect(position(['位置坐标'], [['107°30′E 27°6′N'], ['107°31′E 27°7′N']])).toEqual({
      kind: 'one_column',
      column: 3,
    });
    expect(position(['几何'], [['POINT (107.5 27.1)'], ['POINT(107.6 27.2)']])).toEqual({ kind: 'wkt', column: 3 });
    expect(
      position(
        ['a', 'b'],
        [
          [107.50121, 27.12341],
          [107.51121, 27.13341],
          [107.51221, 27.13441],
        ],
      ),
    ).toEqual({ kind: 'two_columns', first: 3, second: 4 });
    expect(position(['行政村'], [['石坪村'], ['白沙村']])).toEqual({ kind: 'village', column: 3 });
    expect(position(['收入'], [[1200], [1300]])).toEqual({ kind: 'none' });
  });

  it('takes from the name of the file what the table does not say', () => {
    const table = withGeometry(
      tableOfCells(
        ['名称', '所在村'],
        [
          ['中心小学', '石坪村'],
          ['村小', '白沙村'],
        ],
      ),
      () => ({ type: 'Point', coordinates: [107.5, 27] }),
    );
    const found = mapped(table, { fileName: '学校.shp' });
    expect(found.ledger).toBe('services');
    expect(found.constants).toEqual({ kind: 'school' });
  });

  it('finds the area that all rows are of', () => {
    const [village] = rows.settlements;
    const table = ledgerTable('settlements', 'zh');
    expect(mapped(table).areaCode).toBe(rows.code);
    const ofVillage = {
      ...table,
      rows: table.rows.filter(({ cells }) => String(cells[0]).startsWith(village?.villageCode ?? '-')),
    };
    expect(mapped(ofVillage).areaCode).toBe(village?.villageCode);
    const town = rows.areas.find(({ level }) => level === 'town');
    const named = tableOfCells(['乡镇', '自然村', '户数'], [[town?.name ?? '', '岩脚', 30]]);
    expect(mapped(named).areaCode).toBe(town?.code);
  });

  it('maps a column by its very header although nothing in it can be read: its cells are told of, not passed over', () => {
    const columns = ['户编码', '自然村编码', '人口数', '备注'];
    const lost = [
      [5299021012010010000, '529902101201001', 4, ''],
      [5299021012010010000, '529902101201001', 3, ''],
    ];
    expect(mapped(tableOfCells(columns, lost)).columns).toEqual({
      户编码: 'code',
      自然村编码: 'settlementCode',
      人口数: 'people',
    });
  });

  it('takes a column of positions by its header, also where some could not be measured and with seconds of all signs', () => {
    const written = ['107°32′24.5″E,26°58′59″N', '待测', '不清楚', '107˚32ʹ24.5ʺ 26˚58ʹ59ʺ'];
    const cells = written.map((position, index) => [`甲${index}组`, 12, position]);
    expect(proposeMapping(tableOfCells(['自然村名称', '户籍户数', '坐标'], cells), context()).mapping.position).toEqual(
      {
        kind: 'one_column',
        column: 2,
      },
    );
  });

  it('proposes nothing for what it does not know', () => {
    const { mapping, confidence } = proposeMapping(
      tableOfCells(
        ['alpha', 'beta'],
        [
          ['q', 'r'],
          ['s', 't'],
        ],
      ),
      context(),
    );
    expect(mapping.ledger).toBeNull();
    expect(confidence).toBe(0);
    expect(proposeMapping(tableOfCells([], []), context()).mapping.ledger).toBeNull();
  });

  it('maps every field by five words of offices or more where the field matters', () => {
    // the same field under other names: office ledgers and GIS columns
    const cases: readonly (readonly [LedgerKind, string, readonly string[]])[] = [
      ['households', 'people', ['家庭人口', '人口数', '家庭人数', '成员数', '户人口', 'people']],
      [
        'households',
        'movedInOn',
        ['入住时间', '是否入住', '搬迁入住时间', '实际入住时间', '入住情况', '搬迁入住（年月）'],
      ],
      ['segments', 'surface', ['路面类型', '路面材料', '面层类型', '铺装类型', '现状路面', 'surface', 'LMLX']],
      ['segments', 'widthMeters', ['路面宽度', '路面宽度(米)', '宽度', '路宽', '路面宽（米）', 'width']],
      ['settlements', 'registeredHouseholds', ['户籍户数', '总户数', '户数', '农户数', '人口情况/户数', 'households']],
      [
        'hazards',
        'threatenedPeople',
        ['受威胁人数', '威胁人数', '威胁人口', '受威胁人口', '威胁对象/人数', '影响人数'],
      ],
      [
        'sites',
        'capacityHouseholds',
        ['安置容量（户）', '规划户数', '安置户数', '设计户数', '可安置户数', '规模（户）'],
      ],
      ['projects', 'plannedWanYuan', ['计划投资', '总投资(万元)', '项目总投资', '概算投资', '投资规模', '预算资金']],
      ['items', 'deadline', ['整改期限', '整改时限', '完成时限', '限期', '整改完成时限', '期限']],
    ];
    for (const [kind, field, headers] of cases)
      for (const header of headers) {
        const base = ledgerTable(kind, 'zh');
        const place = getLedger(kind)
          .fields.filter(({ finds }) => !finds)
          .findIndex(({ name }) => name === field);
        const table = { ...base, columns: base.columns.map((one, index) => (index === place ? header : one)) };
        expect(proposeMapping(table, context()).mapping.columns[field], `${kind} ${header}`).toBe(place);
      }
  });
});
