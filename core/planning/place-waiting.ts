import type { County, HouseholdColumns } from '../county/county.ts';
import { ARRANGEMENT_KINDS } from '../county/kinds.ts';
import { createEvaluationBasis, placeWaitingGroups } from './evaluation/evaluate-plan.ts';

/**
 * The households of a county with those placed who are centralised and have no site: each goes to the nearest open site with room, as `evaluatePlan`
 * counts them (design.md, "who goes where"). Like a household that a command assigns, one without a year of move gets the campaign's last. Who finds
 * no room, or no way, goes on waiting. The very columns given where nobody is placed.
 */
export function placeWaiting(county: County): HouseholdColumns {
  const { households, campaign } = county;
  if (!hasWaiting(households)) return households;
  const basis = createEvaluationBasis(county);
  const { placements } = placeWaitingGroups(basis);
  if (placements.length === 0) return households;
  const site = households.site.slice();
  const plannedMoveYear = households.plannedMoveYear.slice();
  const lastYear = Number(campaign.deadline.slice(0, 4));
  for (const placement of placements) {
    const { members } = basis.demand.waiting[placement.group] ?? { members: [] };
    for (const household of members.slice(placement.from, placement.to)) {
      site[household] = placement.site;
      if ((plannedMoveYear[household] ?? 0) === 0) plannedMoveYear[household] = lastYear;
    }
  }
  return { ...households, site, plannedMoveYear };
}

const CENTRALISED = ARRANGEMENT_KINDS.indexOf('centralised');

const hasWaiting = ({ arrangement, site }: HouseholdColumns): boolean =>
  arrangement.some((kind, household) => kind === CENTRALISED && (site[household] ?? -1) < 0);
