import type { PlanCommand } from '#core/county/plan.ts';
import type { PlanFault } from '#core/planning/plan-fault.ts';
import { readPlaced } from './read-placed.ts';

/**
 * What commands place under codes that do not begin with their plan's own: two plans would give one code to two things, and nobody could tell which
 * plan a thing comes from.
 */
export const listForeignCodes = (plan: string, commands: readonly PlanCommand[]): readonly PlanFault[] => {
  const prefix = `${plan}-`;
  return commands.flatMap((command): readonly PlanFault[] => {
    const placed = readPlaced(command);
    if (placed === null || (placed.code.startsWith(prefix) && placed.code.length > prefix.length)) return [];
    return [{ code: 'foreign_code', commandId: command.id, about: placed.code, details: { plan, prefix } }];
  });
};
