/** Names of things, kinds, classes, stages and surfaces. */
export const things = {} as const;
