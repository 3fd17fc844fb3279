import type { County } from '../../county/county.ts';
import { type DayNumber, NEVER } from '../../county/dates.ts';
import { ARRANGEMENT_KINDS } from '../../county/kinds.ts';
import { isTargetAt } from '../../indicators/target-households.ts';
import type { DemandKind } from './site-choice.ts';

/** Those of a settlement who are to be near a site. */
export interface SettlementDemand {
  /** Index into `County.settlements`. */
  readonly settlement: number;
  /** Indexes into `County.households`, ascending; empty for `all`, where only their number is known. */
  readonly households: readonly number[];
  /** Households, more than 0. */
  readonly weight: number;
}

const CENTRALISED = ARRANGEMENT_KINDS.indexOf('centralised');

/** Whether a household is to move into a site and has not yet: what a choice of sites may arrange. */
export const isToBePlaced = ({ households }: Pick<County, 'households'>, household: number, day: DayNumber): boolean =>
  households.arrangement[household] === CENTRALISED && (households.eventDay.moved_in[household] ?? NEVER) > day;

/** Settlements with somebody to be near a site at a day, in the order of the county. */
export function listDemands(county: County, kind: DemandKind, day: DayNumber): readonly SettlementDemand[] {
  if (kind === 'all') {
    return county.settlements.flatMap(({ registeredHouseholds }, settlement) =>
      registeredHouseholds === null || registeredHouseholds <= 0
        ? []
        : [{ settlement, households: [], weight: registeredHouseholds }],
    );
  }
  const counts = (household: number): boolean =>
    kind === 'relocation' ? isToBePlaced(county, household, day) : isTargetAt(county.households, household, day);
  const bySettlement = new Map<number, number[]>();
  for (let household = 0; household < county.households.count; household++) {
    if (!counts(household)) continue;
    const settlement = county.households.settlement[household] ?? -1;
    const others = bySettlement.get(settlement);
    if (others) others.push(household);
    else bySettlement.set(settlement, [household]);
  }
  return [...bySettlement]
    .toSorted(([a], [b]) => a - b)
    .map(([settlement, households]) => ({ settlement, households, weight: households.length }));
}

/** Each household for itself. */
export const splitDemand = ({ settlement, households, weight }: SettlementDemand): readonly SettlementDemand[] =>
  Array.from({ length: weight }, (_, i) => {
    const household = households[i];
    return { settlement, households: household === undefined ? [] : [household], weight: 1 };
  });
