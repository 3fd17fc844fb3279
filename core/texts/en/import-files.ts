import type { importFiles as zh } from '../zh/import-files.ts';

/** Reading files: what was recognised, what is refused. */
export const importFiles: Record<keyof typeof zh, string> = {};
