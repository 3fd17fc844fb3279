import { computeFigure } from '../../../indicators/compute.ts';
import { formatFigureValue, writeAmount } from '../../../indicators/format-figure.ts';
import { labelPart } from '../../../indicators/part-label.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/** Hardening programme year by year: planned and completed kilometres (the parts of R6). */
export function createRoadProgrammeTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const figure = computeFigure(context, 'R6', area.code);
  const years = figure.parts.filter(({ part }) => part?.startsWith('year:'));
  if (years.length === 0) return null;
  const style = { language };
  const rowFor = (name: string, one: typeof figure | (typeof years)[number]): TableCell[] => [
    name,
    writeAmount(one.denominator, one.countUnit, style).value,
    writeAmount(one.numerator, one.countUnit, style).value,
    formatFigureValue(one, style),
    { light: one.light },
  ];
  return {
    id: 'road_programme',
    title: say(scope, 'road_programme'),
    columns: [
      wordColumn(say(scope, 'column_year')),
      numberColumn(say(scope, 'column_planned_km')),
      numberColumn(say(scope, 'column_done_km')),
      numberColumn(say(scope, 'column_rate')),
      { title: say(scope, 'column_light'), align: 'middle', rank: 1, isState: true },
    ],
    rows: [
      rowFor(say(scope, 'column_total'), figure),
      ...years.map((year) => rowFor(labelPart(language, context.county, year.part ?? ''), year)),
    ],
    boldRows: new Set([0]),
  };
}
