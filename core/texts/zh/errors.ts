/** Sentences for error codes (key = DomainError code). */
export const errors = {} as const;
