import type { IndicatorContext } from '../../indicators/context.ts';
import { getDriveMinutes } from './road-access.ts';

/** Whether a park reaches an area: `served`, `not_reached`, or `none` where nobody lives. */
export type Reach = 'served' | 'not_reached' | 'none';

/**
 * Reach of the parks along roads, by vehicle: an area is served when from at least one of its settlements that people live in a park is reached
 * within the minutes of I2. A settlement whose residents are not known counts as lived in.
 */
export function describeReach(context: IndicatorContext, areaCode: string): Reach {
  const { start, end } = context.scope(areaCode).settlements();
  const { residentPeople } = context.state.population;
  const minutes = getDriveMinutes(context, 'park');
  let lived = false;
  for (let i = start; i < end; i++) {
    if (residentPeople[i] === 0) continue;
    if ((minutes[i] ?? Number.POSITIVE_INFINITY) <= context.county.settings.parkMinutes) return 'served';
    lived = true;
  }
  return lived ? 'not_reached' : 'none';
}

/** Areas of a level within an area that no park reaches. */
export function countUnreached(context: IndicatorContext, areaCode: string, level: string): number {
  const { start, end } = context.scope(areaCode).areas();
  return context.county.areas
    .slice(start, end)
    .filter((area) => area.level === level && describeReach(context, area.code) === 'not_reached').length;
}
