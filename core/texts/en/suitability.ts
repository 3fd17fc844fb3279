import type { suitability as zh } from '../zh/suitability.ts';

/** Where a site may stand: rules, factors, classes. */
export const suitability: Record<keyof typeof zh, string> = {
  note: 'A first screening of places; it does not replace the geological hazard assessment or land approval.',
};
