import type { IsoDate } from './dates.ts';
import type { PlanRow } from './plan.ts';

/** The latest plan published by a day, null = none; a superseded one was in force until its successor came. */
export function findPlanInForce(plans: readonly PlanRow[], asOf: IsoDate): PlanRow | null {
  let latest: PlanRow | null = null;
  for (const plan of plans) {
    if (plan.status !== 'published' && plan.status !== 'superseded') continue;
    if (plan.publishedOn === null || plan.publishedOn > asOf) continue;
    if (latest === null || isNotBefore(plan, latest)) latest = plan;
  }
  return latest;
}

/** Of two plans of one day, that which stands over the later data came after the other. */
function isNotBefore(plan: PlanRow, other: PlanRow): boolean {
  const [on, otherOn] = [plan.publishedOn ?? '', other.publishedOn ?? ''];
  return on === otherOn ? (plan.baseRevision ?? 0) >= (other.baseRevision ?? 0) : on > otherOn;
}
