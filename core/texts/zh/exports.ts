/** Exports and blank ledgers. */
export const exports = {} as const;
