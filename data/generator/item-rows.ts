import { dateToDay, dayToDate } from '#core/county/dates.ts';
import type { AreaRow, ItemRow } from '#core/county/things.ts';
import { DATA_DATE, DATA_DAY } from './calendar.ts';
import { spreadOverPeriod } from './pace.ts';
import { createRandom } from './random.ts';

const PROBLEMS: readonly (readonly [problem: string, problemClass: string, measure: string, unit: string])[] = [
  ['一户一档资料不完整', '基础工作', '补充完善档案并由乡镇复核', '县农业农村局'],
  ['通组路路面局部破损未及时修复', '工程质量', '由施工单位修复并重新验收', '县交通运输局'],
  ['安置点排水沟未贯通', '工程质量', '补建排水沟并接入集镇管网', '县住房和城乡建设局'],
  ['项目资金拨付滞后', '资金管理', '按合同进度补拨并建立周调度', '县财政局'],
  ['旧宅基地复垦未到位', '搬迁后续', '限期复垦并组织验收', '县自然资源局'],
  ['合作社分红台账更新不及时', '利益联结', '更新台账并张榜公示', '县农业农村局'],
  ['村级光伏收益使用未公示', '资金管理', '补充公示并接受监督', '县乡村振兴服务中心'],
  ['隐患点监测记录缺失', '安全管理', '补齐监测记录并培训监测员', '县自然资源局'],
  ['饮水工程水质检测不足', '公共服务', '增加检测频次并公布结果', '县水务局'],
  ['帮扶车间用工人数与台账不一致', '基础工作', '逐户核实并更正台账', '县人力资源社会保障局'],
];
const SOURCES = ['省级考核反馈', '市级督查', '县级自查', '审计发现', '群众来信'];
const ITEMS = 386;

/** Rectification items: found in waves, most of them closed, some late, a few reopened. */
export function createItemRows(seed: number, areas: readonly AreaRow[]): ItemRow[] {
  const random = createRandom(seed, 'items');
  const villages = areas.filter(({ level }) => level === 'village');
  return spreadOverPeriod(ITEMS, '2024-03-11', '2026-11-16').map((found, i) => {
    const [problem, problemClass, measure, responsibleUnit] = random.pick(PROBLEMS);
    const village = random.pick(villages);
    const deadline = found + random.between(30, 120);
    const closed = deadline + random.between(-45, 18);
    const isClosed = closed <= DATA_DAY && random.chance(0.95);
    const events: ItemRow['events'][number][] = [];
    if (isClosed) {
      events.push({ kind: 'closed', on: dayToDate(closed) });
      const reopened = closed + random.between(30, 90);
      if (random.chance(0.04) && reopened <= DATA_DAY) events.push({ kind: 'reopened', on: dayToDate(reopened) });
    }
    return {
      code: `ZG${String(i + 1).padStart(4, '0')}`,
      areaCode: village.code,
      thingCode: null,
      source: random.pick(SOURCES),
      problem,
      problemClass,
      measure,
      responsiblePost: `${responsibleUnit}分管副局长`,
      responsibleUnit,
      foundOn: dayToDate(found),
      deadline: dayToDate(Math.min(deadline, dateToDay(DATA_DATE) + 150)),
      events,
    };
  });
}
