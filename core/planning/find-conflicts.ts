import type { PlanCommand } from '../county/plan.ts';
import { findCommandSite, isEmptying, listCommandTargets } from './command-targets.ts';
import type { PlanConflict } from './plan-conflict.ts';

/**
 * Things of which two people said different things. Who changes the same thing in the same way is in no conflict; a settlement and its
 * households are one thing; who takes a site out or closes it is in conflict with who sends households there.
 *
 * @param mine what one sends
 * @param theirs what others added since the version upon which it was made
 * @returns in the order of `mine`, each thing once
 */
export function findConflicts(mine: readonly PlanCommand[], theirs: readonly PlanCommand[]): readonly PlanConflict[] {
  const others = indexCommands(theirs);
  const conflicts = new Map<string, { readonly mine: Set<PlanCommand>; readonly theirs: Set<PlanCommand> }>();
  for (const command of mine) {
    for (const { about, command: other } of others.find(command)) {
      if (isSameEdit(command, other)) continue;
      const conflict = conflicts.get(about) ?? { mine: new Set(), theirs: new Set() };
      conflicts.set(about, conflict);
      conflict.mine.add(command);
      conflict.theirs.add(other);
    }
  }
  return [...conflicts].map(([about, conflict]) => ({
    about,
    mine: [...conflict.mine],
    theirs: theirs.filter((command) => conflict.theirs.has(command)),
  }));
}

interface Meeting {
  readonly about: string;
  readonly command: PlanCommand;
}

/** Household codes are their settlement's code and this many digits. */
const HOUSEHOLD_DIGITS = 4;

function indexCommands(commands: readonly PlanCommand[]): { find(command: PlanCommand): readonly Meeting[] } {
  const byTarget = new Map<string, PlanCommand[]>();
  const bySettlement = new Map<string, PlanCommand[]>();
  const bySite = new Map<string, PlanCommand[]>();
  for (const command of commands) {
    for (const target of listCommandTargets(command)) {
      push(byTarget, target, command);
      if (isHousehold(command)) push(bySettlement, target.slice(0, -HOUSEHOLD_DIGITS), command);
    }
    const site = findCommandSite(command);
    if (site !== null) push(bySite, site, command);
  }
  return {
    find(command) {
      const site = findCommandSite(command);
      const emptied = (site === null ? [] : (byTarget.get(site) ?? [])).filter(isEmptying);
      return [
        ...listCommandTargets(command).flatMap((about) => [
          ...meet(about, byTarget.get(about)),
          ...meet(
            about,
            isHousehold(command) ? byTarget.get(about.slice(0, -HOUSEHOLD_DIGITS)) : bySettlement.get(about),
          ),
          ...meet(about, isEmptying(command) ? bySite.get(about) : []),
        ]),
        ...meet(site ?? '', emptied),
      ];
    },
  };
}

const isHousehold = ({ kind }: PlanCommand): boolean => kind.endsWith('_household');

const meet = (about: string, commands: readonly PlanCommand[] = []): readonly Meeting[] =>
  commands.map((command) => ({ about, command }));

function push(lists: Map<string, PlanCommand[]>, key: string, command: PlanCommand): void {
  const list = lists.get(key);
  if (list) list.push(command);
  else lists.set(key, [command]);
}

const isSameEdit = (a: PlanCommand, b: PlanCommand): boolean =>
  a.kind === b.kind && writeInput(a.input) === writeInput(b.input);

/** Input as text, whatever the order of its properties. */
const writeInput = (input: object): string =>
  JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
