import { CONSTRAINT_KINDS, type ConstraintKind } from '../../county/kinds.ts';
import type { RuleCode, SiteRule } from '../../county/site-rule.ts';
import { strongerOf } from '../ground/constraint-ground.ts';
import type { SiteGround } from '../ground/site-ground.ts';
import { CELL_EFFECTS, EFFECT_BITS } from '../suitability/lay-constraints.ts';
import { createFinding, type JudgedPlace, type PlaceRule, speaks } from './place-rule.ts';
import type { RuleFinding } from './site-rule.ts';

/**
 * The rule of one kind of constraint area: broken inside, its boundary included. Where the county leaves the strength to the areas, the strongest of
 * those that hold the place speaks, of equally strong ones the first.
 */
export const createConstraintRule = (kind: ConstraintKind & RuleCode): PlaceRule => ({
  code: kind,
  judge: (ground, place, rule) => judgeConstraint(ground, place, { kind, rule }),
  judgeCells(layers, { strength }) {
    const effects = layers.constraintEffects();
    const shift = EFFECT_BITS * CONSTRAINT_KINDS.indexOf(kind);
    const verdicts = strength === null ? CELL_EFFECTS : CELL_EFFECTS.map((effect) => effect && strength);
    const mask = 2 ** EFFECT_BITS - 1;
    return (cell) => verdicts[((effects[cell] as number) >> shift) & mask] ?? null;
  },
});

function judgeConstraint(
  ground: SiteGround,
  { position }: JudgedPlace,
  { kind, rule }: { readonly kind: ConstraintKind; readonly rule: SiteRule },
): RuleFinding {
  const constraints = ground.constraints();
  const holding = constraints.listAt(position).filter((constraint) => constraint.kind === kind);
  const [first] = holding;
  if (!first) {
    return createFinding(rule, {
      isBroken: false,
      strength: rule.strength ?? constraints.strongestOf(kind) ?? 'forbidden',
    });
  }
  const strongest = holding.reduce((effect, constraint) => strongerOf(effect, constraint.effect), first.effect);
  const speaker = rule.strength === null ? holding.find(({ effect }) => effect === strongest) : first;
  return createFinding(rule, {
    isBroken: true,
    strength: rule.strength ?? strongest,
    about: speaks(speaker ?? first),
  });
}
