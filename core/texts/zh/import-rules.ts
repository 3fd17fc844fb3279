/** What a check says of rows, and how they may be repaired. */
export const importRules = {} as const;
