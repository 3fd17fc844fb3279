import type { things as zh } from '../zh/things.ts';

/** Names of things, kinds, classes, stages and surfaces. */
export const things: Record<keyof typeof zh, string> = {};
