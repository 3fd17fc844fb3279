import { ARRANGEMENT_KINDS, CAUSES, TARGET_CATEGORIES } from '../../../county/kinds.ts';
import { hasHappened } from '../../../indicators/household-part.ts';
import { isTargetAt } from '../../../indicators/target-households.ts';
import { text } from '../../../texts/text.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/** Target households of a village by code: people, main cause, letters of their measures, site. No names: there are none to print. */
export function createHouseholdsTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const { households, sites } = context.county;
  const { start, end } = context.scope(area.code).households();
  const rows: TableCell[][] = [];
  const doneRows = new Set<number>();
  for (let i = start; i < end; i++) {
    if (!isTargetAt(households, i, context.day)) continue;
    const cause = CAUSES[households.mainCause[i] ?? 255];
    const letters = TARGET_CATEGORIES.filter((_, bit) => ((households.measures[i] ?? 0) >> bit) & 1);
    const arrangement = ARRANGEMENT_KINDS[households.arrangement[i] ?? 255];
    const site = sites[households.site[i] ?? -1];
    if (hasHappened(households.eventDay.risk_removed, i, context.day)) doneRows.add(rows.length);
    rows.push([
      (households.codes[i] ?? '').slice(area.code.length),
      String(households.people[i] ?? 0),
      cause ? text(language, 'things', `cause_${cause}`) : '—',
      letters.map((category) => text(language, 'things', `category_letter_${category}`)).join(' '),
      site ? nameOf(scope, site) : arrangement ? text(language, 'things', `arrangement_${arrangement}`) : '—',
      doneRows.has(rows.length) ? say(scope, 'yes') : '',
    ]);
  }
  if (rows.length === 0) return null;
  return {
    id: 'households',
    title: say(scope, 'households'),
    columns: [
      { title: say(scope, 'column_code'), align: 'start', rank: 0 },
      numberColumn(say(scope, 'column_people')),
      wordColumn(say(scope, 'column_cause'), 2),
      { title: say(scope, 'column_measures'), align: 'start', rank: 0 },
      wordColumn(say(scope, 'column_site'), 1),
      { title: say(scope, 'column_exit'), align: 'middle', rank: 0, isState: true },
    ],
    rows,
    doneRows,
  };
}
