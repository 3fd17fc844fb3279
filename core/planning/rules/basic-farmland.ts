import { createConstraintRule } from './constraint-rule.ts';

/** Permanent basic farmland (永久基本农田). */
export const basicFarmland = createConstraintRule('basic_farmland');
