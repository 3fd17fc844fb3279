import { createFinding, type PlaceRule } from './place-rule.ts';

/**
 * Natural slope (rise over run) over the limit; without elevation it is not known and not broken.
 *
 * @see CJJ 83-2016, 4.0.1: natural slope of housing land should be less than 25 %
 */
export const naturalSlope: PlaceRule = {
  code: 'natural_slope',
  judge(ground, { position }, rule) {
    const slope = ground.slope()(position[0], position[1]);
    return createFinding(rule, {
      isBroken: slope > (rule.limit ?? Infinity),
      measured: Number.isNaN(slope) ? null : slope,
    });
  },
  judgeCells(layers, { limit, strength }) {
    const slopes = layers.slopes();
    return (cell) => ((slopes[cell] as number) > (limit ?? Infinity) ? strength : null);
  },
};
