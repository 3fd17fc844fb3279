import { PROJECT_KINDS, type ProjectKind } from '../../../county/kinds.ts';
import type { ProjectRow } from '../../../county/things.ts';
import { computeFigure } from '../../../indicators/compute.ts';
import type { Figure, FigureWithParts } from '../../../indicators/figure.ts';
import { formatNumber, writeAmount } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import { yuanToWan } from '../../../units.ts';
import type { TableCell, TableData } from '../furniture/table-panel.ts';
import { numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/**
 * Measures by kind: lead department, planned money by year, then completed and begun (P1), allocated and disbursed (P2). The year is that of the
 * deadline, without one that of the start; years are rounded to whole 万元, what P2 also says is written as there.
 */
export function createMeasuresTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const { start, end } = context.scope(area.code).projects();
  const projects = context.county.projects.slice(start, end);
  if (projects.length === 0) return null;
  const completed = computeFigure(context, 'P1', area.code);
  const funds = computeFigure(context, 'P2', area.code);
  const years = [...new Set(projects.map(yearOf))].sort(compareYears);
  const money = (amount: number | null | undefined): string =>
    amount == null ? '—' : writeAmount(amount, funds.countUnit, { language }).value;
  const rowFor = (kind: ProjectKind | null): TableCell[] => {
    const listed = kind === null ? projects : projects.filter((project) => project.kind === kind);
    const [project, fund] = [completed, funds].map((figure) => partOf(figure, kind));
    return [
      kind === null ? say(scope, 'column_total') : text(language, 'things', `project_kind_${kind}`),
      kind === null ? '' : leadDepartment(listed),
      ...years.map((year) => wholeWan(listed.filter((one) => yearOf(one) === year))),
      wholeWan(listed),
      `${count(project?.numerator)} / ${count(project?.denominator)}`,
      money(fund?.denominator),
      money(fund?.numerator),
    ];
  };
  const kinds = PROJECT_KINDS.filter((kind) => projects.some((project) => project.kind === kind));
  return {
    id: 'measures_by_year',
    title: say(scope, 'measures_by_year'),
    remark: say(scope, 'measures_by_year_note'),
    columns: [
      wordColumn(say(scope, 'column_kind')),
      wordColumn(say(scope, 'column_lead_department')),
      ...years.map((year) =>
        numberColumn(year === '' ? say(scope, 'column_no_year') : text(language, 'maps', 'legend_year', { year })),
      ),
      numberColumn(say(scope, 'column_planned'), 2),
      numberColumn(say(scope, 'column_completed_begun'), 3),
      numberColumn(say(scope, 'column_allocated'), 1),
      numberColumn(say(scope, 'column_disbursed'), 1),
    ],
    rows: [rowFor(null), ...kinds.map(rowFor)],
    boldRows: new Set([0]),
    isWhole: true,
  };
}

/** Year by whose end a project is due; empty when it has neither deadline nor start. */
const yearOf = ({ deadline, startsOn }: ProjectRow): string => (deadline ?? startsOn ?? '').slice(0, 4);

/** Projects without a year come last. */
const compareYears = (a: string, b: string): number => (a || '9999').localeCompare(b || '9999');

/** The department that leads most projects; the first by name among equals. */
function leadDepartment(projects: readonly ProjectRow[]): string {
  const counts = new Map<string, number>();
  for (const { leadDepartment: name } of projects) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? '—';
}

const wholeWan = (projects: readonly ProjectRow[]): string =>
  projects.length === 0
    ? '—'
    : formatNumber(yuanToWan(projects.reduce((sum, { plannedYuan }) => sum + plannedYuan, 0)), 0);

const partOf = (figure: FigureWithParts, kind: ProjectKind | null): Figure | null =>
  kind === null ? figure : (figure.parts.find(({ part }) => part === `kind:${kind}`) ?? null);

const count = (amount: number | null | undefined): string => (amount == null ? '—' : formatNumber(amount, 0));
