import type { Figure } from '../../../indicators/figure.ts';
import { formatFraction, formatLag, writeFigureValue } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit, Panel } from '../furniture-kit.ts';
import { HAIRLINE, INK_2, lineItem, textItem } from '../shapes.ts';
import { shortenText } from '../wrap-text.ts';
import { lightMark } from './light-mark.ts';
import { headingHeight, panelHeading } from './panel-heading.ts';

/** A figure with the name it is read by. */
export interface NamedFigure {
  readonly figure: Figure;
  readonly name: string;
  /** The name in the sheet's second language; null = one language. */
  readonly second?: string | null;
  /** Printed in place of value, numerator and denominator (`<3`, 不公开): a public edition; null = nothing is hidden. */
  readonly hidden?: string | null;
  /** Said below the name before the rest. */
  readonly remark?: string | null;
}

/** Height of one figure: the headline with air above it, the line below it with as much. */
const rowHeight = ({ em }: FurnitureKit): number => em.headline * 1.25 + em.table * 1.95;
/** Long names are set smaller, down to this share, before they are cut. */
const LEAST_NAME_FIT = 0.5;
/** Figures that at least belong on every sheet. */
const LEAST_FIGURES = 3;

/** The figures of the map: light, name, numerator and denominator, value in large numerals. */
export function createFiguresPanel(
  kit: FurnitureKit,
  input: {
    readonly title: string;
    readonly second: string | null;
    readonly remark: string;
    readonly figures: readonly NamedFigure[];
    /** The rest of what began in the column before. */
    readonly isContinued?: boolean;
  },
): Panel {
  const row = rowHeight(kit);
  const heightFor = (count: number): number => headingHeight(kit) + count * row;
  const count = input.figures.length;
  const moreHeight = kit.em.table * 1.5;
  return {
    id: 'figures',
    title: input.title,
    isWhole: true,
    leastHeight: () => heightFor(Math.min(count, LEAST_FIGURES)) + moreHeight,
    naturalHeight: () => heightFor(count),
    continueAfter: (shown) =>
      createFiguresPanel(kit, {
        ...input,
        title: input.isContinued ? input.title : kit.say('continued', { title: input.title }),
        isContinued: true,
        figures: input.figures.slice(shown),
      }),
    set: (width, height, setting) => {
      const isWhole = heightFor(count) <= height + 1e-6;
      const more = setting?.goesOn ? 0 : moreHeight;
      const shown = isWhole ? count : Math.max(0, Math.floor((height - headingHeight(kit) - more) / row + 1e-6));
      const items: DrawItem[] = panelHeading(kit, input.title, { width, remark: input.remark, second: input.second });
      input.figures.slice(0, shown).forEach((named, index) => {
        const top = headingHeight(kit) + index * row;
        items.push(...figureRow(kit, named, { top, width, row }));
        if (index > 0) items.push(lineItem([0, top, width, top], { color: HAIRLINE, width: kit.line(0.25) }));
      });
      if (isWhole) return { height: heightFor(count), items, omitted: 0 };
      const size = kit.em.table;
      const words = kit.say(setting?.onNextSheet ? 'more_on_next' : 'more', { count: count - shown });
      if (!setting?.goesOn) items.push(textItem(words, [0, heightFor(shown) + size * 1.1], { size, color: INK_2 }));
      return { height: heightFor(shown) + more, items, omitted: count - shown, shown };
    },
  };
}

function figureRow(
  kit: FurnitureKit,
  { figure, name, second = null, hidden = null, remark = null }: NamedFigure,
  at: { readonly top: number; readonly width: number; readonly row: number },
): DrawItem[] {
  const { headline, heading, table } = kit.em;
  const style = { language: kit.language };
  const markHeight = headline * 0.95;
  const { value, unit } = hidden === null ? writeFigureValue(figure, style) : { value: hidden, unit: '' };
  const unitSize = Math.max(kit.leastEm.text, heading * 0.8);
  const unitWidth = unit === '' ? 0 : kit.measure(unit, 'sans', unitSize) + headline * 0.18;
  const valueBaseline = at.top + headline * 1.12;
  const left = markHeight + headline * 0.35;
  const valueWidth = kit.measure(value, 'bold', headline) + unitWidth;
  const room = at.width - left - valueWidth - headline * 0.3;
  const title = `${figure.code} ${name}`;
  // a long name is set smaller before it is cut
  const nameFit = Math.min(1, Math.max(LEAST_NAME_FIT, room / kit.measure(title, 'bold', heading * 0.86)));
  const nameSize = Math.max(kit.leastEm.text, heading * 0.86 * nameFit);
  const label = shortenText(title, { measure: kit.measure, font: 'bold', size: nameSize, width: room });
  const details = joinDetails(kit, [second, remark, hidden === null ? detailOf(figure, kit) : null]);
  const line = { measure: kit.measure, font: 'sans' as const, width: at.width - left };
  const detailFit = Math.min(1, Math.max(0.75, line.width / kit.measure(details, 'sans', table)));
  const detailSize = Math.max(kit.leastEm.text, table * detailFit);
  const below = shortenText(details, { ...line, size: detailSize });
  return [
    ...lightMark(kit, figure.light, { x: 0, y: at.top + headline * 0.32, height: markHeight }),
    textItem(label, [left, valueBaseline - headline * 0.08], { size: nameSize, font: 'bold' }),
    textItem(value, [at.width - unitWidth, valueBaseline], { size: headline, font: 'bold', anchor: 'end' }),
    textItem(unit, [at.width, valueBaseline], { size: unitSize, anchor: 'end', color: INK_2 }),
    textItem(below, [left, valueBaseline + table * 1.4], { size: detailSize, color: INK_2 }),
  ];
}

/** Numerator and denominator, the pair, the distance to plan or the reason for there being no value. */
function detailOf(figure: Figure, kit: FurnitureKit): string {
  const style = { language: kit.language };
  const isPlainCount = figure.denominator === null;
  const parts = [
    isPlainCount ? null : formatFraction(figure, style),
    figure.pair ? formatFraction(figure.pair, style) : null,
    formatLag(figure, style),
    figure.value === null && figure.reason
      ? text(kit.language, 'indicators', `reason_${figure.reason}` as never)
      : null,
    figure.target?.basis === 'linear' ? text(kit.language, 'figures', 'spread_over_time') : null,
    figure.dueSoon ? text(kit.language, 'figures', 'due_soon') : null,
    figure.recovered ? text(kit.language, 'figures', 'recovered') : null,
  ];
  return joinDetails(kit, parts);
}

const joinDetails = (kit: FurnitureKit, parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(kit.language === 'zh' ? '　' : '   ');
