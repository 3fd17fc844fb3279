import type { importDesk as zh } from '../zh/import-desk.ts';

/** Imports as a service: states, refusals, undoing. */
export const importDesk: Record<keyof typeof zh, string> = {};
