import { findNearestHazard } from '../ground/find-nearest-hazard.ts';
import { createFinding, type PlaceRule, speaks } from './place-rule.ts';

/**
 * The warning distance (metres, straight) from the edge of a threatened area, or from a hazard point whose area is not known. Inside an area the
 * distance is 0 and `threatened_area` has spoken already. The distance is the office's own; its default is a sample value without a source.
 */
export const nearThreatenedArea: PlaceRule = {
  code: 'near_threatened_area',
  judge(ground, { position }, rule) {
    const nearest = findNearestHazard(ground.hazards(), position);
    return createFinding(rule, {
      isBroken: nearest !== null && nearest.meters < (rule.limit ?? 0),
      measured: nearest?.meters ?? null,
      about: nearest ? speaks(nearest.hazard) : null,
    });
  },
  judgeCells(layers, { limit, strength }) {
    const meters = layers.hazardMeters();
    return (cell) => ((meters[cell] as number) < (limit ?? 0) ? strength : null);
  },
};
