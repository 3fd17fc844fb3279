import { CONSTRAINT_KINDS, type ConstraintKind } from '../../county/kinds.ts';
import { EFFECT_BITS } from '../suitability/lay-constraints.ts';
import { createFinding, type PlaceRule, speaks } from './place-rule.ts';

const BUILDING_KINDS: readonly ConstraintKind[] = ['town_boundary', 'village_boundary'];

/** A place lies within a town's or a village's building boundary; a county without such boundaries breaks nothing. */
export const outsideBuildingBoundary: PlaceRule = {
  code: 'outside_building_boundary',
  judge(ground, { position }, rule) {
    const constraints = ground.constraints();
    const hasBoundaries = BUILDING_KINDS.some((kind) => constraints.strongestOf(kind) !== null);
    const holder = constraints.listAt(position).find(({ kind }) => BUILDING_KINDS.includes(kind));
    return createFinding(rule, { isBroken: hasBoundaries && !holder, about: holder ? speaks(holder) : null });
  },
  judgeCells({ ground, constraintEffects }, { strength }) {
    const constraints = ground.constraints();
    if (!BUILDING_KINDS.some((kind) => constraints.strongestOf(kind) !== null)) return null;
    const effects = constraintEffects();
    const full = 2 ** EFFECT_BITS - 1;
    const mask = BUILDING_KINDS.reduce(
      (bits, kind) => bits | (full << (EFFECT_BITS * CONSTRAINT_KINDS.indexOf(kind))),
      0,
    );
    return (cell) => (((effects[cell] as number) & mask) === 0 ? strength : null);
  },
};
