import { indexSettlementsOfSites, NO_CODE } from '../../county/county-state.ts';
import { ARRANGEMENT_KINDS } from '../../county/kinds.ts';
import type { IndicatorContext } from '../context.ts';
import type { IndicatorDefinition } from '../definition.ts';
import { householdSource } from '../entry-sources.ts';
import { hasHappened, householdPart } from '../household-part.ts';
import { once } from '../once.ts';
import { getRoadAccess, listPlaces, noteUnreachable } from '../road-access.ts';
import { isTargetAt } from '../target-households.ts';

const SELF_BUILT = ARRANGEMENT_KINDS.indexOf('self_built');

/**
 * I2: target households within the county's minutes by vehicle of a park, from where they live at the day: those that moved in from their site's
 * settlement. Those that moved elsewhere are excluded and listed: the ledger does not say where they live.
 */
export const I2: IndicatorDefinition = {
  code: 'I2',
  unit: 'ratio',
  countUnit: 'households',
  betterDirection: 'up',
  target: { kind: 'shown' },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { households, settings } = context.county;
    const { cost, place } = getRoadAccess(context, 'park', { mode: 'drive', metric: 'minutes' });
    const home = createHomes(context);
    const isTarget = (i: number) => isTargetAt(households, i, context.day);
    const parks = listPlaces(context, 'park');
    const nearest = (i: number) => parks[place[home(i)] ?? -1];
    const part = householdPart(households, {
      part: null,
      asked: (i) => isTarget(i) && home(i) >= 0,
      counts: (i) => (cost[home(i)] ?? Infinity) <= settings.parkMinutes,
      note: (i) => (nearest(i) ? 'nearest_by_minutes' : noteUnreachable(context, 'park', home(i))),
      excludedNote: (i) => (isTarget(i) ? 'moved_elsewhere' : null),
    });
    const noteValues = (i: number) => {
      const park = nearest(i);
      return park ? { place: park, minutes: Math.round(cost[home(i)] ?? 0) } : null;
    };
    return [{ source: householdSource(context, 'target'), parts: [{ ...part, restsOnSpeeds: true, noteValues }] }];
  },
};

/** Settlement in which a household lives at the day; -1 = it moved and where to is not known. */
function createHomes({ county, day }: IndicatorContext): (household: number) => number {
  const { households } = county;
  const settlementOfSite = once(() => indexSettlementsOfSites(county));
  return (i) => {
    const arrangement = households.arrangement[i] ?? NO_CODE;
    const isMoved = arrangement !== NO_CODE && arrangement !== SELF_BUILT;
    const isAway = isMoved && hasHappened(households.eventDay.moved_in, i, day);
    if (!isAway) return households.settlement[i] ?? -1;
    return settlementOfSite()[households.site[i] ?? -1] ?? -1;
  };
}
