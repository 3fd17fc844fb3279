import type { start as zh } from '../zh/start.ts';

/** What the start, the command line and the tests say while they work. */
export const start: Record<keyof typeof zh, string> = {};
