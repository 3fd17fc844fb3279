import { createLocalMetric } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { Language } from '../../texts/language.ts';
import { type TextKey, text } from '../../texts/text.ts';
import { type SayContext, sayDistance, sayFinding } from '../rules/say-finding.ts';
import type { FeasiblePlace } from './find-nearest-feasible.ts';
import type { PlaceRefusal } from './find-place-refusal.ts';

/** Of the position that is offered: a metre. */
const POSITION_DECIMALS = 5;

const DIRECTIONS = 8;

/** Why a site cannot be placed, as the values of the sentence `fault_forbidden_place`: the rule that speaks, and where it could stand. */
export const sayPlaceRefusal = (
  context: SayContext,
  { finding, nearest }: PlaceRefusal,
  position: LonLat,
): { readonly finding: string; readonly nearest: string } => ({
  finding: sayFinding(context, finding),
  nearest: sayNearest(context.language, nearest, position),
});

/** Where the nearest place that passes is, seen from a position: direction, distance, coordinates. */
export function sayNearest(language: Language, nearest: FeasiblePlace | null, position: LonLat): string {
  if (nearest === null) return text(language, 'suitability', 'nearest_none');
  return text(language, 'suitability', 'nearest_place', {
    direction: text(
      language,
      'suitability',
      `direction_${findDirection(position, nearest.position)}` as TextKey<'suitability'>,
    ),
    distance: sayDistance(language, nearest.straightMeters),
    position: nearest.position.map((degrees) => degrees.toFixed(POSITION_DECIMALS)).join(','),
  });
}

/** Eighth of the compass, 0 = north, clockwise. */
function findDirection(from: LonLat, to: LonLat): number {
  const [east, north] = createLocalMetric(from).toPlane(to);
  return (Math.round((Math.atan2(east, north) / (2 * Math.PI)) * DIRECTIONS) + DIRECTIONS) % DIRECTIONS;
}
