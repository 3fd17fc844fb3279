import type { County } from '../../county/county.ts';
import type { IsoDate } from '../../county/dates.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { getSiteGround } from '../ground/site-ground.ts';
import { findForbidding } from '../rules/judge-place.ts';
import type { RuleFinding } from '../rules/site-rule.ts';
import { type FeasiblePlace, findNearestFeasible } from './find-nearest-feasible.ts';

/** Why no site may be placed somewhere, and where the nearest place is at which it may. */
export interface PlaceRefusal {
  /** The first forbidding rule that is broken. */
  readonly finding: RuleFinding;
  /** Null = nowhere in the county. */
  readonly nearest: FeasiblePlace | null;
}

/** Whether a forbidding rule refuses a site at a position at a day (default: the data date); null = none does. */
export function findPlaceRefusal(county: County, position: LonLat, asOf?: IsoDate): PlaceRefusal | null {
  const ground = getSiteGround(county, asOf);
  const finding = findForbidding(ground, position);
  return finding ? { finding, nearest: findNearestFeasible(county, position, { asOf: ground.asOf }) } : null;
}
