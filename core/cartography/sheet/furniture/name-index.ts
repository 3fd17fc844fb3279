import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit, Panel } from '../furniture-kit.ts';
import { INK_2, textItem } from '../shapes.ts';
import { shortenText } from '../wrap-text.ts';
import { headingHeight, panelHeading } from './panel-heading.ts';

/** A name of the index and the square in which it is found. */
export interface IndexedName {
  readonly name: string;
  readonly square: string;
  /** Set in bold: towns on a county sheet. */
  readonly strong: boolean;
}

const ROW = 1.5;
const LEAST_ROWS = 5;

/** Index of names by reference square, in as many columns as the width holds. */
export function createNameIndexPanel(kit: FurnitureKit, names: readonly IndexedName[]): Panel {
  const size = kit.em.table * 0.92;
  const row = size * ROW;
  const squareWidth = kit.measure('W00', 'sans', size);
  const widest = Math.max(0, ...names.map(({ name }) => kit.measure(name, 'bold', size)));
  const entryWidth = Math.min(widest, size * 9) + squareWidth + size * 1.6;
  const columnsAt = (width: number): number => Math.max(1, Math.floor((width + size) / entryWidth));
  const heightFor = (rows: number): number => headingHeight(kit) + rows * row;
  return {
    id: 'name_index',
    title: kit.say('name_index'),
    leastHeight: (width) => heightFor(Math.min(LEAST_ROWS, Math.ceil(names.length / columnsAt(width)))),
    set: (width, height) => {
      const columns = columnsAt(width);
      const fitting = Math.floor((height - headingHeight(kit)) / row + 1e-6);
      const needed = Math.ceil(names.length / columns);
      const isWhole = needed <= fitting;
      // the last line says how many names are missing
      const rows = isWhole ? needed : Math.max(0, fitting - 1);
      const shown = names.slice(0, rows * columns);
      const omitted = names.length - shown.length;
      const columnWidth = (width + size) / columns;
      const items: DrawItem[] = panelHeading(kit, kit.say('name_index'), { width, remark: kit.say('name_index_note') });
      shown.forEach(({ name, square, strong }, index) => {
        const x = Math.floor(index / rows) * columnWidth;
        const y = headingHeight(kit) + (index % rows) * row + size * 1.05;
        const font = strong ? 'bold' : 'sans';
        const room = columnWidth - squareWidth - size * 1.2;
        const label = shortenText(name, { measure: kit.measure, font, size, width: room });
        items.push(
          textItem(label, [x, y], { size, font }),
          textItem(square, [x + columnWidth - size, y], { size, color: INK_2, anchor: 'end' }),
        );
      });
      if (omitted > 0)
        items.push(
          textItem(kit.say('more_names', { count: omitted }), [0, headingHeight(kit) + rows * row + size * 1.05], {
            size,
            color: INK_2,
          }),
        );
      return { height: heightFor(rows + (omitted > 0 ? 1 : 0)), items, omitted };
    },
  };
}
