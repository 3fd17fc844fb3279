import { SITE_STAGES } from '../../../county/kinds.ts';
import type { SiteRow } from '../../../county/things.ts';
import { text } from '../../../texts/text.ts';
import { findSiteDuty } from '../../features/site-duty.ts';
import { planStateOf, sitesOfHouseholds } from '../../features/site-features.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn, wordOf } from './table-scope.ts';

/**
 * Relocation sites of the area and those to which its households go, as far as they are still to be done or the plan in force touches them, the
 * plan's first: stage, households against capacity, department, deadline. Those where people live already are counted; null where there is neither.
 */
export function createSitesTable(scope: TableScope): TableData | null {
  const { context } = scope;
  const { county } = context;
  const shown = listSites(scope);
  if (shown.length === 0) return null;
  const load = context.siteLoad();
  const rows: { readonly rank: number; readonly cells: TableCell[] }[] = [];
  for (const i of shown) {
    const site = county.sites[i];
    if (!site) continue;
    const stage = SITE_STAGES[context.state.siteStage[i] ?? -1] ?? null;
    const plan = planStateOf(county, site.code);
    if (plan === 'none' && stage === 'moved_in') continue;
    const households = `${load.assignedHouseholds[i] ?? 0} / ${site.capacityHouseholds ?? '—'}`;
    rows.push({ rank: plan === 'none' ? 1 : 0, cells: createRow(scope, site, { stage, households }) });
  }
  const settled = shown.length - rows.length;
  return {
    id: 'sites',
    title: say(scope, 'sites'),
    ...(settled > 0 ? { remark: say(scope, 'sites_settled', { count: settled }) } : {}),
    columns: [
      wordColumn(say(scope, 'column_name')),
      { title: say(scope, 'column_stage'), align: 'start', rank: 0, isState: true },
      numberColumn(say(scope, 'column_site_load'), 2),
      wordColumn(say(scope, 'column_department'), 1),
      { title: say(scope, 'column_deadline'), align: 'end', rank: 0 },
    ],
    rows: rows.toSorted((a, b) => a.rank - b.rank).map(({ cells }) => cells),
    // those that people live in are not listed
    doneRows: new Set<number>(),
    empty: say(scope, 'sites_all_settled'),
  };
}

/** Indexes of the area's sites, then of those outside to which its households go. */
function listSites({ context, area }: TableScope): readonly number[] {
  const ranges = context.scope(area.code);
  const { start, end } = ranges.sites();
  const inside = Array.from({ length: end - start }, (_, i) => start + i);
  const outside = [...sitesOfHouseholds(context.county, ranges.households())].filter((i) => i < start || i >= end);
  return [...inside, ...outside.sort((a, b) => a - b)];
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
    wordOf(scope, department ?? '—'),
    // nothing more is due at a closed site
    plan === 'closed' ? '—' : deadline,
  ];
}
