import { createBoxTree } from '../../../geo/area-index.ts';
import { bboxOf } from '../../../geo/bbox.ts';
import { geodesicAreaSquareMeters } from '../../../geo/geodesic-area.ts';
import type { AreaGeometry } from '../../../geo/geometry.ts';
import { tryIntersection } from '../../../geo/mend-geometry.ts';
import { differenceOf } from '../../../geo/overlay.ts';
import { isCovered, shareSurface } from '../../../geo/relate-areas.ts';

/** Less than this is what rounding leaves between two borders of a county's length. */
export const LEAST_AREA_SQUARE_METERS = 1_000;

/** What a parent has and none of its children. */
export interface Uncovered {
  readonly squareMeters: number;
  /** Null where there is next to nothing, and where the overlay gave up. */
  readonly surface: AreaGeometry | null;
}

/**
 * What a parent has and none of its children. Where these share only borders and stay within their parent it is a matter of subtraction; an overlay, which is much
 * slower, is only asked where they do not: what two children have in common, or one has beyond its parent, must hide no gap.
 */
export function findUncovered(parent: AreaGeometry, children: readonly AreaGeometry[]): Uncovered {
  const left = children.reduce((sum, child) => sum - geodesicAreaSquareMeters(child), geodesicAreaSquareMeters(parent));
  const pairs = listOverlapping(children);
  const isDivision = pairs.length === 0 && children.every((child) => isCovered(child, parent));
  if (isDivision && left < LEAST_AREA_SQUARE_METERS) return { squareMeters: left, surface: null };
  try {
    const surface = differenceOf(parent, ...children);
    return { squareMeters: surface === null ? 0 : geodesicAreaSquareMeters(surface), surface };
  } catch {
    // the sweep of polyclip-ts throws where rounding leaves it rings that it cannot close
    const common = pairs.reduce((sum, [a, b]) => sum + surfaceOf(tryIntersection(a, b)), 0);
    return { squareMeters: left + common, surface: null };
  }
}

function listOverlapping(areas: readonly AreaGeometry[]): readonly (readonly [AreaGeometry, AreaGeometry])[] {
  const tree = createBoxTree(areas.map((area) => bboxOf(area)));
  return areas.flatMap((area, index) => {
    const others = tree?.search(...bboxOf(area), (each) => each > index) ?? [];
    return others
      .flatMap((other) => areas[other] ?? [])
      .filter((other) => shareSurface(area, other))
      .map((other) => [area, other] as const);
  });
}

const surfaceOf = (area: AreaGeometry | null): number => (area === null ? 0 : geodesicAreaSquareMeters(area));
