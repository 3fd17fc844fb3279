import { createConstraintRule } from './constraint-rule.ts';

/** Ground over 25 degrees that is to be given back (25°以上坡地), as mapped by the county; the measured slope is `natural_slope`. */
export const steepSlope = createConstraintRule('steep_slope');
