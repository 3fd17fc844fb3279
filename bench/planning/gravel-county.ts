import type { County } from '#core/county/county.ts';

/** Townships' and villages' roads, and those without a class: what programmes harden. */
const LOW_CLASSES: ReadonlySet<string> = new Set(['Y', 'C', 'Z']);

/**
 * The county with a share of its town and village roads turned to gravel, drawn by a congruential generator: the same for the same share. What was
 * known of their surfaces is forgotten. Harder for a road programme than the county itself, because much hangs together.
 */
export function turnToGravel(county: County, share: number): County {
  let drawn = 12_345;
  const draw = () => {
    drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
    return (drawn >>> 8) / 2 ** 24;
  };
  const segments = county.segments.map((segment) => {
    const isDrawn = draw() < share && LOW_CLASSES.has(segment.roadClass);
    if (!isDrawn) return segment;
    return {
      ...segment,
      events: segment.events.map((event) => (event.kind === 'surface' ? { ...event, value: 'gravel' } : event)),
    };
  });
  return { ...county, segments };
}
