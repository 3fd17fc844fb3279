/** Imports as a service: states, refusals, undoing. */
export const importDesk = {} as const;
