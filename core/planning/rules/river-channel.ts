import { createConstraintRule } from './constraint-rule.ts';

/** River channels and what floods reach (河道). */
export const riverChannel = createConstraintRule('river_channel');
