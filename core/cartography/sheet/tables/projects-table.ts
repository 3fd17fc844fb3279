import { PROJECT_STAGES } from '../../../county/kinds.ts';
import { formatNumber } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import { yuanToWan } from '../../../units.ts';
import type { TableData } from '../furniture/table-data.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn, wordOf } from './table-scope.ts';

/** Stages of a project that is built. */
const DONE_STAGES: ReadonlySet<string> = new Set(PROJECT_STAGES.slice(PROJECT_STAGES.indexOf('completed')));

/** Projects of a village: stage at the date, planned money, department, deadline. */
export function createProjectsTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const projects = context.county.projects.filter(({ areaCode }) => areaCode.startsWith(area.code));
  if (projects.length === 0) return null;
  const stages = projects.map(
    ({ events }) => events.filter(({ kind, on }) => kind === 'stage' && on <= context.asOf).at(-1)?.value,
  );
  return {
    id: 'projects',
    title: say(scope, 'projects'),
    columns: [
      wordColumn(say(scope, 'column_name')),
      { title: say(scope, 'column_stage'), align: 'start', rank: 0, isState: true },
      numberColumn(say(scope, 'column_planned_yuan'), 1),
      wordColumn(say(scope, 'column_funds'), 3),
      wordColumn(say(scope, 'column_department'), 2),
      { title: say(scope, 'column_deadline'), align: 'end', rank: 1 },
    ],
    doneRows: new Set(stages.flatMap((stage, index) => (DONE_STAGES.has(stage ?? '') ? [index] : []))),
    rows: projects.map((project, index) => {
      const stage = stages[index];
      return [
        nameOf(scope, project),
        stage ? text(language, 'things', `project_stage_${stage}` as never) : '—',
        formatNumber(yuanToWan(project.plannedYuan), 2),
        project.fundsBySource.map(({ source }) => wordOf(scope, source)).join(language === 'zh' ? '、' : ', ') || '—',
        wordOf(scope, project.leadDepartment),
        project.deadline ?? '—',
      ];
    }),
  };
}
