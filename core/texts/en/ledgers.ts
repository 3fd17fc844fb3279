import type { ledgers as zh } from '../zh/ledgers.ts';

/** Headers and words of ledgers. */
export const ledgers: Record<keyof typeof zh, string> = {};
