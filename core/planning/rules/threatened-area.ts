import { createFinding, type PlaceRule, speaks } from './place-rule.ts';

/** Nobody is moved into the area that a hazard point threatens, its boundary included. */
export const threatenedArea: PlaceRule = {
  code: 'threatened_area',
  judge(ground, { position }, rule) {
    const hazard = ground.hazards().findThreatening(position);
    return createFinding(rule, {
      isBroken: hazard !== undefined,
      strength: 'forbidden',
      about: hazard ? speaks(hazard) : null,
    });
  },
  judgeCells(layers) {
    const threatened = layers.threatened();
    return (cell) => (threatened[cell] === 1 ? 'forbidden' : null);
  },
};
