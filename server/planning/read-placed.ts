import type { PlanCommand } from '#core/county/plan.ts';

/** What a command places. */
export interface Placed {
  readonly code: string;
  /** Undefined = it is called by its code. */
  readonly name: string | undefined;
}

/** Code and name of what a command places; null = it places nothing. */
export function readPlaced(command: PlanCommand): Placed | null {
  switch (command.kind) {
    case 'place_site':
      return { code: command.input.siteCode, name: command.input.name };
    case 'add_segment':
      return { code: command.input.segmentCode, name: command.input.name };
    case 'place_park':
      return { code: command.input.parkCode, name: command.input.name };
    case 'place_service':
      return { code: command.input.serviceCode, name: command.input.name };
    default:
      return null;
  }
}
