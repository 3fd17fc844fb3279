import { SITE_STAGES } from '../../../county/kinds.ts';
import type { SiteRow } from '../../../county/things.ts';
import { text } from '../../../texts/text.ts';
import { findSiteDuty } from '../../features/site-duty.ts';
import { planStateOf } from '../../features/site-features.ts';
import type { TableCell, TableData } from '../furniture/table-panel.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/**
 * Relocation sites that are still to be done or that the plan in force touches, the plan's first: stage, households against capacity, department,
 * deadline. Those where people live already are counted; null where there is neither.
 */
export function createSitesTable(scope: TableScope): TableData | null {
  const { context, area } = scope;
  const { county } = context;
  const { start, end } = context.scope(area.code).sites();
  if (end === start) return null;
  const load = context.siteLoad();
  const rows: { readonly rank: number; readonly cells: TableCell[] }[] = [];
  for (let i = start; i < end; i++) {
    const site = county.sites[i];
    if (!site) continue;
    const stage = SITE_STAGES[context.state.siteStage[i] ?? -1] ?? null;
    const plan = planStateOf(county, site.code);
    if (plan === 'none' && stage === 'moved_in') continue;
    const households = `${load.assignedHouseholds[i] ?? 0} / ${site.capacityHouseholds ?? '—'}`;
    rows.push({ rank: plan === 'none' ? 1 : 0, cells: createRow(scope, site, { stage, households }) });
  }
  const settled = end - start - rows.length;
  return {
    id: 'sites',
    title: say(scope, 'sites'),
    ...(settled > 0 ? { remark: say(scope, 'sites_settled', { count: settled }) } : {}),
    columns: [
      wordColumn(say(scope, 'column_name')),
      { title: say(scope, 'column_stage'), align: 'start', rank: 0 },
      numberColumn(say(scope, 'column_site_load'), 2),
      wordColumn(say(scope, 'column_department'), 1),
      { title: say(scope, 'column_deadline'), align: 'end', rank: 0 },
    ],
    rows: rows.toSorted((a, b) => a.rank - b.rank).map(({ cells }) => cells),
    empty: say(scope, 'sites_all_settled'),
  };
}

function createRow(
  scope: TableScope,
  site: SiteRow,
  { stage, households }: { readonly stage: (typeof SITE_STAGES)[number] | null; readonly households: string },
): TableCell[] {
  const { county } = scope.context;
  const plan = planStateOf(county, site.code);
  const { department, deadline } = findSiteDuty(county, site);
  const stageName =
    stage === null ? say(scope, 'site_not_begun') : text(scope.language, 'things', `site_stage_${stage}`);
  const mark = plan === 'none' ? '' : say(scope, `site_plan_${plan}`);
  return [
    nameOf(scope, site),
    // what the plan does says more than that nothing was begun
    [mark, stage === null && mark !== '' ? '' : stageName].filter(Boolean).join(scope.language === 'zh' ? '、' : ', '),
    households,
    department ?? '—',
    // nothing more is due at a closed site
    plan === 'closed' ? '—' : deadline,
  ];
}
