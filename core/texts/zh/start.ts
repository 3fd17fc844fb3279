/** What the start, the command line and the tests say while they work. */
export const start = {} as const;
