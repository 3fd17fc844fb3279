/** Furniture, notes and editions of the printed sheets. */
export const sheets = {} as const;
