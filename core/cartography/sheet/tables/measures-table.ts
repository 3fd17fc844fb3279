import { PROJECT_KINDS, type ProjectKind } from '../../../county/kinds.ts';
import type { ProjectRow } from '../../../county/things.ts';
import { computeFigure } from '../../../indicators/compute.ts';
import type { Figure, FigureWithParts } from '../../../indicators/figure.ts';
import { formatNumber, writeAmount } from '../../../indicators/format-figure.ts';
import { listPlanWorks, type PlanWork } from '../../../planning/list-plan-works.ts';
import { text } from '../../../texts/text.ts';
import { findLeadDepartment } from '../../features/site-duty.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { numberColumn, say, type TableScope, wordColumn, wordOf } from './table-scope.ts';

/**
 * Measures by kind: lead department, planned money by year, then completed and begun (P1), allocated and disbursed (P2). The year is that of the
 * deadline, without one that of the start. All money is written as P2 is. Works of the plan in force that
 * no project holds yet are in the planned money of their kind, and have a row of their own.
 */
export function createMeasuresTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const { start, end } = context.scope(area.code).projects();
  const projects = context.county.projects.slice(start, end);
  const works = listPlanWorks(context.county).filter(({ areaCode }) => areaCode.startsWith(area.code));
  if (projects.length === 0 && works.length === 0) return null;
  const planned: readonly PlannedMoney[] = [...projects.map(moneyOfProject), ...works.map(moneyOfWork)];
  const completed = computeFigure(context, 'P1', area.code);
  const funds = computeFigure(context, 'P2', area.code);
  const years = [...new Set(planned.map(({ year }) => year))].sort(compareYears);
  const money = (amount: number | null | undefined): string =>
    amount == null ? '—' : writeAmount(amount, funds.countUnit, { language }).value;
  const moneyByYear = (listed: readonly PlannedMoney[]): string[] => [
    ...years.map((year) => money(sumYuan(listed.filter((one) => one.year === year)))),
    money(sumYuan(listed)),
  ];
  const rowFor = (kind: ProjectKind | null): TableCell[] => {
    const listed = kind === null ? planned : planned.filter((one) => one.kind === kind);
    const [project, fund] = [completed, funds].map((figure) => partOf(figure, kind));
    return [
      kind === null ? say(scope, 'column_total') : text(language, 'things', `project_kind_${kind}`),
      kind === null
        ? ''
        : wordOf(scope, findLeadDepartment(projects, kind) ?? findLeadDepartment(context.county.projects, kind) ?? '—'),
      ...moneyByYear(listed),
      `${count(project?.numerator)} / ${count(project?.denominator)}`,
      money(fund?.denominator),
      money(fund?.numerator),
    ];
  };
  const kinds = PROJECT_KINDS.filter((kind) => planned.some((one) => one.kind === kind));
  const ofPlan = planned.filter(({ isOfPlan }) => isOfPlan);
  return {
    id: 'measures_by_year',
    title: say(scope, 'measures_by_year'),
    remark: say(scope, ofPlan.length > 0 ? 'measures_by_plan_note' : 'measures_by_year_note'),
    columns: [
      wordColumn(say(scope, 'column_kind')),
      wordColumn(say(scope, 'column_lead_department')),
      ...years.map((year) =>
        numberColumn(year === '' ? say(scope, 'column_no_year') : text(language, 'maps', 'legend_year', { year }), 3),
      ),
      numberColumn(say(scope, 'column_planned'), 2),
      numberColumn(say(scope, 'column_completed_begun'), 4),
      numberColumn(say(scope, 'column_allocated'), 1),
      numberColumn(say(scope, 'column_disbursed'), 1),
    ],
    rows: [
      rowFor(null),
      ...(ofPlan.length > 0 ? [[say(scope, 'measures_by_plan'), '', ...moneyByYear(ofPlan), '—', '—', '—']] : []),
      ...kinds.map(rowFor),
    ],
    boldRows: new Set([0]),
    isWhole: true,
  };
}

/** Year by whose end a project is due; empty when it has neither deadline nor start. */
const yearOf = ({ deadline, startsOn }: ProjectRow): string => (deadline ?? startsOn ?? '').slice(0, 4);

/** Projects without a year come last. */
const compareYears = (a: string, b: string): number => (a || '9999').localeCompare(b || '9999');

/** Planned money of a project or of a work of the plan; yuan null = nobody said. */
interface PlannedMoney {
  readonly kind: ProjectKind;
  readonly year: string;
  readonly yuan: number | null;
  readonly isOfPlan: boolean;
}

const moneyOfProject = (project: ProjectRow): PlannedMoney => ({
  kind: project.kind,
  year: yearOf(project),
  yuan: project.plannedYuan,
  isOfPlan: false,
});

const moneyOfWork = ({ kind, year, yuan }: PlanWork): PlannedMoney => ({
  kind,
  year: String(year),
  yuan,
  isOfPlan: true,
});

/** Null where nobody said any. */
function sumYuan(listed: readonly PlannedMoney[]): number | null {
  const known = listed.flatMap(({ yuan }) => (yuan === null ? [] : [yuan]));
  return known.length === 0 ? null : known.reduce((sum, yuan) => sum + yuan, 0);
}

const partOf = (figure: FigureWithParts, kind: ProjectKind | null): Figure | null =>
  kind === null ? figure : (figure.parts.find(({ part }) => part === `kind:${kind}`) ?? null);

const count = (amount: number | null | undefined): string => (amount == null ? '—' : formatNumber(amount, 0));
