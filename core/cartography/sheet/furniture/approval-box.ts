import type { IsoDate } from '../../../county/dates.ts';
import { formatDate } from '../../../indicators/format-figure.ts';
import type { FurnitureKit, Panel } from '../furniture-kit.ts';
import { INK, PAPER_WHITE, rectItem, textItem } from '../shapes.ts';

/** Height of a line against its em. */
const LINE = 1.55;

/** The map's approval number (审图号) and the day of the approval, as typed in, in a box of its own. */
export function createApprovalBox(
  kit: FurnitureKit,
  approval: { readonly number: string; readonly date: IsoDate },
): Panel & { readonly naturalWidth: number } {
  const size = kit.em.table * 1.25;
  const lines = [
    { text: kit.say('approval_number', { number: approval.number }), font: 'bold' as const, size },
    {
      text: kit.say('approval_date', { date: formatDate(approval.date, kit.language) }),
      font: 'sans' as const,
      size: size * 0.8,
    },
  ];
  const padding = size * 0.6;
  const height = lines.reduce((sum, line) => sum + line.size * LINE, 2 * padding);
  const naturalWidth = Math.max(...lines.map((line) => kit.measure(line.text, line.font, line.size))) + 2 * padding;
  return {
    id: 'approval',
    title: kit.say('approval'),
    naturalWidth,
    leastHeight: () => height,
    set: (width) => {
      // a number longer than the place is set smaller, never cut
      const fit = Math.min(1, width / naturalWidth);
      const boxWidth = Math.min(width, naturalWidth);
      let y = padding;
      const items = lines.map((line) => {
        y += line.size * LINE;
        return textItem(line.text, [padding * fit, y - line.size * 0.42], { size: line.size * fit, font: line.font });
      });
      const box = rectItem(
        { x: 0, y: 0, width: boxWidth, height },
        { fill: PAPER_WHITE, stroke: { color: INK, width: kit.line(0.3) } },
      );
      return { height, items: [box, ...items], omitted: 0 };
    },
  };
}
