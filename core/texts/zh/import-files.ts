/** Reading files: what was recognised, what is refused. */
export const importFiles = {} as const;
