/** Names, formulas, sources and reasons of the indicator register. */
export const indicators = {} as const;
