import { describe, expect, it } from 'vitest';
import { recogniseHeader } from '#core/ledgers/recognise-header.ts';
import type { SourceCell } from '#core/ledgers/source-table.ts';

/** Rows from text: `|` between cells, numbers as numbers, blanks as null. */
const sheet = (text: string): SourceCell[][] =>
  text
    .trim()
    .split('\n')
    .map((line) =>
      line.split('|').map((cell) => {
        const trimmed = cell.trim();
        return trimmed === '' ? null : /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
      }),
    );
const merge = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
  firstRow,
  firstColumn,
  lastRow,
  lastColumn,
});
const headersOf = (found: ReturnType<typeof recogniseHeader>) => found.columns.map(({ header }) => header);

describe('recogniseHeader', () => {
  it('finds a header in the first row', () => {
    const found = recogniseHeader(sheet('路段编码|路面类型|路面宽度(米)\nLD1|水泥|3.5\nLD2|砂石|3'), []);
    expect([found.firstRow, found.lastRow]).toEqual([0, 0]);
    expect(headersOf(found)).toEqual(['路段编码', '路面类型', '路面宽度(米)']);
  });

  it('finds a merged header of two rows under a title and a line', () => {
    const rows = sheet(`
白沙镇搬迁对象台账 | | | | | |
填报单位：白沙镇人民政府 | | | | 2026年10月28日 | |
序号 | 行政村 | 家庭情况 | | 搬迁情况 | | 备注
 | | 人口 | 劳动力 | 安置方式 | 入住时间 |
1 | 石坪村 | 4 | 2 | 集中安置 | 2025.10.1 |
2 | 石坪村 | 3 | 1 | 购房 | |
合 计 | | 7 | 3 | | |
填表人：某某 | | | 审核人：某某 | | |`);
    const merges = [
      merge(0, 0, 0, 6),
      merge(2, 0, 3, 0),
      merge(2, 1, 3, 1),
      merge(2, 2, 2, 3),
      merge(2, 4, 2, 5),
      merge(2, 6, 3, 6),
    ];
    for (const found of [recogniseHeader(rows, merges), recogniseHeader(rows, [])]) {
      expect([found.firstRow, found.lastRow]).toEqual([2, 3]);
      expect(headersOf(found)).toEqual([
        '序号',
        '行政村',
        '家庭情况/人口',
        '家庭情况/劳动力',
        '搬迁情况/安置方式',
        '搬迁情况/入住时间',
        '备注',
      ]);
      expect([...found.totalRows]).toEqual([6]);
      expect([...found.footRows]).toEqual([7]);
    }
  });

  it('finds groups over a header whose columns are all written', () => {
    const rows = sheet(`
基本情况 | | | 人口情况 | |
乡镇 | 行政村 | 自然村 | 户籍户数 | 户籍人口 | 常住人口
白沙镇 | 石坪村 | 岩脚 | 30 | 120 | 80`);
    const expected = [
      '基本情况/乡镇',
      '基本情况/行政村',
      '基本情况/自然村',
      '人口情况/户籍户数',
      '人口情况/户籍人口',
      '人口情况/常住人口',
    ];
    expect(headersOf(recogniseHeader(rows, [merge(0, 0, 0, 2), merge(0, 3, 0, 5)]))).toEqual(expected);
    expect(headersOf(recogniseHeader(rows, []))).toEqual(expected);
  });

  it('finds a header of three rows', () => {
    const rows = sheet(`
序号 | 村名 | 搬迁对象 | | |
 | | 户数 | 人口 | |
 | | | 总人口 | 劳动力 | 其中女性
1 | 石坪村 | 12 | 40 | 20 | 18`);
    const merges = [merge(0, 0, 2, 0), merge(0, 1, 2, 1), merge(0, 2, 0, 5), merge(1, 2, 2, 2), merge(1, 3, 1, 5)];
    const found = recogniseHeader(rows, merges);
    expect(found.lastRow).toBe(2);
    expect(headersOf(found)).toEqual([
      '序号',
      '村名',
      '搬迁对象/户数',
      '搬迁对象/人口/总人口',
      '搬迁对象/人口/劳动力',
      '搬迁对象/人口/其中女性',
    ]);
  });

  it('joins a row of units and skips a row of column numbers', () => {
    const rows = sheet(`
路段编码 | 里程 | 路面宽度 | 投资
 | 公里 | 米 | 万元
1 | 2 | 3 | 4
LD1 | 2.5 | 3.5 | 120`);
    const found = recogniseHeader(rows, []);
    expect(found.lastRow).toBe(2);
    expect(headersOf(found)).toEqual(['路段编码', '里程(公里)', '路面宽度(米)', '投资(万元)']);
  });

  it('takes the unit of money from a line above', () => {
    const rows = sheet('项目资金台账||\n|单位：元|\n项目名称|总投资|完成时限\n白沙路|1200000|2026-12-31');
    expect(headersOf(recogniseHeader(rows, [merge(0, 0, 0, 2)]))).toEqual(['项目名称', '总投资(元)', '完成时限']);
  });

  it('finds total rows wherever they stand and keeps what only sounds like one', () => {
    const rows = sheet(`
行政村|户数|人数
总计|30|120
石坪村|10|40
白沙镇小计|10|40
累计村|20|80
全县合计：|30|120
Total|30|120`);
    expect([...recogniseHeader(rows, []).totalRows]).toEqual([1, 3, 5, 6]);
  });

  it('leaves out headers printed again and notes below', () => {
    const rows = sheet(`
行政村|户数
石坪村|10
行政村|户数
白沙村|20
注：户数为户籍户数。|
另见附件二。|`);
    expect([...recogniseHeader(rows, []).footRows]).toEqual([2, 4, 5]);
  });

  it('is not misled by values that are headers elsewhere', () => {
    const rows = sheet(
      '点名|性质|等次\n白沙点|卫生室|学校\n石坪点|学校|学校\n田坝点|卫生室|集市\n江口点|集市|卫生室\n龙塘点|集市|学校',
    );
    expect(recogniseHeader(rows, []).lastRow).toBe(0);
  });

  it('answers within a second for a header of sixteen thousand columns and as many merged cells', () => {
    const wide = Array.from({ length: 16_000 }, (_, column) => `列${column}`);
    const merges = Array.from({ length: 5000 }, (_, index) => merge(0, index * 3, 0, index * 3 + 1));
    const begin = performance.now();
    expect(recogniseHeader([wide, wide.map((_, column) => column)], merges).columns).toHaveLength(16_000);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  it('takes the first row of an unknown table of texts, and says when there is none', () => {
    expect(recogniseHeader(sheet('alpha|beta\nx|y\nz|w'), []).lastRow).toBe(0);
    const bare = recogniseHeader(sheet('1|2\n3|4'), []);
    expect([bare.firstRow, bare.lastRow, bare.columns.length]).toEqual([0, -1, 2]);
    expect(recogniseHeader([], []).columns).toEqual([]);
  });

  it('leaves out columns with neither header nor value', () => {
    const found = recogniseHeader(sheet('编码||名称|\nA||B|'), []);
    expect(found.columns).toEqual([
      { index: 0, header: '编码' },
      { index: 2, header: '名称' },
    ]);
  });

  it('takes a header of one line with line breaks and blanks', () => {
    const rows: SourceCell[][] = [
      ['村  名', '户籍\n户数', 'Road  name'],
      ['石坪村', 3, 'a'],
    ];
    expect(headersOf(recogniseHeader(rows, []))).toEqual(['村名', '户籍户数', 'Road name']);
  });
});
