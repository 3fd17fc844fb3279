/** Fields of planning, for `LabelledSelect`. */
export const PLAN_FIELD_LOOK = { field: 'plan-field', note: 'tool-note choices-note' } as const;
