import { SITE_STAGES } from '#core/county/kinds.ts';
import type { LockedSite } from './plan-map-store.ts';
import type { PlanPlace } from './use-plan-places.ts';

const STAGES: readonly string[] = SITE_STAGES;
const FIRST_WORKS = STAGES.indexOf('begun');

/** Why a site of today cannot be moved: the rule of `move_site`, told before it is taken in hand. Null = it can. */
export function findLock({ code, label, facts }: PlanPlace): LockedSite | null {
  const households = Number(facts.movedInHouseholds ?? 0);
  const lock = { siteCode: code, name: label, households };
  if (STAGES.indexOf(String(facts.stage ?? '')) >= FIRST_WORKS) return { ...lock, reason: 'site_built' };
  return households > 0 ? { ...lock, reason: 'site_has_residents' } : null;
}
