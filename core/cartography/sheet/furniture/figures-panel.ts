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
  /** Parts that the figure is made of, largest first, said in place of numerator and denominator as far as there is room. */
  readonly parts?: readonly string[];
}

/** Height of one figure: the headline with air above it, the lines below it with as much. */
const rowHeight = ({ em }: FurnitureKit, lines: number): number =>
  em.headline * 1.25 + em.table * (1.95 + (lines - 1) * DETAIL_PITCH);
/** Pitch of the lines below a name, and how many there are at most. */
const DETAIL_PITCH = 1.25;
const MOST_LINES = 2;
/** Long names are set smaller, down to this share, before they are cut. */
const LEAST_NAME_FIT = 0.5;
/** Figures that at least belong on every sheet. */
const LEAST_FIGURES = 3;

interface FiguresInput {
  readonly title: string;
  readonly second: string | null;
  readonly remark: string;
  readonly figures: readonly NamedFigure[];
  /** The rest of what began in the column before. */
  readonly isContinued?: boolean;
}

/** The figures of the map: light, name, numerator and denominator, value in large numerals. */
export function createFiguresPanel(kit: FurnitureKit, input: FiguresInput): Panel {
  const count = input.figures.length;
  const heightFor = (width: number, shown: number): number =>
    input.figures.slice(0, shown).reduce((sum, named) => sum + heightOf(kit, named, width), headingHeight(kit));
  const moreHeight = kit.em.table * 1.5;
  return {
    id: 'figures',
    title: input.title,
    isWhole: true,
    leastHeight: (width) => heightFor(width, Math.min(count, LEAST_FIGURES)) + moreHeight,
    naturalHeight: (width) => heightFor(width, count),
    continueAfter: (shown) =>
      createFiguresPanel(kit, {
        ...input,
        title: input.isContinued ? input.title : kit.say('continued', { title: input.title }),
        isContinued: true,
        figures: input.figures.slice(shown),
      }),
    set: (width, height, setting) => {
      const isWhole = heightFor(width, count) <= height + 1e-6;
      const more = setting?.goesOn ? 0 : moreHeight;
      let shown = isWhole ? count : 0;
      while (shown < count && heightFor(width, shown + 1) <= height - more + 1e-6) shown++;
      const items: DrawItem[] = panelHeading(kit, input.title, { width, remark: input.remark, second: input.second });
      input.figures.slice(0, shown).forEach((named, index) => {
        const top = heightFor(width, index);
        items.push(...figureRow(kit, named, { top, width }));
        if (index > 0) items.push(lineItem([0, top, width, top], { color: HAIRLINE, width: kit.line(0.25) }));
      });
      if (isWhole) return { height: heightFor(width, count), items, omitted: 0 };
      const size = kit.em.table;
      const end = heightFor(width, shown);
      const words = kit.say(setting?.onNextSheet ? 'more_on_next' : 'more', { count: count - shown });
      if (!setting?.goesOn) items.push(textItem(words, [0, end + size * 1.1], { size, color: INK_2 }));
      return { height: end + more, items, omitted: count - shown, shown };
    },
  };
}

/** Where the words of a figure begin, right of its light. */
const textLeft = ({ em }: FurnitureKit): number => em.headline * (MARK + 0.35);
/** Height of a light against the headline. */
const MARK = 0.95;

const heightOf = (kit: FurnitureKit, named: NamedFigure, width: number): number =>
  rowHeight(kit, layDetails(kit, named, width - textLeft(kit)).lines.length);

function figureRow(
  kit: FurnitureKit,
  named: NamedFigure,
  at: { readonly top: number; readonly width: number },
): DrawItem[] {
  const { figure, name, hidden = null } = named;
  const { headline, heading, table } = kit.em;
  const { value, unit } =
    hidden === null ? writeFigureValue(figure, { language: kit.language }) : { value: hidden, unit: '' };
  const unitSize = Math.max(kit.leastEm.text, heading * 0.8);
  const unitWidth = unit === '' ? 0 : kit.measure(unit, 'sans', unitSize) + headline * 0.18;
  const valueBaseline = at.top + headline * 1.12;
  const left = textLeft(kit);
  const valueWidth = kit.measure(value, 'bold', headline) + unitWidth;
  const room = at.width - left - valueWidth - headline * 0.3;
  const title = `${figure.code} ${name}`;
  // a long name is set smaller before it is cut
  const nameFit = Math.min(1, Math.max(LEAST_NAME_FIT, room / kit.measure(title, 'bold', heading * 0.86)));
  const nameSize = Math.max(kit.leastEm.text, heading * 0.86 * nameFit);
  const label = shortenText(title, { measure: kit.measure, font: 'bold', size: nameSize, width: room });
  const details = layDetails(kit, named, at.width - left);
  return [
    ...lightMark(kit, figure.light, { x: 0, y: at.top + headline * 0.32, height: headline * MARK }),
    textItem(label, [left, valueBaseline - headline * 0.08], { size: nameSize, font: 'bold' }),
    textItem(value, [at.width - unitWidth, valueBaseline], { size: headline, font: 'bold', anchor: 'end' }),
    textItem(unit, [at.width, valueBaseline], { size: unitSize, anchor: 'end', color: INK_2 }),
    ...details.lines.map((line, index) =>
      textItem(line, [left, valueBaseline + table * (1.52 + index * DETAIL_PITCH)], {
        size: details.size,
        color: INK_2,
      }),
    ),
  ];
}

/** Details are set smaller down to this share before they take a second line. */
const LEAST_DETAIL_FIT = 0.85;

/** What stands below the name of a figure, in one line where it can be read so, else in two; what is too long for both is cut. */
function layDetails(
  kit: FurnitureKit,
  named: NamedFigure,
  width: number,
): { readonly lines: readonly string[]; readonly size: number } {
  const { table } = kit.em;
  const pieces = piecesOf(kit, named);
  const whole = joinDetails(kit, pieces);
  const fit = Math.min(1, width / kit.measure(whole, 'sans', table));
  if (fit >= LEAST_DETAIL_FIT && (fit === 1 || table * fit >= kit.leastEm.text))
    return { lines: [whole], size: table * fit };
  const lines: string[] = [];
  for (const piece of pieces) {
    const longer = joinDetails(kit, [lines.at(-1) ?? null, piece]);
    const isFull = lines.length > 0 && kit.measure(longer, 'sans', table) > width;
    if (isFull && lines.length < MOST_LINES) lines.push(piece);
    // parts of a whole are left out rather than cut
    else if (isFull && named.parts?.includes(piece)) break;
    else lines.splice(-1, 1, longer);
  }
  const style = { measure: kit.measure, font: 'sans' as const, size: table, width };
  return { lines: lines.map((line) => shortenText(line, style)), size: table };
}

/** Everything below the name of a figure that is said of it. */
function piecesOf(
  kit: FurnitureKit,
  { figure, second = null, hidden = null, remark = null, parts = [] }: NamedFigure,
): readonly string[] {
  const said = hidden === null ? (parts.length > 0 ? parts : listDetails(figure, kit)) : [];
  return [second, remark, ...said].filter((piece): piece is string => piece !== null && piece !== '');
}

/** Numerator and denominator, the pair, the distance to plan or the reason for there being no value. */
function listDetails(figure: Figure, kit: FurnitureKit): readonly (string | null)[] {
  const style = { language: kit.language };
  const isPlainCount = figure.denominator === null;
  return [
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
}

const joinDetails = (kit: FurnitureKit, parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(kit.language === 'zh' ? '　' : '   ');
