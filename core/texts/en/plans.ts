import type { plans as zh } from '../zh/plans.ts';

/** The planning page. */
export const plans: Record<keyof typeof zh, string> = {
  title: 'Planning',
};
