import type { maps as zh } from '../zh/maps.ts';

/** Titles, legends and map words, the same on screen and paper. */
export const maps: Record<keyof typeof zh, string> = {};
