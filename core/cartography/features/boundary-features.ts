import { getBoundaryLines } from './boundary-lines.ts';
import type { FeatureScope } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';

/**
 * Boundary lines of the area and inside it. `rank`: county, town or village; `edge`: the line bounds the area asked for.
 */
export function buildBoundaryFeatures(scope: FeatureScope): readonly MapFeature[] {
  const inside = (code: string | null): boolean => code?.startsWith(scope.area.code) ?? false;
  const features: MapFeature[] = [];
  getBoundaryLines(scope.county).forEach(({ rank, sides, line }, i) => {
    const [first, second] = sides.map(inside);
    if (!first && !second) return;
    features.push(
      createFeature(
        { code: `boundary-${i}`, rank, edge: first !== second },
        { type: 'LineString', coordinates: line.map((position) => roundPosition(position, scope.decimals)) },
      ),
    );
  });
  return features;
}
