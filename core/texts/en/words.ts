import type { words as zh } from '../zh/words.ts';

/** The campaign word sets of domain.md section 2. */
export const words: Record<keyof typeof zh, string> = {};
