import type { importRoom as zh } from '../zh/import-room.ts';

/** The import room of the page. */
export const importRoom: Record<keyof typeof zh, string> = {};
