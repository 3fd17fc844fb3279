import type { DrawItem } from '../drawing.ts';
import { type FurnitureKit, type Panel, secondSaying } from '../furniture-kit.ts';
import { INK_2, lineItem, textItem } from '../shapes.ts';
import { shortenText } from '../wrap-text.ts';
import { headingHeight, panelHeading } from './panel-heading.ts';

/** Room to write in, millimetres: a hand needs as much on every paper. */
const LEAST_ROW = 9;
/** Share of a line that its words may take; the date has its own. */
const MOST_WORDS = 0.36;
const DATE_SHARE = 0.3;

/** Places for signatures: what each is signed as, a line to sign on, a line for the date. */
export function createSignaturesPanel(kit: FurnitureKit, signatures: readonly string[]): Panel {
  const size = kit.em.table;
  const row = Math.max(LEAST_ROW, size * 3);
  const height = headingHeight(kit) + row * signatures.length;
  const title = kit.say('signatures');
  return {
    id: 'signatures',
    title,
    isWhole: true,
    leastHeight: () => height,
    set: (width) => {
      const items: DrawItem[] = panelHeading(kit, title, { width, second: secondSaying(kit, 'signatures') });
      const stroke = { color: INK_2, width: kit.line(0.2) };
      const words = Math.min(
        width * MOST_WORDS,
        Math.max(...signatures.map((one) => kit.measure(one, 'sans', size))) + size,
      );
      const dateX = width * (1 - DATE_SHARE);
      const date = kit.say('signature_date');
      const dateWidth = kit.measure(date, 'sans', size) + size * 0.4;
      signatures.forEach((signature, index) => {
        const baseline = headingHeight(kit) + (index + 1) * row - size * 0.4;
        const shown = shortenText(signature, { measure: kit.measure, font: 'sans', size, width: words - size * 0.3 });
        items.push(
          textItem(shown, [0, baseline], { size }),
          lineItem([words, baseline + size * 0.2, dateX - size, baseline + size * 0.2], stroke),
          textItem(date, [dateX, baseline], { size, color: INK_2 }),
          lineItem([dateX + dateWidth, baseline + size * 0.2, width, baseline + size * 0.2], stroke),
        );
      });
      return { height, items, omitted: 0 };
    },
  };
}
