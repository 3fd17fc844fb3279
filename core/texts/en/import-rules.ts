import type { importRules as zh } from '../zh/import-rules.ts';

/** What a check says of rows, and how they may be repaired. */
export const importRules: Record<keyof typeof zh, string> = {};
