import { createConstraintRule } from './constraint-rule.ts';

/** Ground over mineral deposits (压覆区). */
export const mineralOverlap = createConstraintRule('mineral_overlap');
