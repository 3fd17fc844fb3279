import type { compare as zh } from '../zh/compare.ts';

/** Comparison of plans. */
export const compare: Record<keyof typeof zh, string> = {
  title: 'Comparison of plans',
};
