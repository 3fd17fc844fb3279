import { createFinding, type PlaceRule } from './place-rule.ts';

/** A road that is there passes within the limit (metres, straight); broken too where the county has no road at all. */
export const roadAccess: PlaceRule = {
  code: 'road_access',
  judge(ground, { position }, rule) {
    const meters = ground.roads().roads.nearest(position)?.meters ?? null;
    return createFinding(rule, { isBroken: (meters ?? Infinity) > (rule.limit ?? Infinity), measured: meters });
  },
  judgeCells(layers, { limit, strength }) {
    const { meters } = layers.roads();
    return (cell) => ((meters[cell] as number) > (limit ?? Infinity) ? strength : null);
  },
};
