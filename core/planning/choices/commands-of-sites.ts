import type { PlanEdit } from '../../county/plan.ts';
import type { LocationAnswer } from '../solvers/location-problem.ts';
import { type ChosenFlow, listFlows } from './list-flows.ts';
import type { LocationModel } from './location-model.ts';

/** A command without authorship, of one step of undo. */
export type ChoiceCommand = PlanEdit & { readonly id: string; readonly batch: string };

/** How the commands of an answer are named. */
export interface ChoiceCommandOptions {
  /** Binds them to one step of undo and begins their ids. */
  readonly batch: string;
  /** Name of a new site. */
  readonly nameSite: (code: string) => string;
}

/**
 * What makes an answer part of the plan: new sites placed, chosen ones opened, the others closed where nobody lives, then everybody sent where the answer says
 * (households to be placed only). What is so already needs no command.
 */
export function createSiteCommands(
  model: LocationModel,
  answer: LocationAnswer,
  { batch, nameSite }: ChoiceCommandOptions,
): readonly ChoiceCommand[] {
  const edits = [...listSiteEdits(model, answer, nameSite), ...listPlacingEdits(model, answer)];
  return bindCommands(edits, batch);
}

/** Gives edits their ids and their batch. */
export const bindCommands = (edits: readonly PlanEdit[], batch: string): readonly ChoiceCommand[] =>
  edits.map((edit, i) => ({ id: `${batch}-${i + 1}`, batch, ...edit }));

function listSiteEdits(
  { candidates }: LocationModel,
  { open }: LocationAnswer,
  nameSite: (code: string) => string,
): readonly PlanEdit[] {
  const chosen = new Set(open);
  return candidates.flatMap((candidate, index): readonly PlanEdit[] => {
    const { code, site, position, capacityHouseholds, isClosed, residentHouseholds } = candidate;
    if (site < 0) {
      if (!chosen.has(index)) return [];
      const input = { siteCode: code, name: nameSite(code), position, capacityHouseholds };
      return [{ kind: 'place_site', input }];
    }
    if (chosen.has(index) !== isClosed) return [];
    // people live there: it takes no more, but a choice never closes it
    if (!isClosed && residentHouseholds > 0) return [];
    return [{ kind: isClosed ? 'open_site' : 'close_site', input: { siteCode: code } }];
  });
}

function listPlacingEdits(model: LocationModel, answer: LocationAnswer): readonly PlanEdit[] {
  if (model.choice.demand !== 'relocation') return [];
  const totals = countHouseholds(model.demands);
  const flows = groupFlows(listFlows(model, answer));
  const placed = [...flows].flatMap(([settlement, parts]) =>
    listAssignEdits(model, parts, { settlement, isWhole: parts[0]?.count === totals.get(settlement) }),
  );
  return [...placed, ...listReleaseEdits(model, answer, totals)];
}

/** A settlement that goes to one site goes as a whole, otherwise household by household. */
function listAssignEdits(
  { county, candidates }: LocationModel,
  flows: readonly ChosenFlow[],
  { settlement, isWhole }: { readonly settlement: number; readonly isWhole: boolean },
): readonly PlanEdit[] {
  const settlementCode = county.settlements[settlement]?.code ?? '';
  return flows.flatMap(({ candidate, households }): readonly PlanEdit[] => {
    const { code: siteCode = '', site = -1 } = candidates[candidate] ?? {};
    const moving = households.filter((household) => site < 0 || county.households.site[household] !== site);
    if (moving.length === 0) return [];
    if (isWhole) return [{ kind: 'assign_settlement', input: { settlementCode, siteCode } }];
    return moving.map((household) => ({
      kind: 'assign_household',
      input: { householdCode: county.households.codes[household] ?? '', siteCode },
    }));
  });
}

/** Those whom the answer sends nowhere have no site any more: a plan must not say that they have one. */
function listReleaseEdits(
  { county, demands }: LocationModel,
  { assignment }: LocationAnswer,
  totals: ReadonlyMap<number, number>,
): readonly PlanEdit[] {
  const left = demands.filter((_, row) => (assignment[row] ?? -1) < 0);
  const leftTotals = countHouseholds(left);
  const placed = (household: number): boolean => (county.households.site[household] ?? -1) >= 0;
  const released = new Set<number>();
  return left.flatMap(({ settlement, households }): readonly PlanEdit[] => {
    const placedHouseholds = households.filter(placed);
    if (placedHouseholds.length === 0 || released.has(settlement)) return [];
    if (leftTotals.get(settlement) === totals.get(settlement)) {
      released.add(settlement);
      const settlementCode = county.settlements[settlement]?.code ?? '';
      return [{ kind: 'release_settlement', input: { settlementCode } }];
    }
    return placedHouseholds.map((household) => ({
      kind: 'release_household',
      input: { householdCode: county.households.codes[household] ?? '' },
    }));
  });
}

function groupFlows(flows: readonly ChosenFlow[]): ReadonlyMap<number, readonly ChosenFlow[]> {
  const groups = new Map<number, ChosenFlow[]>();
  for (const flow of flows) {
    const group = groups.get(flow.settlement);
    if (group) group.push(flow);
    else groups.set(flow.settlement, [flow]);
  }
  return groups;
}

/** Households of the demands by settlement. */
function countHouseholds(demands: LocationModel['demands']): ReadonlyMap<number, number> {
  const totals = new Map<number, number>();
  for (const { settlement, weight } of demands) totals.set(settlement, (totals.get(settlement) ?? 0) + weight);
  return totals;
}
