import { findPlanInForce } from '../county/find-plan-in-force.ts';
import { formatDate } from '../indicators/format-figure.ts';
import { type MapScene, mapText } from './map-scene.ts';

/** The plan by which a map shows measures, places of work and progress, with its day; what map 1 shows needs no plan. */
export function createPlanNotes(scene: MapScene): readonly string[] {
  const plan = findPlanInForce(scene.county.plans, scene.context.asOf);
  if (plan === null || plan.publishedOn === null || scene.map === 'targets') return [];
  const name = scene.language === 'en' ? plan.nameEn : plan.name;
  const date = formatDate(plan.publishedOn, scene.language);
  return [
    plan.baseRevision == null
      ? mapText(scene, 'note_plan', { plan: name, date })
      : mapText(scene, 'note_plan_revision', { plan: name, code: plan.code, date, revision: plan.baseRevision }),
  ];
}
