/** The campaign word sets of domain.md section 2. */
export const words = {} as const;
