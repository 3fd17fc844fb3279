import type { IsoDate } from '../../county/dates.ts';
import { listBenchmarks } from '../../indicators/benchmarks.ts';
import { computeFigure } from '../../indicators/compute.ts';
import { formatBenchmark, formatCount, formatDate } from '../../indicators/format-figure.ts';
import { describeIndicator } from '../../indicators/indicator-words.ts';
import { CAUSES_CODE, listLargestParts } from '../../indicators/largest-parts.ts';
import { labelPart } from '../../indicators/part-label.ts';
import { computeSeries } from '../../indicators/series.ts';
import type { MapDefinition } from '../map-definition.ts';
import type { EditionView } from './edition/edition-view.ts';
import { createCountdownPanel } from './furniture/countdown-panel.ts';
import { type CurveInput, createCurvePanel } from './furniture/curve-panel.ts';
import { createFiguresPanel, type NamedFigure } from './furniture/figures-panel.ts';
import type { TableData } from './furniture/table-data.ts';
import { createTablePanel } from './furniture/table-panel.ts';
import { type FurnitureKit, type Panel, secondSaying } from './furniture-kit.ts';
import { createLogTable } from './hand-kept/keep-table.ts';
import type { SheetOptions } from './sheet-spec.ts';
import { readTable } from './tables/read-table.ts';
import { nameOf, type TableScope } from './tables/table-scope.ts';

/** What the panels of a sheet say: computed once, set at any size. */
export interface PanelData {
  readonly asOf: IsoDate;
  readonly deadline: IsoDate;
  readonly figures: readonly NamedFigure[];
  /** Where what was struck off by hand is signed for; null = the sheet is not kept by hand. */
  readonly log: TableData | null;
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
    options,
  }: { readonly scope: TableScope; readonly edition: EditionView; readonly options: SheetOptions },
): PanelData {
  const { context, area, language } = scope;
  const { campaign } = context.county;
  return {
    asOf: context.asOf,
    deadline: campaign.deadline,
    figures: definition.figures.flatMap((code): NamedFigure[] => {
      const printed = edition.figure(code, area.code);
      const second = options.secondLanguage && describeIndicator(options.secondLanguage, campaign, code).name;
      if (!printed) return [];
      const parts = code === CAUSES_CODE && !edition.isPublic ? writeCauses(scope) : [];
      return [{ ...printed, name: describeIndicator(language, campaign, code).name, second, parts }];
    }),
    parts: definition.tables.flatMap((name): PanelData['parts'] => {
      if (name === 'curve') {
        const curve = readCurve(kit, definition, scope);
        // an indicator that never applied has no curve
        return curve.points.some(({ value }) => value !== null) ? [{ id: 'curve', curve }] : [];
      }
      const table = readTable(name, { scope, edition, options, rankedBy: definition.rankedBy });
      return table ? [table] : [];
    }),
    log: options.isHandKept ? createLogTable(scope) : null,
  };
}

/** Main causes with their households, largest first: the causes add up to T1, whose count is not said a second time. */
function writeCauses({ context, area, language }: TableScope): readonly string[] {
  const { parts, countUnit } = computeFigure(context, CAUSES_CODE, area.code);
  return listLargestParts(parts).map(
    ({ part, numerator }) =>
      `${labelPart(language, context.county, part ?? '')} ${formatCount(numerator ?? 0, countUnit, { language })}`,
  );
}

/**
 * Panels of a sheet, most important first: countdown, figures, then `between` (legend and locator), then tables and curve.
 */
export function createSheetPanels(kit: FurnitureKit, data: PanelData, between: readonly Panel[]): Panel[] {
  return [
    createCountdownPanel(kit, data),
    createFiguresPanel(kit, {
      title: kit.say('figures'),
      second: secondSaying(kit, 'figures'),
      remark: kit.say('as_of', { date: formatDate(data.asOf, kit.language) }),
      figures: data.figures,
    }),
    ...between,
    ...(data.log ? [createTablePanel(kit, data.log)] : []),
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
    second: secondSaying(kit, 'curve'),
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
