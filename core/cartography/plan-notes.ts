import { findPlanInForce } from '../county/find-plan-in-force.ts';
import type { PlanRow } from '../county/plan.ts';
import { formatDate, formatNumber } from '../indicators/format-figure.ts';
import { getPlannedCounty } from '../planning/planned-county.ts';
import { type MapScene, mapText } from './map-scene.ts';

/** The plan by which a map shows measures, places of work and progress, with its day, and what of it does not fit the data any more; what map 1 shows needs no plan. */
export function createPlanNotes(scene: MapScene): readonly string[] {
  const plan = findPlanInForce(scene.county.plans, scene.context.asOf);
  if (plan === null || plan.publishedOn === null || scene.map === 'targets') return [];
  const name = scene.language === 'en' ? plan.nameEn : plan.name;
  const date = formatDate(plan.publishedOn, scene.language);
  const unfit = countUnfit(scene, plan);
  return [
    plan.baseRevision == null
      ? mapText(scene, 'note_plan', { plan: name, date })
      : mapText(scene, 'note_plan_revision', { plan: name, code: plan.code, date, revision: plan.baseRevision }),
    ...(unfit === 0 ? [] : [mapText(scene, 'note_plan_unfit', { n: formatNumber(unfit, 0) })]),
  ];
}

/** Commands of a plan and of those under it that are left out. */
function countUnfit({ context }: MapScene, plan: PlanRow): number {
  const { faultsOf } = getPlannedCounty(context.recorded);
  const { plans } = context.recorded;
  const chain = new Set<PlanRow>();
  let at: PlanRow | undefined = plan;
  while (at !== undefined && !chain.has(at)) {
    chain.add(at);
    const under: string | null = at.basedOn ?? null;
    at = plans.find(({ code }) => code === under);
  }
  return [...chain].reduce((sum, { code }) => sum + faultsOf(code).length, 0);
}
