import type { imports as zh } from '../zh/imports.ts';

/** Reports and errors of imports. */
export const imports: Record<keyof typeof zh, string> = {};
