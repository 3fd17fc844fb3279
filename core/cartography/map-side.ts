import type { Bbox } from '../geo/bbox.ts';
import { straightDistanceMeters } from '../geo/straight-distance.ts';

/** Side of the square that has the diagonal of a box, in metres: sizes that follow the ground are shares of it. */
export const mapSideMeters = ([west, south, east, north]: Bbox): number =>
  straightDistanceMeters([west, south], [east, north]) * Math.SQRT1_2;
