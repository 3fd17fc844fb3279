/** Headers and words of ledgers. */
export const ledgers = {} as const;
