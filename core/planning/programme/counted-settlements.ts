import type { County } from '../../county/county.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import type { JoinDefinition } from '../../network/join-definition.ts';
import { JOIN_STATES, JOINED, type JoinedPlaces } from '../../network/join-places.ts';
import { listEmptied } from './list-emptied.ts';
import type { ProgrammeProblem, ProgrammeTarget } from './programme.ts';

/** Households and people of each settlement, aligned with `County.settlements`. */
export interface SettlementCounts {
  readonly households: Float64Array;
  readonly people: Float64Array;
  readonly targetHouseholds: Float64Array;
}

/** Settlements for which roads are hardened. */
export interface CountedSettlements {
  /** 1 = it counts. */
  readonly counts: Uint8Array;
  /** In the unit of the target; 0 where it does not count. Whole. */
  readonly weights: Float64Array;
  /** Settlements that would have to be joined or are to be moved, and do not count because the plan empties them; ascending. */
  readonly leftOut: readonly number[];
  readonly amounts: SettlementCounts;
}

/** What the programme needs of a county at a day, a planned one where a plan is to be followed. */
export type ProgrammeContext = Pick<IndicatorContext, 'county' | 'network' | 'targetsBySettlement'>;

const TO_BE_MOVED = JOIN_STATES.indexOf('to_be_moved');

/** Which settlements count in a programme, and how much. */
export function countSettlements(
  { county, targetsBySettlement }: Pick<ProgrammeContext, 'county' | 'targetsBySettlement'>,
  joined: JoinedPlaces,
  { target, includesEmptied }: Pick<ProgrammeProblem, 'target' | 'includesEmptied'>,
): CountedSettlements {
  const amounts = countAmounts(county, targetsBySettlement().households);
  const emptied = listEmptied(county);
  const counts = new Uint8Array(county.settlements.length);
  const weights = new Float64Array(county.settlements.length);
  const leftOut: number[] = [];
  county.settlements.forEach((settlement, i) => {
    const wouldCount =
      joined.isAsked(i) || (joined.settlementState[i] === TO_BE_MOVED && isLarge(settlement, joined.definition));
    if (!wouldCount) return;
    if (emptied[i] === 1 && !includesEmptied) {
      if (joined.pathState[i] !== JOINED) leftOut.push(i);
      return;
    }
    counts[i] = 1;
    weights[i] = weigh(amounts, target, i);
  });
  return { counts, weights, leftOut, amounts };
}

function weigh(amounts: SettlementCounts, target: ProgrammeTarget, settlement: number): number {
  if (target === 'settlements') return 1;
  return (target === 'households' ? amounts.households : amounts.targetHouseholds)[settlement] ?? 0;
}

/** Whether a settlement is so large that it must be joined; one whose size is not known is not taken for large. */
const isLarge = (
  { registeredHouseholds, registeredPeople }: County['settlements'][number],
  { minimumHouseholds, minimumPeople }: JoinDefinition,
): boolean =>
  (registeredHouseholds ?? 0) >= minimumHouseholds ||
  (minimumPeople !== null && (registeredPeople ?? 0) >= minimumPeople);

/** Registered households and people; those of a relocation site are the ones that have it as their place. */
function countAmounts(county: County, targetHouseholds: Int32Array): SettlementCounts {
  const { settlements, sites, households } = county;
  const siteIndexes = new Map(sites.map(({ code }, index) => [code, index]));
  const atSite = { households: new Float64Array(sites.length), people: new Float64Array(sites.length) };
  const targetsAtSite = new Float64Array(sites.length);
  for (let household = 0; household < households.count; household++) {
    const site = households.site[household] ?? -1;
    if (site < 0) continue;
    atSite.households[site] = (atSite.households[site] ?? 0) + 1;
    atSite.people[site] = (atSite.people[site] ?? 0) + (households.people[household] ?? 0);
    if (households.category[household] !== 255) targetsAtSite[site] = (targetsAtSite[site] ?? 0) + 1;
  }
  const siteOf = ({ siteCode }: County['settlements'][number]) =>
    siteCode === null ? -1 : (siteIndexes.get(siteCode) ?? -1);
  return {
    households: Float64Array.from(
      settlements,
      (row) => atSite.households[siteOf(row)] ?? row.registeredHouseholds ?? 0,
    ),
    people: Float64Array.from(settlements, (row) => atSite.people[siteOf(row)] ?? row.registeredPeople ?? 0),
    targetHouseholds: Float64Array.from(
      settlements,
      (row, i) => targetsAtSite[siteOf(row)] ?? targetHouseholds[i] ?? 0,
    ),
  };
}
