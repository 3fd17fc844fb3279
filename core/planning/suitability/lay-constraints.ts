import { CONSTRAINT_EFFECTS, CONSTRAINT_KINDS, type ConstraintEffect } from '../../county/kinds.ts';
import type { ConstraintRow } from '../../county/things.ts';
import type { CountyCells } from './county-cells.ts';
import { fillArea } from './fill-area.ts';

/** Bits of a cell for each kind of constraint area. */
export const EFFECT_BITS = 2;

/** What the bits of a kind mean: 0 = no area of the kind, then ever stronger, so that the strongest is the greatest. */
export const CELL_EFFECTS: readonly (ConstraintEffect | null)[] = [null, ...CONSTRAINT_EFFECTS.toReversed()];

const FULL = 2 ** EFFECT_BITS - 1;

/**
 * The strongest effect of each kind of constraint area at each cell: kind `k` has the bits from `EFFECT_BITS * k` on.
 *
 * @yields after each area, so that others may take their turn
 */
export function* layConstraints(
  { frame, cells }: CountyCells,
  constraints: readonly ConstraintRow[],
): Generator<undefined, Uint32Array> {
  const all = new Uint32Array(frame.columns * frame.rows);
  for (const { kind, effect, boundary } of constraints) {
    const shift = EFFECT_BITS * CONSTRAINT_KINDS.indexOf(kind);
    const value = CELL_EFFECTS.indexOf(effect);
    fillArea(frame, boundary, (cell) => {
      const bits = all[cell] as number;
      if (((bits >> shift) & FULL) < value) all[cell] = (bits & ~(FULL << shift)) | (value << shift);
    });
    yield;
  }
  const effects = new Uint32Array(cells.length);
  for (let place = 0; place < cells.length; place++) effects[place] = all[cells[place] as number] as number;
  return effects;
}
