import { RequestError } from '#client/api/problem.ts';
import { type PlanAnswer, planRefusalSchema } from '#core/api/plans.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import { findSiteAssessment } from './site-assessment.ts';

/** A reason against a plan: of the plan itself, or of its last refused publication. */
export type PlanObstacle = Pick<PlanAnswer['faults'][number], 'code' | 'about' | 'text'>;

/** Sites that a plan places or moves and whose hazard assessment there it does not record, in the order of the commands. */
export function listUnassessed(commands: readonly PlanEdit[]): readonly string[] {
  const codes = new Set<string>();
  const removed = new Set<string>();
  for (const { kind, input } of commands) {
    if (kind === 'place_site' || kind === 'move_site') codes.add(input.siteCode);
    if (kind === 'remove_site') removed.add(input.siteCode);
  }
  return [...codes].filter((code) => !removed.has(code) && findSiteAssessment(commands, code) === 'missing');
}

/** Reasons of a refused publication, each once; none of other failures. */
export function readObstacles(error: unknown): readonly PlanObstacle[] {
  const refusal = planRefusalSchema.safeParse(error instanceof RequestError ? error.body : null);
  const obstacles = refusal.success ? refusal.data.errors : [];
  return [...new Map(obstacles.map((one) => [`${one.code} ${one.about}`, one])).values()];
}

/** Whether a plan stands over another one than that in force: it is not published until it is put over that. */
export const isBaseSuperseded = (plan: Pick<PlanAnswer, 'status' | 'basedOn'>, inForce: string | null): boolean =>
  (plan.status === 'draft' || plan.status === 'submitted') && plan.basedOn !== inForce;
