import { formatNumber } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import { yuanToWan } from '../../../units.ts';
import type { TableData } from '../furniture/table-data.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/** Projects of a village: stage at the date, planned money, department, deadline. */
export function createProjectsTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const projects = context.county.projects.filter(({ areaCode }) => areaCode.startsWith(area.code));
  if (projects.length === 0) return null;
  return {
    id: 'projects',
    title: say(scope, 'projects'),
    columns: [
      wordColumn(say(scope, 'column_name')),
      { title: say(scope, 'column_stage'), align: 'start', rank: 0 },
      numberColumn(say(scope, 'column_planned_yuan'), 1),
      wordColumn(say(scope, 'column_department'), 2),
      { title: say(scope, 'column_deadline'), align: 'end', rank: 1 },
    ],
    rows: projects.map((project) => {
      const stage = project.events.filter(({ kind, on }) => kind === 'stage' && on <= context.asOf).at(-1)?.value;
      return [
        nameOf(scope, project),
        stage ? text(language, 'things', `project_stage_${stage}` as never) : '—',
        formatNumber(yuanToWan(project.plannedYuan), 2),
        project.leadDepartment,
        project.deadline ?? '—',
      ];
    }),
  };
}
