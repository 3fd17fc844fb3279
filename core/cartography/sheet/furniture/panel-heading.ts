import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { baselineIn, INK, INK_2, lineItem, textItem } from '../shapes.ts';
import { shortenText } from '../wrap-text.ts';

/** A heading in the second language against that in the first. */
const SECOND = 0.8;
/** Words are set smaller down to this before they are cut or left out. */
const LEAST_FIT = 0.7;

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
  const titleFit = Math.min(1, Math.max(LEAST_FIT, options.width / kit.measure(title, 'bold', heading)));
  const titleSize = Math.max(kit.leastEm.text, heading * titleFit);
  const shown = shortenText(title, { measure: kit.measure, font: 'bold', size: titleSize, width: options.width });
  const items: DrawItem[] = [
    textItem(shown, [0, baseline], { size: titleSize, font: 'bold' }),
    lineItem([0, rule, options.width, rule], { color: INK, width: kit.line(0.5) }),
  ];
  const remark = options.remark ?? '';
  const remarkWidth = remark === '' ? 0 : kit.measure(remark, 'sans', table) + table;
  let used = kit.measure(shown, 'bold', titleSize) + table;
  if (options.second) {
    const size = heading * SECOND;
    const natural = kit.measure(options.second, 'sans', size);
    const fit = Math.min(1, (options.width - used - remarkWidth) / natural);
    const isReadable = size * fit >= kit.leastEm.text;
    // a remark says in what unit the panel counts: it is not given up for a second heading
    if (fit >= LEAST_FIT && isReadable) {
      items.push(textItem(options.second, [used - table * 0.4, baseline], { size: size * fit }));
      used += natural * fit + table * 0.6;
    }
  }
  const room = options.width - used;
  if (remark !== '' && room > table * 3) {
    const fit = Math.min(1, Math.max(LEAST_FIT, room / kit.measure(remark, 'sans', table)));
    const size = Math.max(kit.leastEm.text, table * fit);
    const words = shortenText(remark, { measure: kit.measure, font: 'sans', size, width: room });
    items.push(textItem(words, [options.width, baseline], { size, color: INK_2, anchor: 'end' }));
  }
  return items;
}
