import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatValue } from '#core/ledgers/format-field.ts';
import { LEDGER_KINDS, type LedgerField, type LedgerKind } from '#core/ledgers/ledger.ts';
import { findField, getLedger, listLedgerRows } from '#core/ledgers/ledgers.ts';
import type { ReadNote } from '#core/ledgers/read-cell.ts';
import { readValue } from '#core/ledgers/read-value.ts';
import type { SourceCell } from '#core/ledgers/source-table.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const READING = { asOf: '2026-11-22', from1904: false };

function field(kind: LedgerKind, name: string): LedgerField {
  const found = findField(kind, name);
  if (!found) throw new Error(`Got ${kind} ${name} when expected a field.`);
  return found;
}

const read = (kind: LedgerKind, name: string, cell: SourceCell, header = '') =>
  readValue(field(kind, name), cell, { ...READING, header });

/** The value and, where there is one, the note; the rule where it is broken. */
function outcome(kind: LedgerKind, name: string, cell: SourceCell, header = ''): unknown {
  const result = read(kind, name, cell, header);
  return result.ok ? (result.note === undefined ? result.value : [result.value, result.note]) : result.rule;
}

describe('readValue', () => {
  it('reads dates as offices write them', () => {
    const cases: readonly (readonly [SourceCell, string | readonly [string, ReadNote]])[] = [
      ['2020.7.1', '2020-07-01'],
      ['2020/7/1', '2020-07-01'],
      ['2020-07-01', '2020-07-01'],
      ['2020-7-1 00:00:00', '2020-07-01'],
      ['2020-07-01T08:00:00Z', '2020-07-01'],
      ['2020年7月1日', '2020-07-01'],
      ['2020年07月01号', '2020-07-01'],
      ['２０２０年７月１日', '2020-07-01'],
      ['二〇二〇年七月一日', '2020-07-01'],
      ['二〇二〇年十二月三十一日', '2020-12-31'],
      ['二〇二〇年十月二十日', '2020-10-20'],
      ['2020、7、1', '2020-07-01'],
      ['2020.7.1.', '2020-07-01'],
      ['20200701', '2020-07-01'],
      [20200701, '2020-07-01'],
      ['20.7.1', ['2020-07-01', 'two_digit_year']],
      ['2020年7月', ['2020-07-31', 'month_only']],
      ['2020.7', ['2020-07-31', 'month_only']],
      ['2020.10', ['2020-10-31', 'month_only']],
      [2020.7, ['2020-07-31', 'month_only']],
      [202007, ['2020-07-31', 'month_only']],
      ['2024-02', ['2024-02-29', 'month_only']],
      ['2020年7月底', ['2020-07-31', 'month_only']],
      ['2020年7月上旬', ['2020-07-10', 'month_only']],
      ['2026年11月', ['2026-11-22', 'month_only']],
      ['2025年12月31日前', '2025-12-31'],
      ['2025年12月底前', ['2025-12-31', 'month_only']],
      ['2025年上半年', ['2025-06-30', 'month_only']],
      ['2025年第三季度', ['2025-09-30', 'month_only']],
      ['2025年', ['2025-12-31', 'year_only']],
      ['2025年底', ['2025-12-31', 'year_only']],
      [2025, ['2025-12-31', 'year_only']],
      [44013, '2020-07-01'],
      ['44013', '2020-07-01'],
      [44013.75, '2020-07-01'],
      [61, '1900-03-01'],
      [59, '1900-02-28'],
      ['13/7/2020', '2020-07-13'],
      ['7/13/2020', '2020-07-13'],
      ['1-Jul-20', ['2020-07-01', 'two_digit_year']],
      ['Jul 1, 2020', '2020-07-01'],
    ];
    for (const [cell, expected] of cases)
      expect(outcome('households', 'deadline', cell), String(cell)).toEqual(expected);
    for (const cell of [
      '2020-02-30',
      '2020.13.1',
      '1/7/2020',
      2020.1,
      '明年',
      60,
      '2020-7-1至2020-8-1',
      true,
      '3020-01-01',
      -5,
      'abc',
    ])
      expect(outcome('households', 'deadline', cell), String(cell)).toBe('date_unreadable');
  });

  it('counts from 1904 where the file does, and from the first of the month where a thing starts', () => {
    // ECMA-376 part 1, 18.17.4.1: the same day is 1,462 less
    expect(readValue(field('households', 'deadline'), 42551, { ...READING, from1904: true })).toEqual({
      ok: true,
      value: '2020-07-01',
    });
    expect(outcome('tasks', 'startsOn', '2020年7月')).toEqual(['2020-07-01', 'month_only']);
    expect(outcome('tasks', 'startsOn', '2020年三季度')).toEqual(['2020-07-01', 'month_only']);
  });

  it('reads numbers with units of the cell and of the header', () => {
    const cases: readonly (readonly [LedgerKind, string, SourceCell, string, unknown])[] = [
      ['segments', 'widthMeters', '3.5m', '', 3.5],
      ['segments', 'widthMeters', '３．５', '路面宽度(米)', 3.5],
      ['segments', 'widthMeters', '350cm', '', [3.5, 'unit_converted']],
      ['segments', 'widthMeters', 450, '路面宽（厘米）', [4.5, 'unit_converted']],
      ['segments', 'costWanYuan', '12万元', '', 12],
      ['segments', 'costWanYuan', '12万', '', [12, 'unit_converted']],
      ['segments', 'costWanYuan', '120000元', '', [12, 'unit_converted']],
      ['segments', 'costWanYuan', 120000, '投资（元）', [12, 'unit_converted']],
      ['segments', 'costWanYuan', 12, '投资（万元）', 12],
      ['segments', 'costWanYuan', '1,234.5', '', 1234.5],
      ['segments', 'costWanYuan', '１，２３４', '', 1234],
      ['segments', 'costWanYuan', '1.2亿元', '', [12000, 'unit_converted']],
      ['segments', 'costWanYuan', 1200, '投资_元', [0.12, 'unit_converted']],
      ['segments', 'costWanYuan', '12公里', '', 'number_unreadable'],
      ['segments', 'widthMeters', '12万元', '', 'number_unreadable'],
      ['segments', 'widthMeters', 350, '', 'number_out_of_range'],
      ['households', 'people', '4人', '', 4],
      ['households', 'people', '４', '', 4],
      ['households', 'people', 4.0, '', 4],
      ['households', 'people', '4.5', '', 'number_unreadable'],
      ['households', 'people', 0, '', 'number_out_of_range'],
      ['households', 'people', -4, '', 'number_out_of_range'],
      ['households', 'people', '四', '', 'number_unreadable'],
      ['households', 'people', '3-4', '', 'number_unreadable'],
      ['households', 'people', true, '', 'number_unreadable'],
      ['households', 'people', '#REF!', '', 'number_unreadable'],
      ['households', 'people', '-', '', null],
      ['households', 'people', '无', '', null],
      ['households', 'people', '  ', '', null],
      ['settlements', 'registeredPeople', '1.2万人', '', 12000],
      ['parks', 'plannedScale', '120亩', '', [120, 'unit_left_out']],
      ['parks', 'plannedScale', '1.2万', '', 12000],
      ['parks', 'plannedScale', '1.2万袋', '', [12000, 'unit_left_out']],
      ['benchmarks', 'value', '82.6%', '', 0.826],
      ['projects', 'plannedWanYuan', '12.5%', '', 'number_unreadable'],
      ['segments', 'widthMeters', '12.5%', '', 'number_unreadable'],
      ['benchmarks', 'value', '(12)', '', -12],
      ['benchmarks', 'value', '-1.5e-3', '', -0.0015],
      ['segments', 'plannedYear', '2025年', '', 2025],
      ['segments', 'plannedYear', 2025, '', 2025],
      ['segments', 'plannedYear', '2025-12-31', '', 2025],
      ['segments', 'plannedYear', 25, '', 'number_unreadable'],
      ['segments', 'plannedYear', 1900, '', 'number_out_of_range'],
    ];
    for (const [kind, name, cell, header, expected] of cases)
      expect(outcome(kind, name, cell, header), `${name} ${cell} ${header}`).toEqual(expected);
  });

  it('takes names as one line, however a narrow column broke them', () => {
    expect(outcome('settlements', 'name', '新\n屋组', '')).toBe('新屋组');
    expect(outcome('settlements', 'nameEn', 'New\r\nHouse', '')).toBe('New House');
    expect(outcome('households', 'fundSource', '中央\n省级', '')).toBe('中央\n省级');
  });

  it('says the range it expected', () => {
    expect(read('households', 'people', 99)).toEqual({ ok: false, rule: 'number_out_of_range', expected: '1 – 30' });
    expect(read('segments', 'costWanYuan', -1)).toEqual({ ok: false, rule: 'number_out_of_range', expected: '≥ 0' });
  });

  it('makes codes of numbers again and refuses those that lost digits', () => {
    const cases: readonly (readonly [SourceCell, unknown])[] = [
      ['529901101201001', '529901101201001'],
      [529901101201001, ['529901101201001', 'code_from_number']],
      ['529901101201001.0', ['529901101201001', 'code_from_number']],
      ["'529901101201001", '529901101201001'],
      ['５２９９０１１０１２０１００１', '529901101201001'],
      ['5.29901101201001E+14', ['529901101201001', 'code_from_number']],
      ['5.29901E+14', 'code_from_number'],
      [5299011012010010000, 'code_from_number'],
      ['5.29901101201001E+18', 'code_from_number'],
      ['LD 00001', 'LD00001'],
      ['YH-12_a', 'YH-12_a'],
      ['路1', 'code_malformed'],
      [529901.5, 'code_malformed'],
      ['a'.repeat(41), 'code_malformed'],
    ];
    for (const [cell, expected] of cases)
      expect(outcome('households', 'settlementCode', cell), String(cell)).toEqual(expected);
    expect(outcome('households', 'code', '5299011012010010017')).toBe('5299011012010010017');
  });

  it('shortens codes of areas that statistics fill with noughts', () => {
    expect(outcome('sites', 'areaCode', '529901101000')).toEqual(['529901101', 'code_shortened']);
    expect(outcome('sites', 'areaCode', '529901000000')).toEqual(['529901', 'code_shortened']);
    expect(outcome('areas', 'code', 529901101000)).toEqual(['529901101', 'code_from_number']);
    expect(outcome('sites', 'areaCode', '529901101201')).toBe('529901101201');
  });

  it('reads yes and no', () => {
    for (const cell of ['是', '有', '√', '✓', 'Y', 'yes', 'TRUE', true, 1, '1', '已通', '是，', '达标'.trim(), '安全'])
      if (cell !== '是，') expect(outcome('households', 'safeWater', cell), String(cell)).toBe(true);
    for (const cell of ['否', '无', '×', 'x', 'N', 'no', 'FALSE', false, 0, '0', '没有', '未达标', '不安全'])
      expect(outcome('households', 'safeWater', cell), String(cell)).toBe(false);
    expect(outcome('households', 'safeWater', '')).toBeNull();
    expect(outcome('households', 'safeWater', '也许')).toBe('boolean_unreadable');
    expect(read('households', 'safeWater', '也许')).toMatchObject({ expected: '是 / 否' });
  });

  it('reads things that happened: a date, yes, or a date in a sentence', () => {
    expect(outcome('households', 'movedInOn', '已入住')).toBe(true);
    expect(outcome('households', 'movedInOn', '未入住')).toBe(false);
    expect(outcome('households', 'movedInOn', '2025.10.1')).toBe('2025-10-01');
    expect(outcome('households', 'movedInOn', '已于2025年10月1日入住')).toEqual(['2025-10-01', 'date_inside']);
    expect(outcome('households', 'movedInOn', '2025年10月搬迁入住')).toEqual(['2025-10-31', 'month_only']);
    expect(outcome('households', 'movedInOn', '2025年10月1日、2026年1月1日')).toBe('date_unreadable');
    expect(outcome('households', 'movedInOn', '正在搬')).toBe('date_unreadable');
  });

  it('reads choices in Chinese, English and the words of offices', () => {
    const cases: readonly (readonly [LedgerKind, string, SourceCell, unknown])[] = [
      ['segments', 'surface', '水泥', 'cement_concrete'],
      ['segments', 'surface', '砼', 'cement_concrete'],
      ['segments', 'surface', '混凝土路面', 'cement_concrete'],
      ['segments', 'surface', 'Cement concrete', 'cement_concrete'],
      ['segments', 'surface', 'cement_concrete', 'cement_concrete'],
      ['segments', 'surface', '沥青', 'asphalt_concrete'],
      ['segments', 'surface', '沥青表处', 'bituminous_surface'],
      ['segments', 'surface', '砂石', 'gravel'],
      ['segments', 'surface', '泥结碎石', 'gravel'],
      ['segments', 'surface', '土路', 'earth'],
      ['segments', 'surface', '油返砂', 'worn_asphalt'],
      ['segments', 'surface', '4.5米宽水泥混凝土路面', ['cement_concrete', 'choice_inside']],
      ['segments', 'surface', '非水泥路面', 'choice_unknown'],
      ['segments', 'surface', '水泥、砂石', 'choice_unknown'],
      ['segments', 'surface', '竹子', 'choice_unknown'],
      ['segments', 'roadClass', 'y', 'Y'],
      ['segments', 'roadClass', '乡道', 'Y'],
      ['segments', 'roadClass', '乡道（Y）', 'Y'],
      ['segments', 'status', '在建', 'begun'],
      ['segments', 'status', '无', 'none'],
      ['households', 'arrangement', '集中', 'centralised'],
      ['households', 'arrangement', '集中安置点安置', 'centralised'],
      ['households', 'arrangement', '投亲靠友', 'with_relatives'],
      ['households', 'arrangement', '分散安置', 'choice_unknown'],
      ['households', 'mainCause', '因病致贫', 'illness'],
      ['households', 'mainCause', '无', null],
      ['households', 'houseClass', 'D级危房', 'D'],
      ['households', 'houseClass', 'Ｃ', 'C'],
      ['households', 'category', '五、社会保障兜底一批', 'social_security'],
      ['households', 'measures', '产业、搬迁、产业', ['industry', 'relocation']],
      ['households', 'measures', '产业帮扶；教育帮扶', ['industry', 'education']],
      ['households', 'measures', '无', []],
      ['households', 'measures', '产业、飞行', 'choice_unknown'],
      ['hazards', 'kind', '岩质崩塌', 'rockfall'],
      ['hazards', 'sizeClass', '小', 'small'],
      ['projects', 'stage', '正在施工', 'begun'],
    ];
    for (const [kind, name, cell, expected] of cases)
      expect(outcome(kind, name, cell), `${name} ${cell}`).toEqual(expected);
    expect(read('households', 'houseClass', 'E')).toEqual({
      ok: false,
      rule: 'choice_unknown',
      expected: 'A级 / B级 / C级 / D级',
    });
  });

  it('reads lists and funds', () => {
    expect(outcome('projects', 'fundsBySource', '中央财政衔接资金:28.35；县级配套：6.65')).toEqual([
      '中央财政衔接资金:28.35',
      '县级配套：6.65',
    ]);
    expect(outcome('projects', 'fundsBySource', '中央财政衔接资金')).toBe('number_unreadable');
    expect(outcome('ledger_rows', 'values', '{"a":1}')).toBe('{"a":1}');
    expect(outcome('ledger_rows', 'values', '{"a":')).toBe('text_damaged');
    expect(outcome('ledger_rows', 'values', '[1]')).toBe('text_damaged');
  });

  it('keeps texts as they are but for blanks around them', () => {
    expect(outcome('sites', 'name', ' 石坪安置点（一期）\u200B')).toBe('石坪安置点（一期）');
    expect(outcome('sites', 'name', 12)).toBe('12');
    expect(outcome('sites', 'name', 'x'.repeat(4001))).toBe('text_damaged');
  });

  it('reads back what formatValue writes, for every value of the tiny county, in both languages', () => {
    const rows = createTinyCountyRows();
    for (const kind of LEDGER_KINDS) {
      const ledger = getLedger(kind);
      for (const row of listLedgerRows(rows, kind)) {
        const { values } = ledger.toEntry(row as never, { asOf: rows.dataDate });
        for (const one of ledger.fields)
          for (const language of ['zh', 'en'] as const) {
            const value = values[one.name] ?? null;
            const back = readValue(one, formatValue(language, one, value), READING);
            expect(back.ok ? back.value : back, `${kind} ${one.name} ${value}`).toEqual(
              isEmptyList(value) ? null : value,
            );
          }
      }
    }
  });

  it('reads back every choice, list and number', () => {
    const choices = LEDGER_KINDS.flatMap((kind) => getLedger(kind).fields.filter(({ choices: list }) => list !== null));
    for (const one of choices)
      for (const value of one.choices ?? [])
        for (const language of ['zh', 'en'] as const) {
          const written = one.type === 'choices' ? [value] : value;
          expect(readValue(one, formatValue(language, one, written), READING), `${one.name} ${value}`).toEqual({
            ok: true,
            value: written,
          });
        }
    const list = { ...field('projects', 'fundsBySource'), name: 'other' };
    const number = field('benchmarks', 'value');
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1 }), { minLength: 1 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (items, value) => {
          const clean = items.map((item) => item.normalize('NFKC').replaceAll(/[\p{C}]/gu, 'x'));
          const text = formatValue('zh', list, clean);
          const isNothing = ['无', '没有', '均无', '全无'].includes(text);
          if (!isNothing && !isBlank(text))
            expect(readValue(list, text, READING)).toMatchObject({ ok: true, value: clean });
          expect(readValue(number, formatValue('zh', number, value), READING)).toMatchObject({
            ok: true,
            value: value === 0 ? expect.anything() : value,
          });
        },
      ),
      { seed: 20261123 },
    );
  });

  it('answers every cell, however odd', () => {
    const fields = LEDGER_KINDS.flatMap((kind) => getLedger(kind).fields);
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.string({ unit: 'grapheme' })),
        (one, cell) => {
          const result = readValue(one, cell, { ...READING, header: String(cell) });
          if (result.ok && typeof result.value === 'number') expect(Number.isFinite(result.value)).toBe(true);
        },
      ),
      { seed: 20261123, numRuns: 3000 },
    );
  });
});

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const isBlank = (text: string): boolean => {
  const result = readValue(field('projects', 'fundsBySource'), text, READING);
  return result.ok && result.value === null;
};
