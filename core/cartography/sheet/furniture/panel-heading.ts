import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { baselineIn, INK, INK_2, lineItem, textItem } from '../shapes.ts';
import { shortenText } from '../wrap-text.ts';

/** Height of a panel's heading with the rule under it. */
export const headingHeight = (kit: FurnitureKit): number => kit.em.heading * 1.75;

/** Heading of a panel: bold title, a remark at the right where it fits, a rule below. */
export function panelHeading(
  kit: FurnitureKit,
  title: string,
  options: { readonly width: number; readonly remark?: string },
): DrawItem[] {
  const { heading, table } = kit.em;
  const height = headingHeight(kit);
  const rule = height - heading * 0.3;
  const baseline = baselineIn(0, heading * 1.35, heading);
  const titleWidth = kit.measure(title, 'bold', heading);
  const shown = shortenText(title, { measure: kit.measure, font: 'bold', size: heading, width: options.width });
  const items: DrawItem[] = [
    textItem(shown, [0, baseline], { size: heading, font: 'bold' }),
    lineItem([0, rule, options.width, rule], { color: INK, width: kit.line(0.5) }),
  ];
  const room = options.width - titleWidth - table;
  if (options.remark && room > table * 3) {
    const remark = shortenText(options.remark, { measure: kit.measure, font: 'sans', size: table, width: room });
    items.push(textItem(remark, [options.width, baseline], { size: table, color: INK_2, anchor: 'end' }));
  }
  return items;
}
