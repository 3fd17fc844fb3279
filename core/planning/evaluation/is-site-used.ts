import type { SiteEvaluation } from './evaluation.ts';

/**
 * Whether a site counts with its capacity and its cost: it takes households, or some live there. A closed site keeps those who have moved in, and so the
 * houses in which they live; closing it saves neither.
 */
export const isSiteUsed = ({ isOpen, assigned }: Pick<SiteEvaluation, 'isOpen' | 'assigned'>): boolean =>
  isOpen || assigned.households > 0;
