import type { DrawItem } from '../drawing.ts';
import { enlargeKit, type FurnitureKit, type Panel, secondSaying } from '../furniture-kit.ts';
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

/** Index of names by reference square, in as many columns as the width holds; `title` for a list of its own. */
export function createNameIndexPanel(
  kit: FurnitureKit,
  names: readonly IndexedName[],
  { id, title }: { readonly id: string; readonly title: string } = { id: 'name_index', title: kit.say('name_index') },
): Panel {
  const size = Math.max(kit.leastEm.text, kit.em.table * 0.92);
  const row = size * ROW;
  const squareWidth = kit.measure('W00', 'sans', size);
  const widest = Math.max(0, ...names.map(({ name }) => kit.measure(name, 'bold', size)));
  const entryWidth = Math.min(widest, size * 15) + squareWidth + size * 1.6;
  const columnsAt = (width: number): number => Math.max(1, Math.floor((width + size) / entryWidth));
  const heightFor = (rows: number): number => headingHeight(kit) + rows * row;
  return {
    id,
    title,
    leastHeight: (width) => heightFor(Math.min(LEAST_ROWS, Math.ceil(names.length / columnsAt(width)))),
    naturalHeight: (width) => heightFor(Math.ceil(names.length / columnsAt(width))),
    enlarge: (times) => createNameIndexPanel(enlargeKit(kit, times), names, { id, title }),
    // an index that is cut short is not begun: one looks in one place
    usefulHeight: (width) => heightFor(Math.ceil(names.length / columnsAt(width))),
    continueAfter: (count) =>
      createNameIndexPanel(kit, names.slice(count), {
        id,
        title: title === kit.say('name_index') ? kit.say('continued', { title }) : title,
      }),
    set: (width, height, setting = { goesOn: false }) => {
      const columns = columnsAt(width);
      const fitting = Math.floor((height - headingHeight(kit)) / row + 1e-6);
      const needed = Math.ceil(names.length / columns);
      const isWhole = needed <= fitting;
      // the last line says how many names are missing, unless they follow in the next column
      const rows = isWhole ? needed : Math.max(0, fitting - (setting.goesOn ? 0 : 1));
      const shown = names.slice(0, rows * columns);
      const omitted = names.length - shown.length;
      const columnWidth = (width + size) / columns;
      const items: DrawItem[] = panelHeading(kit, title, {
        width,
        remark: kit.say('name_index_note'),
        second: id === 'name_index' ? secondSaying(kit, 'name_index') : null,
      });
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
      const saysMore = omitted > 0 && !setting.goesOn;
      if (saysMore)
        items.push(
          textItem(
            kit.say(setting.onNextSheet ? 'more_on_next' : 'more_names', { count: omitted }),
            [0, headingHeight(kit) + rows * row + size * 1.05],
            {
              size,
              color: INK_2,
            },
          ),
        );
      return { height: heightFor(rows + (saysMore ? 1 : 0)), items, omitted, shown: shown.length };
    },
  };
}
