import type { app as zh } from '../zh/app.ts';

/** Words and sentences of the screen's shell, panels and controls. */
export const app: Record<keyof typeof zh, string> = {};
