import { createConstraintRule } from './constraint-rule.ts';

/** Protection zones of drinking water (水源保护区). */
export const waterSource = createConstraintRule('water_source');
