import type { IndicatorContext } from '../../indicators/context.ts';
import type { Gap } from '../../network/find-gap.ts';
import { listGaps } from '../../network/find-gap.ts';
import { JOIN_STATES, type JoinedPlaces, type JoinState } from '../../network/join-places.ts';

/** How the maps draw a settlement: joined, not joined though it must be, or not counted. */
export const JOIN_MARKS = ['joined', 'unjoined', 'excluded'] as const;
export type JoinMark = (typeof JOIN_MARKS)[number];

/** Settlements of an area by mark: `joined` is the numerator of R2, `joined + unjoined` its denominator. */
export type JoinCounts = Readonly<Record<JoinMark, number>>;

/** Why a settlement is joined, is not, or is not asked. */
export const joinStateOf = (joined: JoinedPlaces, settlement: number): JoinState =>
  JOIN_STATES[joined.settlementState[settlement] ?? 0] ?? 'joined';

/** The mark of a settlement. */
export function joinMarkOf(joined: JoinedPlaces, settlement: number): JoinMark {
  if (!joined.isAsked(settlement)) return 'excluded';
  return joinStateOf(joined, settlement) === 'joined' ? 'joined' : 'unjoined';
}

/** Settlements of an area by mark. */
export function countJoins(context: IndicatorContext, areaCode: string): JoinCounts {
  const joined = context.joined();
  const counts = { joined: 0, unjoined: 0, excluded: 0 };
  const { start, end } = context.scope(areaCode).settlements();
  for (let i = start; i < end; i++) counts[joinMarkOf(joined, i)] += 1;
  return counts;
}

/** What would join a settlement. */
export interface SettlementGap {
  /** Index into `County.settlements`. */
  readonly settlement: number;
  readonly gap: Gap;
}

/** Gaps of the settlements of an area that must be joined and are not, in the order of the settlements. */
export function listAreaGaps(context: IndicatorContext, areaCode: string): readonly SettlementGap[] {
  const joined = context.joined();
  const { start, end } = context.scope(areaCode).settlements();
  const unjoined: number[] = [];
  for (let i = start; i < end; i++) if (joinMarkOf(joined, i) === 'unjoined') unjoined.push(i);
  const gaps = listGaps(context.network(), joined, unjoined);
  return unjoined.flatMap((settlement, n) => {
    const gap = gaps[n];
    return gap ? [{ settlement, gap }] : [];
  });
}
