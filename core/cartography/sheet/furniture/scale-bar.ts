import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { formatScale } from '../round-scale.ts';
import { INK, PAPER_WHITE, rectItem, textItem } from '../shapes.ts';

/** A scale bar with its round ground length. */
export interface ScaleBar {
  readonly items: readonly DrawItem[];
  readonly width: number;
  readonly height: number;
  /** Ground metres of the whole bar, and its millimetres on paper: exact at the printed scale. */
  readonly groundMeters: number;
  readonly barMillimeters: number;
}

const PARTS = 4;

/** Scale as a number and as a bar, upper left corner at (0, 0), at most `width` wide. */
export function createScaleBar(kit: FurnitureKit, scale: number, width: number): ScaleBar {
  const { heading, table } = kit.em;
  const endRoom = kit.measure(kit.say('kilometers', { count: '00' }), 'sans', table);
  const step = roundStep(((width - 2 * endRoom) / PARTS / 1000) * scale);
  const part = (step / scale) * 1000;
  const barHeight = table * 0.55;
  const top = heading * 1.5 + table * 1.5;
  const items: DrawItem[] = [
    textItem(kit.say('scale_text', { scale: formatScale(scale) }), [0, heading * 1.05], {
      size: heading,
      font: 'bold',
    }),
  ];
  for (let index = 0; index < PARTS; index++)
    items.push(
      rectItem(
        { x: index * part, y: top, width: part, height: barHeight },
        { fill: index % 2 === 0 ? INK : PAPER_WHITE, stroke: { color: INK, width: kit.line(0.25) } },
      ),
    );
  for (let index = 0; index <= PARTS; index++) {
    const meters = index * step;
    const inKilometers = step >= 1000 || (step * PARTS) % 1000 === 0;
    const number = String(inKilometers ? meters / 1000 : meters);
    const isLast = index === PARTS;
    const label = isLast ? kit.say(inKilometers ? 'kilometers' : 'meters', { count: number }) : number;
    // the last number stands over its mark, its unit after it
    const x = isLast ? index * part - kit.measure(number, 'sans', table) / 2 : index * part;
    const anchor = isLast ? 'start' : index === 0 ? 'start' : 'middle';
    items.push(textItem(label, [x, top - table * 0.4], { size: table, anchor }));
  }
  const centimeter = scale / 100;
  const ground = kit.say(centimeter >= 1000 ? 'kilometers' : 'meters', {
    count: centimeter >= 1000 ? String(centimeter / 1000) : String(centimeter),
  });
  items.push(
    textItem(kit.say('scale_ground', { distance: ground }), [0, top + barHeight + table * 1.35], {
      size: Math.max(kit.leastEm.text, table * 0.9),
    }),
  );
  return {
    items,
    width: PARTS * part + endRoom,
    height: top + barHeight + table * 1.8,
    groundMeters: step * PARTS,
    barMillimeters: part * PARTS,
  };
}

/** Largest of 1, 2, 2.5, 5 x 10^n that is not above `meters`; 2.5 only where it stays a whole number of metres. */
function roundStep(meters: number): number {
  const power = 10 ** Math.floor(Math.log10(meters));
  const mantissas = power >= 10 ? [5, 2.5, 2, 1] : [5, 2, 1];
  return (mantissas.find((mantissa) => mantissa * power <= meters) ?? 1) * power;
}
