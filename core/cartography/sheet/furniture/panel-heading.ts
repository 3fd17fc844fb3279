import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { baselineIn, INK, INK_2, lineItem, textItem } from '../shapes.ts';
import { shortenText } from '../wrap-text.ts';

/** A heading in the second language against that in the first. */
const SECOND = 0.8;

/** Height of a panel's heading with the rule under it. */
export const headingHeight = (kit: FurnitureKit): number => kit.em.heading * 1.75;

/** Heading of a panel: bold title, the same in the second language, a remark at the right where it fits, a rule below. */
export function panelHeading(
  kit: FurnitureKit,
  title: string,
  options: { readonly width: number; readonly remark?: string; readonly second?: string | null },
): DrawItem[] {
  const { heading, table } = kit.em;
  const height = headingHeight(kit);
  const rule = height - heading * 0.3;
  const baseline = baselineIn(0, heading * 1.35, heading);
  const shown = shortenText(title, { measure: kit.measure, font: 'bold', size: heading, width: options.width });
  const items: DrawItem[] = [
    textItem(shown, [0, baseline], { size: heading, font: 'bold' }),
    lineItem([0, rule, options.width, rule], { color: INK, width: kit.line(0.5) }),
  ];
  let used = kit.measure(shown, 'bold', heading) + table;
  if (options.second) {
    const size = heading * SECOND;
    const room = options.width - used;
    const second = shortenText(options.second, { measure: kit.measure, font: 'sans', size, width: room });
    if (room > size * 3) {
      items.push(textItem(second, [used - table * 0.4, baseline], { size }));
      used += kit.measure(second, 'sans', size) + table * 0.6;
    }
  }
  const room = options.width - used;
  if (options.remark && room > table * 3) {
    const remark = shortenText(options.remark, { measure: kit.measure, font: 'sans', size: table, width: room });
    items.push(textItem(remark, [options.width, baseline], { size: table, color: INK_2, anchor: 'end' }));
  }
  return items;
}
