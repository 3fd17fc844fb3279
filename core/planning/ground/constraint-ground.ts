import { CONSTRAINT_EFFECTS, type ConstraintEffect, type ConstraintKind } from '../../county/kinds.ts';
import type { ConstraintRow } from '../../county/things.ts';
import { createBoxTree } from '../../geo/area-index.ts';
import { bboxOf } from '../../geo/bbox.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { isPointInArea } from '../../geo/point-in-polygon.ts';

/** The constraint areas of a county, ready to be asked. */
export interface ConstraintGround {
  readonly constraints: readonly ConstraintRow[];
  /** Areas that hold a position, their boundary included; in the order of the county. */
  listAt(position: LonLat): readonly ConstraintRow[];
  /** Whether the county has areas of a kind at all, and the strongest effect of them. */
  strongestOf(kind: ConstraintKind): ConstraintEffect | null;
}

/** Index over constraint areas. */
export function createConstraintGround(constraints: readonly ConstraintRow[]): ConstraintGround {
  const tree = createBoxTree(constraints.map(({ boundary }) => bboxOf(boundary)));
  const strongest = new Map<ConstraintKind, ConstraintEffect>();
  for (const { kind, effect } of constraints) {
    strongest.set(kind, strongerOf(effect, strongest.get(kind) ?? effect));
  }
  const searchAt = (position: LonLat): readonly ConstraintRow[] =>
    (tree?.search(position[0], position[1], position[0], position[1]) ?? [])
      .sort((a, b) => a - b)
      .flatMap((index) => {
        const constraint = constraints[index];
        return constraint && isPointInArea(position, constraint.boundary) ? [constraint] : [];
      });
  // each rule asks the same of one place
  let last: { readonly position: LonLat; readonly found: readonly ConstraintRow[] } | undefined;
  return {
    constraints,
    listAt(position) {
      if (last?.position[0] === position[0] && last.position[1] === position[1]) return last.found;
      const found = searchAt(position);
      last = { position, found };
      return found;
    },
    strongestOf: (kind) => strongest.get(kind) ?? null,
  };
}

/** The stronger of two effects: forbidden before argued before hint. */
export const strongerOf = (a: ConstraintEffect, b: ConstraintEffect): ConstraintEffect =>
  CONSTRAINT_EFFECTS.indexOf(a) <= CONSTRAINT_EFFECTS.indexOf(b) ? a : b;
