import type { FurnitureKit, Panel } from '../furniture-kit.ts';
import { enlargeKit } from '../furniture-kit.ts';
import { textItem } from '../shapes.ts';
import { wrapText } from '../wrap-text.ts';
import { headingHeight, panelHeading } from './panel-heading.ts';

const LEADING = 1.5;

/** Sentences that found no room under the map, as a panel; broken between sentences. */
export function createNotesPanel(kit: FurnitureKit, sentences: readonly string[]): Panel {
  const size = Math.max(kit.leastEm.text, kit.em.table * 0.92);
  const pitch = size * LEADING;
  const title = kit.say('notes');
  const wrapAt = (width: number): readonly (readonly string[])[] =>
    sentences.map((sentence) => wrapText(sentence, { measure: kit.measure, font: 'sans', size, width }));
  const heightOf = (lines: number): number => headingHeight(kit) + lines * pitch;
  return {
    id: 'notes',
    title,
    leastHeight: (width) => heightOf(wrapAt(width)[0]?.length ?? 0),
    enlarge: (times) => createNotesPanel(enlargeKit(kit, times), sentences),
    continueAfter: (count) => createNotesPanel(kit, sentences.slice(count)),
    set: (width, height) => {
      const wrapped = wrapAt(width);
      const lines: string[] = [];
      let shown = 0;
      for (const sentence of wrapped) {
        if (heightOf(lines.length + sentence.length) > height + 1e-6) break;
        lines.push(...sentence);
        shown++;
      }
      return {
        height: heightOf(lines.length),
        items: [
          ...panelHeading(kit, title, { width }),
          ...lines.map((line, row) => textItem(line, [0, headingHeight(kit) + row * pitch + size], { size })),
        ],
        omitted: sentences.length - shown,
        shown,
      };
    },
  };
}
