import type { County } from '#core/county/county.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { PlanFault } from '#core/planning/plan-fault.ts';
import { listForbiddenPlaces } from './forbidden-places.ts';

/** A county before a draft and under it. */
export interface PublishCheck {
  /** Without any plan. */
  readonly rows: County;
  readonly before: County;
  readonly planned: County;
  /** Live commands of the draft. */
  readonly commands: readonly PlanCommand[];
}

/**
 * Why a draft that can be drawn cannot come into force: a place that a rule forbids by now, a site that it places or moves without a hazard assessment there, and sites that it
 * fills over their capacity (S2 over 100 %). What stood over capacity before and is no worse is no fault of the draft.
 */
export const listPublishFaults = (check: PublishCheck): readonly PlanFault[] => [
  ...listForbiddenPlaces(check.rows, check.planned, check.commands),
  ...listUnassessed(check),
  ...listOverfull(check),
];

function listUnassessed({ planned, commands }: PublishCheck): readonly PlanFault[] {
  const sites = new Map(planned.sites.map((site) => [site.code, site]));
  const faults = new Map<string, PlanFault>();
  for (const command of commands) {
    if (command.kind !== 'place_site' && command.kind !== 'move_site') continue;
    const { siteCode } = command.input;
    const site = sites.get(siteCode);
    if (site === undefined || site.hazardAssessment !== null) continue;
    faults.set(siteCode, {
      code: 'not_assessed',
      commandId: command.id,
      about: siteCode,
      details: { site: siteCode, name: site.name },
    });
  }
  return [...faults.values()];
}

function listOverfull({ before, planned }: PublishCheck): readonly PlanFault[] {
  const excessBefore = measureExcess(before);
  return [...measureExcess(planned)].flatMap(([siteCode, { excess, households, capacity, name }]) => {
    if (excess <= 0 || excess <= (excessBefore.get(siteCode)?.excess ?? 0)) return [];
    const details = { site: siteCode, name, households, capacity, excess };
    return [{ code: 'over_capacity' as const, commandId: null, about: siteCode, details }];
  });
}

/** Households assigned to each site over what it can take; sites of unknown capacity are left out. */
function measureExcess(county: County) {
  const assigned = new Int32Array(county.sites.length);
  for (const site of county.households.site) if (site >= 0) assigned[site] = (assigned[site] ?? 0) + 1;
  return new Map(
    county.sites.flatMap(({ code, name, capacityHouseholds: capacity }, i) => {
      if (capacity === null) return [];
      const households = assigned[i] ?? 0;
      return [[code, { name, households, capacity, excess: households - capacity }]];
    }),
  );
}
