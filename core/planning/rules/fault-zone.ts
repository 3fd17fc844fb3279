import { createConstraintRule } from './constraint-rule.ts';

/** Fault zones (断裂带). */
export const faultZone = createConstraintRule('fault_zone');
