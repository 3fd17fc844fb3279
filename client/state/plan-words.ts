import type { PlanEdit } from '#core/county/plan.ts';

/** Names that a plan itself gave to what it placed. */
export function listPlacedNames(commands: readonly PlanEdit[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const command of commands) {
    if (command.kind === 'place_site') names.set(command.input.siteCode, command.input.name ?? command.input.siteCode);
    if (command.kind === 'add_segment')
      names.set(command.input.segmentCode, command.input.name ?? command.input.segmentCode);
    if (command.kind === 'place_park') names.set(command.input.parkCode, command.input.name);
    if (command.kind === 'place_service') names.set(command.input.serviceCode, command.input.name);
  }
  return names;
}
