import type { County, HouseholdColumns } from '../county/county.ts';
import { NO_CODE } from '../county/county-state.ts';
import type { DayNumber } from '../county/dates.ts';
import { compareCodes } from '../county/sort-things.ts';

/** Columns that plans change. */
interface PlannedColumns {
  /** Numbers of the draft of sites; -1 = none. */
  readonly site: Int32Array;
  readonly arrangement: Uint8Array;
  readonly plannedMoveYear: Int16Array;
}

/** Where the plan puts a household. */
export interface HouseholdPlace {
  /** Number of the draft of sites; -1 = none. */
  readonly site: number;
  /** ARRANGEMENT_KINDS. */
  readonly arrangement: number;
}

/** Households of a county whose arrangement is being changed; columns are copied at the first change. */
export interface HouseholdDraft {
  /** Index of a household; -1 = there is none. */
  find(code: string): number;
  /** Relocation households of a settlement, ascending. @param settlement index into `County.settlements` as given */
  ofSettlement(settlement: number): readonly number[];
  /** Relocation households that are to go to a site, ascending. @param site number of the draft of sites */
  ofSite(site: number): readonly number[];
  isRelocation(household: number): boolean;
  hasMovedIn(household: number): boolean;
  placeOf(household: number): HouseholdPlace;
  /** Puts a household somewhere; one without a year of move gets one, one that is settled stays. */
  place(household: number, place: HouseholdPlace): void;
  /** Households whose site or arrangement is another than was given. */
  rearranged(): readonly string[];
  /** The columns, with the new places of sites and settlements; the very columns given when nothing differs. */
  finish(places: { readonly sites: Int32Array | null; readonly settlements: Int32Array | null }): HouseholdColumns;
}

/**
 * A draft of households.
 *
 * @param movedInBy a command about a household that has moved in by this day cannot be done
 * @param settledBy a household that has moved in by this day lives where the ledgers say, whatever a plan of an earlier day arranged
 * @param lastYear year of move for those who have none
 */
export function createHouseholdDraft(
  { households }: Pick<County, 'households'>,
  {
    movedInBy,
    settledBy,
    lastYear,
  }: { readonly movedInBy: DayNumber; readonly settledBy: DayNumber; readonly lastYear: number },
): HouseholdDraft {
  let columns: PlannedColumns = households;
  const touched = new Set<number>();
  const isOther = (i: number) =>
    columns.site[i] !== households.site[i] || columns.arrangement[i] !== households.arrangement[i];
  return {
    find: (code) => findCode(households.codes, code),
    ofSettlement: (settlement) => groupRelocation(households).bySettlement.get(settlement) ?? [],
    ofSite: (site) => groupRelocation(households).all.filter((i) => columns.site[i] === site),
    isRelocation: (i) => households.arrangement[i] !== NO_CODE,
    hasMovedIn: (i) => (households.eventDay.moved_in[i] ?? 0) <= movedInBy,
    placeOf: (i) => ({ site: columns.site[i] ?? -1, arrangement: columns.arrangement[i] ?? NO_CODE }),
    place(i, { site, arrangement }) {
      if ((households.eventDay.moved_in[i] ?? 0) <= settledBy) return;
      if (columns === households) columns = copyColumns(households);
      touched.add(i);
      columns.site[i] = site;
      columns.arrangement[i] = arrangement;
      const given = households.plannedMoveYear[i] ?? 0;
      columns.plannedMoveYear[i] = given > 0 || !isOther(i) ? given : lastYear;
    },
    rearranged: () => [...touched].filter(isOther).map((i) => households.codes[i] ?? ''),
    finish({ sites, settlements }) {
      const isChanged = [...touched].some(isOther);
      const move = (column: Int32Array, places: Int32Array | null) =>
        places ? column.map((number) => (number < 0 ? -1 : (places[number] ?? -1))) : column;
      if (!isChanged && !sites && !settlements) return households;
      const { site, arrangement, plannedMoveYear } = isChanged ? columns : households;
      return {
        ...households,
        arrangement,
        plannedMoveYear,
        site: move(site, sites),
        settlement: move(households.settlement, settlements),
      };
    },
  };
}

const copyColumns = ({ site, arrangement, plannedMoveYear }: HouseholdColumns): PlannedColumns => ({
  site: site.slice(),
  arrangement: arrangement.slice(),
  plannedMoveYear: plannedMoveYear.slice(),
});

/** Place of a code in a sorted list; -1 = it is not there. */
function findCode(codes: readonly string[], code: string): number {
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareCodes(codes[middle] ?? '', code) < 0) low = middle + 1;
    else high = middle;
  }
  return codes[low] === code ? low : -1;
}

interface RelocationGroups {
  readonly all: readonly number[];
  readonly bySettlement: ReadonlyMap<number, readonly number[]>;
}

/** By the columns of a county, which are never changed. */
const groups = new WeakMap<HouseholdColumns, RelocationGroups>();

function groupRelocation(households: HouseholdColumns): RelocationGroups {
  const known = groups.get(households);
  if (known) return known;
  const all: number[] = [];
  const bySettlement = new Map<number, number[]>();
  for (let i = 0; i < households.count; i++) {
    if (households.arrangement[i] === NO_CODE) continue;
    all.push(i);
    const settlement = households.settlement[i] ?? -1;
    const group = bySettlement.get(settlement);
    if (group) group.push(i);
    else bySettlement.set(settlement, [i]);
  }
  const created = { all, bySettlement };
  groups.set(households, created);
  return created;
}
