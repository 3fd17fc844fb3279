import type { ResponsibilityRole } from '#core/county/kinds.ts';
import type { AreaRow, ResponsibilityRow } from '#core/county/things.ts';
import { CAMPAIGN_START } from './calendar.ts';
import { createRandom } from './random.ts';

const COUNTY_LEADERS = [
  '县委书记',
  '县长',
  '县委副书记',
  '常务副县长',
  '县委组织部部长',
  '县委宣传部部长',
  '县人大常委会主任',
  '县政协主席',
  '分管农业副县长',
  '分管交通副县长',
  '分管自然资源副县长',
  '县人民武装部部长',
];
const UNITS = [
  '县发展改革局',
  '县交通运输局',
  '县自然资源局',
  '县农业农村局',
  '县水务局',
  '县教育局',
  '县卫生健康局',
  '县民政局',
  '县林业局',
  '县住房和城乡建设局',
  '县人力资源社会保障局',
  '县财政局',
  '县文体广电旅游局',
  '县供电局',
  '县税务局',
  '县供销社',
  '县融媒体中心',
  '县公安局',
  '县审计局',
  '县统计局',
];

/** The responsibility chain of county, towns and villages: posts and units, never persons; some changed in the second year. */
export function createResponsibilityRows(seed: number, areas: readonly AreaRow[]): ResponsibilityRow[] {
  const random = createRandom(seed, 'responsibility');
  const rows: Omit<ResponsibilityRow, 'code'>[] = [];
  const add = (aboutCode: string, role: ResponsibilityRole, holder: string): void => {
    rows.push({ aboutCode, role, holder, from: CAMPAIGN_START, to: null });
  };
  const addChanged = (
    aboutCode: string,
    role: ResponsibilityRole,
    holders: readonly [before: string, after: string],
  ): void => {
    rows.push({ aboutCode, role, holder: holders[0], from: CAMPAIGN_START, to: '2025-07-31' });
    rows.push({ aboutCode, role, holder: holders[1], from: '2025-08-01', to: null });
  };
  let town = 0;
  for (const area of areas) {
    if (area.level === 'county') {
      add(area.code, 'commander', '县委书记、县长（双指挥长）');
      for (const unit of UNITS.slice(0, 4)) add(area.code, 'lead_department', `${unit}局长`);
    } else if (area.level === 'town') {
      add(area.code, 'county_leader_of_town', COUNTY_LEADERS[town++ % COUNTY_LEADERS.length] as string);
      const kind = area.name.endsWith('乡') ? '乡' : '镇';
      add(area.code, 'town_secretary', `${area.name}党委书记`);
      add(area.code, 'town_head', `${area.name}${kind}长`);
    } else {
      const unit = random.pick(UNITS);
      if (random.chance(0.2)) addChanged(area.code, 'helping_unit', [unit, random.pick(UNITS)]);
      else add(area.code, 'helping_unit', unit);
      add(area.code, 'work_team_leader', `${unit}驻${area.name}工作队队长`);
      if (area.priority) add(area.code, 'first_secretary', `${area.name}第一书记`);
      add(area.code, 'village_secretary', `${area.name}党支部书记`);
      add(area.code, 'grid_member', `${area.name}网格员`);
    }
  }
  return rows.map((row, i) => ({ code: `ZR${String(i + 1).padStart(4, '0')}`, ...row }));
}
