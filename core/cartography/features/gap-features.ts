import { metersToKilometers, yuanToWan } from '../../units.ts';
import { type FeatureScope, nameIn } from './feature-scope.ts';
import { type GapParts, getGapParts } from './gap-parts.ts';
import { joinStateOf } from './join-view.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';
import { thinLine } from './segment-features.ts';
import { labelRoad } from './segment-properties.ts';

/**
 * What keeps the area's settlements from being joined, by `role`: `segment`, whole segments that have to be hardened; `new_road`, straight
 * stretches to the nearest road where none passes yet; `settlement`, the settlements themselves with the length and cost of what would join
 * them (null = nothing would). The least length for each settlement; what several need stands once, `settlements` says how many.
 */
export function buildGapFeatures(scope: FeatureScope): readonly MapFeature[] {
  const parts = getGapParts(scope.context, scope.area.code);
  return [...buildSegments(scope, parts), ...buildNewRoads(scope, parts), ...buildSettlements(scope, parts)];
}

const buildSegments = (scope: FeatureScope, { segments }: GapParts): readonly MapFeature[] =>
  [...segments].flatMap(([index, settlements]) => {
    const segment = scope.county.segments[index];
    if (!segment) return [];
    const km = toKilometers(segment.lengthMeters);
    return [
      createFeature(
        { role: 'segment', code: segment.code, label: labelRoad(scope, segment), km, settlements },
        { type: 'LineString', coordinates: thinLine(scope, segment.line.coordinates) },
      ),
    ];
  });

const buildNewRoads = (scope: FeatureScope, { newRoads }: GapParts): readonly MapFeature[] =>
  newRoads.map((road) =>
    createFeature(
      {
        role: 'new_road',
        code: `new:${road.code}`,
        label: nameIn(scope.language, road),
        km: toKilometers(road.meters),
        settlements: road.settlements,
      },
      {
        type: 'LineString',
        coordinates: [road.from, road.to].map((position) => roundPosition(position, scope.decimals)),
      },
    ),
  );

function buildSettlements(scope: FeatureScope, { gaps }: GapParts): readonly MapFeature[] {
  const joined = scope.context.joined();
  return gaps.flatMap(({ settlement, gap }) => {
    const place = scope.county.settlements[settlement];
    if (!place) return [];
    return [
      createFeature(
        {
          role: 'settlement',
          code: place.code,
          label: nameIn(scope.language, place),
          joinState: joinStateOf(joined, settlement),
          km: gap.lengthMeters === null ? null : toKilometers(gap.lengthMeters + (gap.newRoadMeters ?? 0)),
          wanYuan: gap.costYuan === null ? null : Math.round(yuanToWan(gap.costYuan) * 100) / 100,
          settlements: 1,
        },
        { type: 'Point', coordinates: roundPosition(place.position, scope.decimals) },
      ),
    ];
  });
}

/** To ten metres. */
const toKilometers = (meters: number): number => Math.round(metersToKilometers(meters) * 100) / 100;
