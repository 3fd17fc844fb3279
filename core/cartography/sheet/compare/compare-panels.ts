import { text } from '../../../texts/text.ts';
import { countDifferences, DIFFERENCE_LAYERS, DIFFERENCE_STATES } from '../../difference-look.ts';
import type { DrawItem } from '../drawing.ts';
import { headingHeight, panelHeading } from '../furniture/panel-heading.ts';
import type { FurnitureKit, Panel } from '../furniture-kit.ts';
import type { Paper } from '../paper.ts';
import { baselineIn, INK, INK_2, lineItem, textItem } from '../shapes.ts';
import { shortenText } from '../wrap-text.ts';
import { type CompareSheetContent, columnLetter } from './compare-sheet-spec.ts';
import { differenceLine, differenceMark, differenceSize } from './draw-differences.ts';

/** Height of a line against its em. */
const ROW = 1.75;
const SIGNS = ['sign_drawn', 'sign_checked', 'sign_approved', 'sign_date'] as const;

/** Legend and count in one: a row for each layer, a column for each state, the sample beside the number. */
export function createLegendPanel(
  kit: FurnitureKit,
  { comparison, columns }: CompareSheetContent,
  paper: Paper,
): Panel {
  const say = (key: Parameters<typeof text<'compare'>>[2], values = {}) => text(kit.language, 'compare', key, values);
  const size = kit.em.table;
  const row = size * ROW * 1.15;
  const title = say('sheet_legend', { before: 'A', after: columnLetter(columns.length - 1) });
  const height = headingHeight(kit) + row * (DIFFERENCE_LAYERS.length + 1);
  const counts = countDifferences(comparison.differences);
  const set = (width: number): { readonly height: number; readonly items: DrawItem[]; readonly omitted: number } => {
    const first = width * 0.3;
    const column = (width - first) / DIFFERENCE_STATES.length;
    const items = panelHeading(kit, title, { width });
    DIFFERENCE_STATES.forEach((state, at) => {
      const x = first + column * at;
      items.push(
        textItem(say(`state_${state}`), [x, baselineIn(headingHeight(kit), row, size)], { size, color: INK_2 }),
      );
    });
    DIFFERENCE_LAYERS.forEach((layer, line) => {
      const top = headingHeight(kit) + row * (line + 1);
      const name = shortenText(say(`layer_${layer}`), {
        measure: kit.measure,
        font: 'sans',
        size,
        width: first - size,
      });
      items.push(textItem(name, [0, baselineIn(top, row, size)], { size }));
      DIFFERENCE_STATES.forEach((state, at) => {
        const x = first + column * at;
        const count = counts[layer][state];
        const mark = differenceSize(paper, layer, state);
        if (layer === 'settlements' || layer === 'sites')
          items.push(differenceMark([x + size * 1.1, top + row / 2], { layer, state, size: mark }));
        else if (layer !== 'flows' || state !== 'same')
          items.push(differenceLine([x, top + row / 2, x + size * 2.2, top + row / 2], { state, width: mark }));
        items.push(textItem(String(count), [x + size * 2.6, baselineIn(top, row, size)], { size, font: 'bold' }));
      });
    });
    return { height, items, omitted: 0 };
  };
  return { id: 'legend', title, isWhole: true, leastHeight: () => height, set };
}

/** Which letter is which plan, in which version and at which day. */
export function createPlansPanel(kit: FurnitureKit, { columns }: CompareSheetContent): Panel {
  const title = text(kit.language, 'compare', 'sheet_plans');
  const size = kit.em.table * 1.05;
  const row = size * ROW;
  const height = headingHeight(kit) + row * columns.length;
  return {
    id: 'plans',
    title,
    isWhole: true,
    leastHeight: () => height,
    set: (width) => {
      const items = panelHeading(kit, title, { width });
      columns.forEach(({ name, plan, version, asOf }, at) => {
        const baseline = baselineIn(headingHeight(kit) + row * at, row, size);
        const facts = [
          ...(version === null ? [] : [plan, text(kit.language, 'compare', 'version', { version })]),
          asOf,
        ].join(' · ');
        const small = Math.max(kit.leastEm.text, size * 0.9);
        const room = width - size * 2.4 - kit.measure(facts, 'sans', small);
        items.push(
          textItem(columnLetter(at), [0, baseline], { size, font: 'bold' }),
          textItem(
            shortenText(name, { measure: kit.measure, font: 'bold', size, width: room }),
            [size * 1.4, baseline],
            {
              size,
              font: 'bold',
            },
          ),
          textItem(facts, [width, baseline], { size: small, color: INK_2, anchor: 'end' }),
        );
      });
      return { height, items, omitted: 0 };
    },
  };
}

/** Lines to be signed in the meeting, two beside each other. */
export function createSignPanel(kit: FurnitureKit): Panel {
  const size = kit.em.table * 1.05;
  const row = size * 2.9;
  const height = row * Math.ceil(SIGNS.length / 2);
  return {
    id: 'sign_off',
    title: text(kit.language, 'compare', 'sheet_signs'),
    isWhole: true,
    leastHeight: () => height,
    set: (width) => {
      const half = (width - size) / 2;
      const items = SIGNS.flatMap((key, at): DrawItem[] => {
        const x = (at % 2) * (half + size);
        const baseline = row * Math.floor(at / 2) + row * 0.72;
        const words = text(kit.language, 'compare', key);
        const from = x + kit.measure(words, 'sans', size) + size * 0.4;
        return [
          textItem(words, [x, baseline], { size }),
          lineItem([from, baseline + size * 0.2, x + half, baseline + size * 0.2], {
            color: INK,
            width: kit.line(0.3),
          }),
        ];
      });
      return { height, items, omitted: 0 };
    },
  };
}
