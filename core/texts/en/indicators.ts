import type { indicators as zh } from '../zh/indicators.ts';

/** Names, formulas, sources and reasons of the indicator register. */
export const indicators: Record<keyof typeof zh, string> = {};
