import type { SiteFactor } from '../../county/site-rule.ts';
import type { SuitabilityClass } from '../rules/site-rule.ts';

/** Classes by score are equal thirds of it: our own reading, without a source. */
const FAIR_SCORE = 1 / 3;
const GOOD_SCORE = 2 / 3;

/** Score of a measure: 1 at `best` and beyond, 0 at `worst` and beyond, linear between; 0 where it cannot be measured. */
export function scoreMeasure({ best, worst }: Pick<SiteFactor, 'best' | 'worst'>, measured: number): number {
  if (!Number.isFinite(measured)) return 0;
  return Math.min(1, Math.max(0, (measured - worst) / (best - worst)));
}

/** Class of a place that breaks no forbidding rule and none that asks for argument; without a score it is fair: nothing ranks it. */
export function classifyScore(score: number | null): SuitabilityClass {
  if (score === null) return 'fair';
  return score >= GOOD_SCORE ? 'good' : score >= FAIR_SCORE ? 'fair' : 'poor';
}
