import { computeFigures } from '../../indicators/compute.ts';
import { formatDate, formatFigureValue } from '../../indicators/format-figure.ts';
import { describeIndicator } from '../../indicators/indicator-words.ts';
import { computeSeries } from '../../indicators/series.ts';
import type { MapDefinition } from '../map-definition.ts';
import { createCountdownPanel } from './furniture/countdown-panel.ts';
import { createCurvePanel } from './furniture/curve-panel.ts';
import { createFiguresPanel } from './furniture/figures-panel.ts';
import { createTablePanel } from './furniture/table-panel.ts';
import type { FurnitureKit, Panel } from './furniture-kit.ts';
import { createTable } from './list-tables.ts';
import { latestBenchmark } from './tables/ranking-table.ts';
import { nameOf, type TableScope } from './tables/table-scope.ts';

/** Countdown, figures, and the tables and charts that the map names, most important first. */
export function createSheetPanels(kit: FurnitureKit, definition: MapDefinition, scope: TableScope): Panel[] {
  const { context } = scope;
  const { campaign } = context.county;
  return [
    createCountdownPanel(kit, {
      asOf: context.asOf,
      deadline: campaign.deadline,
      campaign: nameOf(scope, campaign),
    }),
    createFigures(kit, definition, scope),
    ...definition.tables.flatMap((name): Panel[] => {
      if (name === 'curve') return [createCurve(kit, definition, scope)];
      const table = createTable(name, scope, definition.rankedBy);
      return table ? [createTablePanel(kit, table)] : [];
    }),
  ];
}

function createFigures(kit: FurnitureKit, definition: MapDefinition, { context, area, language }: TableScope): Panel {
  const figures = computeFigures(context, area.code, definition.figures, { parts: false });
  return createFiguresPanel(kit, {
    title: kit.say('figures'),
    remark: kit.say('as_of', { date: formatDate(context.asOf, language) }),
    figures: figures.map((figure) => ({
      figure,
      name: describeIndicator(language, context.county.campaign, figure.code).name,
    })),
  });
}

function createCurve(kit: FurnitureKit, definition: MapDefinition, scope: TableScope): Panel {
  const { context, area, language } = scope;
  const code = definition.rankedBy;
  const { unit, points } = computeSeries(context, code, area.code);
  const benchmark = latestBenchmark(scope, code);
  return createCurvePanel(kit, {
    title: kit.say('curve'),
    remark: `${code} ${describeIndicator(language, context.county.campaign, code).name}`,
    unit,
    asOf: context.asOf,
    points,
    benchmark: benchmark && {
      value: benchmark.value,
      label: kit.say('benchmark', {
        name: nameOf(scope, benchmark),
        value: formatFigureValue({ value: benchmark.value, unit }, { language }),
        date: formatDate(benchmark.on, language),
      }),
    },
  });
}
