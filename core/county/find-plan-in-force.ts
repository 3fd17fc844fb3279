import type { IsoDate } from './dates.ts';
import type { PlanRow } from './plan.ts';

/** The latest plan published by a day, null = none; a superseded one was in force until its successor came. */
export function findPlanInForce(plans: readonly PlanRow[], asOf: IsoDate): PlanRow | null {
  let latest: PlanRow | null = null;
  for (const plan of plans) {
    if (plan.status !== 'published' && plan.status !== 'superseded') continue;
    if (plan.publishedOn === null || plan.publishedOn > asOf) continue;
    if (latest === null || (latest.publishedOn ?? '') <= plan.publishedOn) latest = plan;
  }
  return latest;
}
