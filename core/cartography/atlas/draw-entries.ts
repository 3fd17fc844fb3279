import type { DrawItem, MeasureText, Rect } from '../sheet/drawing.ts';
import { INK_2, lineItem, textItem } from '../sheet/shapes.ts';
import { shortenText } from '../sheet/wrap-text.ts';
import type { PageLink } from './book-scope.ts';

/** A line that leads to a page. */
export interface PageEntry {
  readonly title: string;
  /** Small and grey behind the title. */
  readonly remark: string;
  readonly indent: number;
  readonly bold: boolean;
  /** What stands at the right end: page, pages, page and square. */
  readonly place: string;
  readonly page: number;
}

/** Draws lines column by column: title, dotted leader, place; each leads to its page. */
export function drawEntries(
  entries: readonly PageEntry[],
  {
    room,
    columns,
    rows,
    row,
    size,
    gap,
    measure,
  }: {
    readonly room: Rect;
    readonly columns: number;
    readonly rows: number;
    readonly row: number;
    readonly size: number;
    readonly gap: number;
    readonly measure: MeasureText;
  },
): { readonly items: readonly DrawItem[]; readonly links: readonly PageLink[] } {
  const width = (room.width - gap * (columns - 1)) / columns;
  const items: DrawItem[] = [];
  const links: PageLink[] = [];
  entries.forEach((entry, index) => {
    const left = room.x + Math.floor(index / rows) * (width + gap);
    const top = room.y + (index % rows) * row;
    items.push(...drawEntry(entry, { left, baseline: top + row * 0.7, width, size, measure }));
    links.push({ rect: { x: left, y: top, width, height: row }, page: entry.page });
  });
  for (let column = 1; column < Math.min(columns, Math.ceil(entries.length / rows)); column++) {
    const x = room.x + column * (width + gap) - gap / 2;
    items.push(lineItem([x, room.y, x, room.y + rows * row], { color: '#D8D4C8', width: 0.15 }));
  }
  return { items, links };
}

function drawEntry(
  { title, remark, indent, bold, place }: PageEntry,
  {
    left,
    baseline,
    width,
    size,
    measure,
  }: {
    readonly left: number;
    readonly baseline: number;
    readonly width: number;
    readonly size: number;
    readonly measure: MeasureText;
  },
): readonly DrawItem[] {
  const font = bold ? 'bold' : 'sans';
  const right = left + width;
  const x = left + indent;
  const placeWidth = measure(place, font, size);
  const small = size * 0.8;
  const room = right - placeWidth - size - x;
  const shown = shortenText(title, { measure, font, size, width: room });
  const titleEnd = x + measure(shown, font, size);
  const rest = right - placeWidth - size - titleEnd - size * 0.4;
  const remarkWidth = remark === '' ? 0 : measure(remark, 'sans', small);
  const hasRemark = remarkWidth > 0 && remarkWidth < rest;
  const from = titleEnd + (hasRemark ? remarkWidth + size * 0.4 : 0) + size * 0.5;
  const to = right - placeWidth - size * 0.4;
  return [
    textItem(shown, [x, baseline], { size, font }),
    ...(hasRemark ? [textItem(remark, [titleEnd + size * 0.4, baseline], { size: small, color: INK_2 })] : []),
    ...(to > from
      ? [
          lineItem([to, baseline - 0.1, from, baseline - 0.1], {
            color: INK_2,
            width: 0.28,
            dash: [0.01, size * 0.42],
            cap: 'round',
          }),
        ]
      : []),
    textItem(place, [right, baseline], { size, font, anchor: 'end' }),
  ];
}
