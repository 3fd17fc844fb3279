import type { County } from '../county/county.ts';
import type { IsoDate } from '../county/dates.ts';
import type { PlanCommand, PlanEdit } from '../county/plan.ts';
import { InvalidInputError } from '../errors.ts';
import { addSegment } from './commands/add-segment.ts';
import { arrangeHousehold, arrangeSettlement } from './commands/arrange-households.ts';
import { assessSite } from './commands/assess-site.ts';
import { assignHousehold, assignSettlement } from './commands/assign-households.ts';
import { closeSite } from './commands/close-site.ts';
import { hardenSegment, leaveSegment } from './commands/harden-segment.ts';
import { moveSite } from './commands/move-site.ts';
import { openSite } from './commands/open-site.ts';
import { placePark, placeService } from './commands/place-facility.ts';
import { placeSite } from './commands/place-site.ts';
import { releaseHousehold, releaseSettlement } from './commands/release-households.ts';
import { removePlaced } from './commands/remove-placed.ts';
import { removeSite } from './commands/remove-site.ts';
import { setCapacity } from './commands/set-capacity.ts';
import { type CountyDraft, createCountyDraft, finishCounty, type Refusal } from './county-draft.ts';
import type { PlanFault } from './plan-fault.ts';

/** A county under a plan, and what of the plan cannot be done there. */
export interface AppliedCommands {
  readonly county: County;
  /** In the order of the commands. */
  readonly faults: readonly PlanFault[];
}

/** How commands are applied. */
export interface ApplyOptions {
  /** `skip` (default): a command that cannot be done is left out and reported, the rest applied; `throw`: the first such ends it. */
  readonly onFault?: 'throw' | 'skip';
  /**
   * Day at which the plan stands: works and moves of later days do not hinder it, though who has moved in by the data date stays where the ledgers
   * say. Default: the county's data date.
   */
  readonly asOf?: IsoDate;
}

/**
 * A county after commands, one after the other. Pure: the county given is not touched, it comes back itself where nothing differs, and lists that
 * do not differ are its very lists. Whether rules forbid a place is not judged here.
 *
 * @throws {InvalidInputError} `plan_…`, with the code of the fault, where faults are to be thrown
 */
export function applyCommands(
  county: County,
  commands: readonly PlanCommand[],
  { onFault = 'skip', asOf = county.dataDate }: ApplyOptions = {},
): AppliedCommands {
  const draft = createCountyDraft(county, asOf);
  const faults: PlanFault[] = [];
  for (const command of commands) {
    const refusal = applyEdit(draft, command);
    if (!refusal) continue;
    if (onFault === 'throw') throw createFaultError(refusal);
    faults.push({ code: refusal.code, commandId: command.id, about: refusal.about, details: refusal.details });
  }
  return { county: finishCounty(draft), faults };
}

/**
 * A county after one command.
 *
 * @throws {InvalidInputError} `plan_…`, with the code of the fault
 */
export const applyCommand = (county: County, command: PlanCommand): County =>
  applyCommands(county, [command], { onFault: 'throw' }).county;

const createFaultError = ({ code, about, details }: Refusal): InvalidInputError =>
  new InvalidInputError(`plan_${code}`, `Got a command about ${about} that cannot be done: ${code}`, details);

function applyEdit(draft: CountyDraft, edit: PlanEdit): Refusal | null {
  switch (edit.kind) {
    case 'place_site':
      return placeSite(draft, edit.input);
    case 'move_site':
      return moveSite(draft, edit.input);
    case 'set_capacity':
      return setCapacity(draft, edit.input);
    case 'remove_site':
      return removeSite(draft, edit.input);
    case 'assess_site':
      return assessSite(draft, edit.input);
    case 'close_site':
      return closeSite(draft, edit.input);
    case 'open_site':
      return openSite(draft, edit.input);
    case 'assign_settlement':
      return assignSettlement(draft, edit.input);
    case 'release_settlement':
      return releaseSettlement(draft, edit.input);
    case 'assign_household':
      return assignHousehold(draft, edit.input);
    case 'release_household':
      return releaseHousehold(draft, edit.input);
    case 'arrange_settlement':
      return arrangeSettlement(draft, edit.input);
    case 'arrange_household':
      return arrangeHousehold(draft, edit.input);
    case 'harden_segment':
      return hardenSegment(draft, edit.input);
    case 'leave_segment':
      return leaveSegment(draft, edit.input);
    case 'add_segment':
      return addSegment(draft, edit.input);
    case 'place_park':
      return placePark(draft, edit.input);
    case 'place_service':
      return placeService(draft, edit.input);
    case 'remove_placed':
      return removePlaced(draft, edit.input);
  }
}
