import type { choices as zh } from '../zh/choices.ts';

/** Answers of the solvers: sites and road programmes. */
export const choices: Record<keyof typeof zh, string> = {
  status_optimal: 'Proved optimal',
};
