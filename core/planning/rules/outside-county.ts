import { isPointInArea } from '../../geo/point-in-polygon.ts';
import { createFinding, type PlaceRule } from './place-rule.ts';

/** A site stands in its own county, the boundary included. */
export const outsideCounty: PlaceRule = {
  code: 'outside_county',
  judge: ({ boundary }, { position }, rule) =>
    createFinding(rule, { isBroken: boundary === null || !isPointInArea(position, boundary), strength: 'forbidden' }),
  // the grid holds the county's cells only
  judgeCells: () => null,
};
