import type { County } from '../../county/county.ts';
import { NO_CODE } from '../../county/county-state.ts';
import { type DayNumber, dateToDay, type IsoDate } from '../../county/dates.ts';
import { ARRANGEMENT_KINDS } from '../../county/kinds.ts';
import type { HouseholdCount } from './evaluation.ts';

const CENTRALISED = ARRANGEMENT_KINDS.indexOf('centralised');

/** Households with the people in them and those who can work. */
export interface GroupCount extends HouseholdCount {
  readonly labourForce: number;
}

/** Households of one settlement to whom ledger or command gave a site. */
export interface ExplicitGroup extends GroupCount {
  /** Index into `Demand.origins`. */
  readonly origin: number;
  /** Index into `County.sites`. */
  readonly site: number;
  readonly movedInHouseholds: number;
}

/** Centralised households of one settlement without a site, by code: the first `n` of them have `peopleOfFirst[n]` people. */
export interface WaitingGroup {
  readonly origin: number;
  readonly households: number;
  /** Indexes into the household columns, ascending, and so in the order of codes. */
  readonly members: readonly number[];
  /** One more than there are households, 0 first. */
  readonly peopleOfFirst: Int32Array;
  readonly labourForceOfFirst: Int32Array;
}

/** Who is to be moved, by settlement. Immutable. */
export interface Demand {
  /** Settlements with relocation households, as indexes into `County.settlements`, ascending. */
  readonly origins: Int32Array;
  /** By origin, then site. */
  readonly explicit: readonly ExplicitGroup[];
  /** By origin. */
  readonly waiting: readonly WaitingGroup[];
  /** Relocation households that have not moved in, whatever their arrangement, by origin. */
  readonly notMovedIn: { readonly households: Int32Array; readonly people: Int32Array };
  readonly scattered: HouseholdCount;
  readonly all: HouseholdCount;
}

/** A group while households are added to it. */
interface OpenGroup {
  readonly origin: number;
  readonly site: number;
  households: number;
  people: number;
  labourForce: number;
  movedInHouseholds: number;
}

const NO_HOUSEHOLDS: HouseholdCount = { households: 0, people: 0 };

/** The relocation households of a county at a day: who has a site, who waits for one, who went another way. */
export function createDemand({ households, settlements }: County, asOf: IsoDate): Demand {
  const relocation = listRelocation(households.arrangement);
  const origins = listOrigins(relocation, { settlement: households.settlement, settlementCount: settlements.length });
  const notMovedIn = { households: new Int32Array(origins.list.length), people: new Int32Array(origins.list.length) };
  const explicit = new Map<number, OpenGroup>();
  const waiting = new Map<number, number[]>();
  const day: DayNumber = dateToDay(asOf);
  let [scattered, all] = [NO_HOUSEHOLDS, NO_HOUSEHOLDS];
  for (const household of relocation) {
    const people = households.people[household] ?? 0;
    const origin = origins.numberOf[households.settlement[household] ?? -1] ?? -1;
    const hasMovedIn = (households.eventDay.moved_in[household] ?? 0) <= day;
    all = addHousehold(all, people);
    if (!hasMovedIn) {
      notMovedIn.households[origin] = (notMovedIn.households[origin] ?? 0) + 1;
      notMovedIn.people[origin] = (notMovedIn.people[origin] ?? 0) + people;
    }
    const site = households.site[household] ?? -1;
    if (households.arrangement[household] !== CENTRALISED) scattered = addHousehold(scattered, people);
    else if (site < 0) append(waiting, origin, household);
    else {
      const group = openGroup(explicit, { origin, site, siteStride: households.count + 1 });
      group.households++;
      group.people += people;
      group.labourForce += households.labourForce[household] ?? 0;
      if (hasMovedIn) group.movedInHouseholds++;
    }
  }
  return {
    origins: origins.list,
    explicit: [...explicit.values()].sort((a, b) => a.origin - b.origin || a.site - b.site),
    waiting: [...waiting].sort(([a], [b]) => a - b).map(([origin, members]) => gather(households, origin, members)),
    notMovedIn,
    scattered,
    all,
  };
}

const addHousehold = (count: HouseholdCount, people: number): HouseholdCount => ({
  households: count.households + 1,
  people: count.people + people,
});

function listRelocation(arrangement: Uint8Array): readonly number[] {
  const list: number[] = [];
  for (let i = 0; i < arrangement.length; i++) if (arrangement[i] !== NO_CODE) list.push(i);
  return list;
}

/** Settlements of the households, and the number of each among them. */
function listOrigins(
  relocation: readonly number[],
  { settlement, settlementCount }: { readonly settlement: Int32Array; readonly settlementCount: number },
): { readonly list: Int32Array; readonly numberOf: Int32Array } {
  const numberOf = new Int32Array(settlementCount).fill(-1);
  for (const household of relocation) numberOf[settlement[household] ?? -1] = 0;
  const list: number[] = [];
  for (let i = 0; i < settlementCount; i++) if (numberOf[i] === 0) numberOf[i] = list.push(i) - 1;
  return { list: Int32Array.from(list), numberOf };
}

function openGroup(
  groups: Map<number, OpenGroup>,
  { origin, site, siteStride }: { readonly origin: number; readonly site: number; readonly siteStride: number },
): OpenGroup {
  const key = origin * siteStride + site;
  let group = groups.get(key);
  if (!group) {
    group = { origin, site, households: 0, people: 0, labourForce: 0, movedInHouseholds: 0 };
    groups.set(key, group);
  }
  return group;
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Households are sorted by code, and `members` ascends. */
function gather(columns: County['households'], origin: number, members: readonly number[]): WaitingGroup {
  const peopleOfFirst = new Int32Array(members.length + 1);
  const labourForceOfFirst = new Int32Array(members.length + 1);
  members.forEach((household, i) => {
    peopleOfFirst[i + 1] = (peopleOfFirst[i] ?? 0) + (columns.people[household] ?? 0);
    labourForceOfFirst[i + 1] = (labourForceOfFirst[i] ?? 0) + (columns.labourForce[household] ?? 0);
  });
  return { origin, households: members.length, members, peopleOfFirst, labourForceOfFirst };
}
