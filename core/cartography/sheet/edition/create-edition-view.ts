import type { IsoDate } from '../../../county/dates.ts';
import { computeFigure } from '../../../indicators/compute.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import type { FigureWithParts, IndicatorCode } from '../../../indicators/figure.ts';
import { formatDate, formatNumber } from '../../../indicators/format-figure.ts';
import type { Language } from '../../../texts/language.ts';
import { type TextKey, type TextValues, text } from '../../../texts/text.ts';
import { isPublicEdition, type SheetSpec } from '../sheet-spec.ts';
import { type CountyDisclosure, getCountyDisclosure } from './county-disclosure.ts';
import type { EditionCount, EditionFigure, EditionView } from './edition-view.ts';
import { publishDefinition } from './public-definition.ts';
import { publishFeatures } from './public-features.ts';
import { findStatistic, OPEN_FIGURES, type PublicStatisticName } from './public-figures.ts';
import { PUBLIC_LAYERS, PUBLIC_PANELS, PUBLIC_TABLES } from './public-layers.ts';
import type { CellMark, CellUnit } from './suppress-cells.ts';

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
  const printer = createPublicPrinter(context, { language, isDraft: options.plan !== null });
  const view: EditionView = {
    isPublic: true,
    countedOn: printer.counts?.asOf ?? null,
    allowsLayer: (layerId) => PUBLIC_LAYERS.has(layerId),
    allowsPanel: (panelId) => PUBLIC_PANELS.has(panelId),
    allowsTable: (table) => PUBLIC_TABLES.has(table),
    allowsFurniture: () => false,
    allowsFigure: (code) => OPEN_FIGURES.includes(code) || findStatistic(code) !== null,
    define: (definition) => publishDefinition(definition, view),
    publish: (layer, features) => publishFeatures({ layer, features, view, counts: printer.counts }),
    figure: (code, areaCode) => {
      const statistic = findStatistic(code);
      if (statistic !== null) return printCounted(printer, { statistic, code, areaCode });
      if (!OPEN_FIGURES.includes(code)) return null;
      return { figure: computeFigure(context, code, areaCode, { parts: false }), hidden: null, remark: null };
    },
    count: (count) => {
      const how = printer.mark(count);
      return how === 'shown' && printer.counts
        ? writeCount(printer.counts, count)
        : printer.writeHidden(how, count.unit);
    },
    mark: printer.mark,
  };
  return view;
}

/** What a public edition prints counts with. */
interface PublicPrinter {
  readonly language: Language;
  /** The county at the day of the counts; null = none may be printed. */
  readonly counts: IndicatorContext | null;
  readonly recent: IndicatorContext;
  mark(count: EditionCount): CellMark;
  say(key: TextKey<'sheetEditions'>, values?: TextValues): string;
  writeHidden(mark: CellMark, unit: CellUnit): string;
}

function createPublicPrinter(
  context: IndicatorContext,
  { language, isDraft }: { readonly language: Language; readonly isDraft: boolean },
): PublicPrinter {
  const disclosure: CountyDisclosure = getCountyDisclosure(context);
  // under a draft the counts would differ from those of other sheets of the county
  const release: IsoDate | null = isDraft ? null : disclosure.releaseOf(context.asOf);
  const say: PublicPrinter['say'] = (key, values = {}) => text(language, 'sheetEditions', key, values);
  return {
    language,
    counts: release === null ? null : context.at(release),
    recent: context,
    mark: (count) => (release === null ? 'withheld' : disclosure.mark({ ...count, release })),
    say,
    writeHidden: (mark, unit) => (mark === 'small' ? say(`small_${unit}`) : say('withheld')),
  };
}

/** A figure of households and people, at the day of the counts; hidden when either is. */
function printCounted(
  printer: PublicPrinter,
  {
    statistic,
    code,
    areaCode,
  }: { readonly statistic: PublicStatisticName; readonly code: IndicatorCode; readonly areaCode: string },
): EditionFigure {
  const { counts, say } = printer;
  const figure = computeFigure(counts ?? printer.recent, code, areaCode, { parts: false });
  if (counts === null) return { figure: emptyFigure(figure), hidden: say('withheld'), remark: say('no_counts_yet') };
  const remark = say('counts_on', { date: formatDate(counts.asOf, printer.language) });
  const households = printer.mark({ statistic, areaCode, unit: 'households' });
  const people = printer.mark({ statistic, areaCode, unit: 'people' });
  if (households === 'shown' && people === 'shown') return { figure, hidden: null, remark };
  // a mark of a count says nothing of a rate
  if (figure.unit !== 'households') return { figure: emptyFigure(figure), hidden: say('withheld'), remark };
  return {
    figure: emptyFigure(figure),
    hidden: printer.writeHidden(households, 'households'),
    remark: [say('people', { count: printer.writeHidden(people, 'people') }), remark].join(
      printer.language === 'zh' ? '　' : '   ',
    ),
  };
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
