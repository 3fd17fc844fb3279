import type { CountyRows } from '#core/county/county-rows.ts';
import type { HouseholdRow } from '#core/county/things.ts';
import { writeWorkbook } from '#server/imports/readers/write-workbook.ts';
import { createRandom } from '../random.ts';

/** New households as an office would list them; codes that the county has not. */
export function createHouseholds(rows: CountyRows, count: number): readonly HouseholdRow[] {
  const random = createRandom(6);
  const taken = new Set(rows.households.map(({ code }) => code));
  const last = new Map<string, number>();
  const [template] = rows.households;
  if (template === undefined) throw new RangeError('Got a county without households.');
  return Array.from({ length: count }, (_, place) => {
    const settlement = rows.settlements[place % rows.settlements.length];
    if (settlement === undefined) throw new RangeError('Got a county without settlements.');
    let number = (last.get(settlement.code) ?? 10_000) - 1;
    while (taken.has(`${settlement.code}${number}`)) number -= 1;
    last.set(settlement.code, number);
    return {
      ...template,
      code: `${settlement.code}${number}`,
      settlementCode: settlement.code,
      people: 1 + Math.floor(random() * 7),
      fundsYuan: Math.round(random() * 50) * 1000,
      hazardCode: null,
      relocation: null,
      events: [{ kind: 'identified', on: '2024-03-01' }],
    };
  });
}

const HEADERS = [
  '户编码',
  '自然村编码',
  '户主姓名',
  '联系电话',
  '人口',
  '主要原因',
  '资金（万元）',
  '责任岗位',
  '安全饮水',
  '认定日期',
];
const CAUSES = ['因病', '因灾', '缺资金', '缺技术', '交通条件落后'];

/** The same households as a workbook, with the personal columns that such ledgers have. */
export function createHouseholdWorkbook(households: readonly HouseholdRow[]): Promise<Uint8Array> {
  const lines = households.map(({ code, settlementCode, people, fundsYuan, responsiblePost }, place) => [
    code,
    settlementCode,
    `张${'一二三四五六七八九十'[place % 10]}`,
    `1380000${String(place % 10_000).padStart(4, '0')}`,
    people,
    CAUSES[place % CAUSES.length] ?? '',
    (fundsYuan ?? 0) / 10_000,
    responsiblePost,
    place % 3 === 0 ? '是' : '否',
    '2024.3.1',
  ]);
  return writeWorkbook([{ name: '户台账', rows: [HEADERS, ...lines] }]);
}
