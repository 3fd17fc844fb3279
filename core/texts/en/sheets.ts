import type { sheets as zh } from '../zh/sheets.ts';

/** Furniture, notes and editions of the printed sheets. */
export const sheets: Record<keyof typeof zh, string> = {};
