import type { IsoDate } from '../../../county/dates.ts';
import { computeFigure } from '../../../indicators/compute.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import type { FigureWithParts, IndicatorCode } from '../../../indicators/figure.ts';
import { formatDate, formatNumber } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import type { FeatureCollection } from '../../features/map-feature.ts';
import type { FeatureLayer, MapDefinition, MapTable } from '../../map-definition.ts';
import { isPublicEdition, type SheetSpec } from '../sheet-spec.ts';
import { getCountyDisclosure } from './county-disclosure.ts';
import { publishDefinition } from './public-definition.ts';
import { publishFeatures } from './public-features.ts';
import { findStatistic, OPEN_FIGURES, type PublicStatisticName } from './public-figures.ts';
import { PUBLIC_LAYERS, PUBLIC_PANELS, PUBLIC_TABLES } from './public-layers.ts';
import type { CellMark, CellUnit } from './suppress-cells.ts';

/** A figure as an edition prints it. Where it is hidden, the object carries no numbers either. */
export interface EditionFigure {
  readonly figure: FigureWithParts;
  /** Printed in place of the value (`<3`, 不公开) and of all that goes with it; null = the figure is printed. */
  readonly hidden: string | null;
  /** What is said with it: day of the counts, the pair of a hidden count; null = nothing. */
  readonly remark: string | null;
}

/** A count of households or people of an area. */
export interface EditionCount {
  readonly statistic: PublicStatisticName;
  readonly areaCode: string;
  readonly unit: CellUnit;
}

/** Furniture that a public edition has not: it would give coordinates, lead to internal data or name what the public edition does not show. */
export type EditionFurniture = 'grid' | 'graticule' | 'squares' | 'name_index' | 'live_code' | 'telephones' | 'ranking';

/**
 * What an edition of a sheet may show and how it prints what it counts. Everything on a sheet that comes from data passes here before it is drawn: an
 * internal edition lets it through, a public one (and its review copy) lets through what is named in `public-layers.ts` and `public-figures.ts` and
 * hides small cells as `suppress-cells.ts` decides.
 */
export interface EditionView {
  readonly isPublic: boolean;
  /** Day of the counts of households and people: the sheet's on an internal edition; null = none may be printed. */
  readonly countedOn: IsoDate | null;
  allowsLayer(layerId: string): boolean;
  allowsPanel(panelId: string): boolean;
  allowsTable(table: MapTable): boolean;
  allowsFurniture(furniture: EditionFurniture): boolean;
  allowsFigure(code: IndicatorCode): boolean;
  /** The map definition without what the edition leaves out: layers, legend, figures, tables, notes. */
  define(definition: MapDefinition): MapDefinition;
  /** Features with the properties and counts that the edition may use. */
  publish(layer: FeatureLayer, features: FeatureCollection): FeatureCollection;
  /** A headline figure; null when the edition does not print it. */
  figure(code: IndicatorCode, areaCode: string): EditionFigure | null;
  /** A count as text; `—` where there is none. */
  count(count: EditionCount): string;
  /** How a count may be printed. */
  mark(count: EditionCount): CellMark;
}

/**
 * The view of an edition.
 *
 * @param context the county at the spec's date
 */
export function createEditionView(
  context: IndicatorContext,
  spec: Pick<SheetSpec, 'edition' | 'language' | 'options'>,
): EditionView {
  return isPublicEdition(spec.edition) ? createPublicView(context, spec) : createInternalView(context);
}

const createInternalView = (context: IndicatorContext): EditionView => ({
  isPublic: false,
  countedOn: context.asOf,
  allowsLayer: () => true,
  allowsPanel: () => true,
  allowsTable: () => true,
  allowsFurniture: () => true,
  allowsFigure: () => true,
  define: (definition) => definition,
  publish: (_layer, features) => features,
  figure: (code, areaCode) => ({
    figure: computeFigure(context, code, areaCode, { parts: false }),
    hidden: null,
    remark: null,
  }),
  count: (count) => writeCount(context, count),
  mark: () => 'shown',
});

function createPublicView(
  context: IndicatorContext,
  { language, options }: Pick<SheetSpec, 'language' | 'options'>,
): EditionView {
  const disclosure = getCountyDisclosure(context);
  // under a draft the counts would differ from those of other sheets of the county
  const countedOn = options.plan === null ? disclosure.releaseOf(context.asOf) : null;
  const counts = countedOn === null ? null : context.at(countedOn);
  const mark = (count: EditionCount): CellMark =>
    countedOn === null ? 'withheld' : disclosure.mark({ ...count, release: countedOn });
  const say = (key: Parameters<typeof text<'sheetEditions'>>[2], values: Readonly<Record<string, string>> = {}) =>
    text(language, 'sheetEditions', key, values);
  const writeHidden = (hidden: CellMark, unit: CellUnit): string =>
    hidden === 'small' ? say(`small_${unit}`) : say('withheld');
  const view: EditionView = {
    isPublic: true,
    countedOn,
    allowsLayer: (layerId) => PUBLIC_LAYERS.has(layerId),
    allowsPanel: (panelId) => PUBLIC_PANELS.has(panelId),
    allowsTable: (table) => PUBLIC_TABLES.has(table),
    allowsFurniture: () => false,
    allowsFigure: (code) => OPEN_FIGURES.includes(code) || findStatistic(code) !== null,
    define: (definition) => publishDefinition(definition, view),
    publish: (layer, features) => publishFeatures({ layer, features, view, counts }),
    figure: (code, areaCode) => {
      const statistic = findStatistic(code);
      if (statistic === null)
        return OPEN_FIGURES.includes(code)
          ? { figure: computeFigure(context, code, areaCode, { parts: false }), hidden: null, remark: null }
          : null;
      const figure = computeFigure(counts ?? context, code, areaCode, { parts: false });
      if (counts === null)
        return { figure: emptyFigure(figure), hidden: say('withheld'), remark: say('no_counts_yet') };
      const remark = say('counts_on', { date: formatDate(counts.asOf, language) });
      const marks = (['households', 'people'] as const).map(
        (unit) => [unit, mark({ statistic, areaCode, unit })] as const,
      );
      if (marks.every(([, one]) => one === 'shown')) return { figure, hidden: null, remark };
      const written = marks.map(([unit, one]) => writeHidden(one, unit));
      const isCount = figure.unit === 'households';
      return {
        figure: emptyFigure(figure),
        hidden: isCount ? (written[0] ?? '') : say('withheld'),
        remark: isCount ? [written[1], remark].join(language === 'zh' ? '　' : '   ') : remark,
      };
    },
    count: (count) => {
      if (counts === null) return say('withheld');
      const how = mark(count);
      return how === 'shown' ? writeCount(counts, count) : writeHidden(how, count.unit);
    },
    mark,
  };
  return view;
}

/** The figure with every number taken out. */
const emptyFigure = (figure: FigureWithParts): FigureWithParts => ({
  ...figure,
  value: null,
  numerator: null,
  denominator: null,
  pair: null,
  target: null,
  light: 'grey',
  lag: null,
  dueSoon: false,
  recovered: false,
  reason: null,
  parts: [],
});

/** Indicator whose value is the total of a statistic. */
const TOTALS = { targets: 'T1', relocation: 'S1', threatened: 'S4' } as const satisfies Readonly<
  Record<PublicStatisticName, IndicatorCode>
>;

function writeCount(context: IndicatorContext, { statistic, areaCode, unit }: EditionCount): string {
  const figure = computeFigure(context, TOTALS[statistic], areaCode, { parts: false });
  const of = unit === 'households' ? figure : figure.pair;
  const count = statistic === 'relocation' ? of?.denominator : of?.value;
  return count == null ? '—' : formatNumber(count, 0);
}
