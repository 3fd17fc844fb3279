/** Reports and errors of imports. */
export const imports = {} as const;
