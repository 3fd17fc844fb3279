import type { exports as zh } from '../zh/exports.ts';

/** Exports and blank ledgers. */
export const exports: Record<keyof typeof zh, string> = {};
