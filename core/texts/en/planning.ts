import type { planning as zh } from '../zh/planning.ts';

/** Plans as the server and the sheets speak of them: commands, states, faults. */
export const planning: Record<keyof typeof zh, string> = {
  today: 'Today',
};
