import type { IsoDate } from '../../county/dates.ts';
import { listBenchmarks } from '../../indicators/benchmarks.ts';
import { formatBenchmark, formatDate } from '../../indicators/format-figure.ts';
import { describeIndicator } from '../../indicators/indicator-words.ts';
import { computeSeries } from '../../indicators/series.ts';
import type { MapDefinition } from '../map-definition.ts';
import type { EditionView } from './edition/edition-view.ts';
import { createPublicTable } from './edition/public-tables.ts';
import { createCountdownPanel } from './furniture/countdown-panel.ts';
import { type CurveInput, createCurvePanel } from './furniture/curve-panel.ts';
import { createFiguresPanel, type NamedFigure } from './furniture/figures-panel.ts';
import type { TableData } from './furniture/table-data.ts';
import { createTablePanel } from './furniture/table-panel.ts';
import type { FurnitureKit, Panel } from './furniture-kit.ts';
import { createTable } from './list-tables.ts';
import type { SheetOptions } from './sheet-spec.ts';
import { nameOf, type TableScope } from './tables/table-scope.ts';

/** What the panels of a sheet say: computed once, set at any size. */
export interface PanelData {
  readonly asOf: IsoDate;
  readonly deadline: IsoDate;
  readonly figures: readonly NamedFigure[];
  /** Tables and the curve in the order of the map. */
  readonly parts: readonly (TableData | { readonly id: 'curve'; readonly curve: CurveInput })[];
}

/** Computes figures, tables and curve of a map. */
export function readPanelData(
  kit: FurnitureKit,
  definition: MapDefinition,
  {
    scope,
    edition,
    ranking,
  }: { readonly scope: TableScope; readonly edition: EditionView; readonly ranking: SheetOptions['ranking'] },
): PanelData {
  const { context, area, language } = scope;
  const { campaign } = context.county;
  return {
    asOf: context.asOf,
    deadline: campaign.deadline,
    figures: definition.figures.flatMap((code): NamedFigure[] => {
      const printed = edition.figure(code, area.code);
      return printed ? [{ ...printed, name: describeIndicator(language, campaign, code).name }] : [];
    }),
    parts: definition.tables.flatMap((name): PanelData['parts'] => {
      if (name === 'curve') {
        const curve = readCurve(kit, definition, scope);
        // an indicator that never applied has no curve
        return curve.points.some(({ value }) => value !== null) ? [{ id: 'curve', curve }] : [];
      }
      const make = () => createTable(name, scope, definition.rankedBy);
      const table = edition.isPublic ? createPublicTable(name, { scope, view: edition }, make) : make();
      const shown = table?.id === 'ranking' ? limitRanking(kit, table, ranking) : table;
      return shown ? [shown] : [];
    }),
  };
}

/** All of a ranking, its front half with the benchmarks, or none. */
function limitRanking(kit: FurnitureKit, table: TableData, ranking: SheetOptions['ranking']): TableData | null {
  if (ranking !== 'front_half') return ranking === 'none' ? null : table;
  // benchmarks carry no rank
  const areas = table.rows.filter(([rank]) => rank !== '');
  const front = areas.slice(0, Math.ceil(areas.length / 2));
  const remark = [table.remark, kit.say('ranking_front_half')]
    .filter(Boolean)
    .join(kit.language === 'zh' ? '，' : ', ');
  return { ...table, remark, rows: [...front, ...table.rows.filter(([rank]) => rank === '')] };
}

/**
 * Panels of a sheet, most important first: countdown, figures, then `between` (legend and locator), then tables and curve.
 */
export function createSheetPanels(kit: FurnitureKit, data: PanelData, between: readonly Panel[]): Panel[] {
  return [
    createCountdownPanel(kit, data),
    createFiguresPanel(kit, {
      title: kit.say('figures'),
      remark: kit.say('as_of', { date: formatDate(data.asOf, kit.language) }),
      figures: data.figures,
    }),
    ...between,
    ...data.parts.map((part) => ('curve' in part ? createCurvePanel(kit, part.curve) : createTablePanel(kit, part))),
  ];
}

function readCurve(kit: FurnitureKit, definition: MapDefinition, scope: TableScope): CurveInput {
  const { context, area, language } = scope;
  const code = definition.rankedBy;
  const { unit, points } = computeSeries(context, code, area.code);
  // the highest level alone: lines of two would cross each other's names
  const benchmark = listBenchmarks(context, code)[0] ?? null;
  return {
    title: kit.say('curve'),
    remark: `${code} ${describeIndicator(language, context.county.campaign, code).name}`,
    unit,
    points,
    benchmark: benchmark && {
      value: benchmark.value,
      label: kit.say('benchmark', {
        name: nameOf(scope, benchmark),
        value: formatBenchmark(benchmark.value, unit, { language }),
        date: formatDate(benchmark.on, language),
      }),
    },
  };
}
