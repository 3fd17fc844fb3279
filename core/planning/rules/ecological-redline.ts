import { createConstraintRule } from './constraint-rule.ts';

/** Ecological redline (生态保护红线). */
export const ecologicalRedline = createConstraintRule('ecological_redline');
