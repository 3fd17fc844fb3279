/** The import room of the page. */
export const importRoom = {} as const;
