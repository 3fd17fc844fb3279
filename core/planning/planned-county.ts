import type { County } from '../county/county.ts';
import type { IsoDate } from '../county/dates.ts';
import { findPlanInForce } from '../county/find-plan-in-force.ts';
import type { PlanCommand, PlanRow } from '../county/plan.ts';
import { type AppliedCommands, applyCommands } from './apply-commands.ts';
import type { PlanFault } from './plan-fault.ts';

/** A county under its published plans; every answer is kept. */
export interface PlannedCounty {
  /** Under the plan in force at a day: the very county where none is, or where its rows say already what the plan arranges. */
  at(asOf: IsoDate): County;
  /** Under a plan and those under it; the very county where there is no such plan. */
  of(planCode: string): County;
  /** Commands of a published plan that do not fit the rows any more, as after an import, and are left out; those of plans under it are not among them. */
  faultsOf(planCode: string): readonly PlanFault[];
  /**
   * Under commands that are not published.
   *
   * @param basedOn plan over which they stand; null = over the rows
   */
  withDraft(basedOn: string | null, commands: readonly PlanCommand[]): AppliedCommands;
}

const planned = new WeakMap<County, PlannedCounty>();

/** A county under its plans, kept with it. */
export function getPlannedCounty(county: County): PlannedCounty {
  const known = planned.get(county);
  if (known) return known;
  const created = createPlannedCounty(county);
  planned.set(county, created);
  return created;
}

/** The same, not kept. */
export function createPlannedCounty(county: County): PlannedCounty {
  const counties = new Map<string, County>();
  const faults = new Map<string, readonly PlanFault[]>();
  const of = (planCode: string): County => {
    const known = counties.get(planCode);
    if (known) return known;
    const plan = county.plans.find(({ code }) => code === planCode);
    // should plans ever stand over each other in a ring, the one asked for first stands over the rows
    counties.set(planCode, county);
    const applied = plan ? applyPlan(plan, of) : county;
    counties.set(planCode, applied);
    return applied;
  };
  /** A plan over what stands under it. One that came with the ledgers is in the rows. */
  function applyPlan({ code, commands, baseRevision, basedOn, publishedOn }: PlanRow, under: typeof of): County {
    if (baseRevision == null) return county;
    const base = basedOn == null ? county : under(basedOn);
    const applied = applyCommands(base, commands, { asOf: publishedOn ?? county.dataDate });
    faults.set(code, applied.faults);
    return applied.county;
  }
  return {
    of,
    faultsOf(planCode) {
      of(planCode);
      return faults.get(planCode) ?? [];
    },
    at(asOf) {
      const plan = findPlanInForce(county.plans, asOf);
      return plan ? of(plan.code) : county;
    },
    withDraft: (basedOn, commands) => applyCommands(basedOn === null ? county : of(basedOn), commands),
  };
}
