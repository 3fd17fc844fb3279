/** Titles, legends and map words, the same on screen and paper. */
export const maps = {} as const;
