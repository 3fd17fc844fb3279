import type { HouseholdColumns } from './county.ts';
import { type DayNumber, dateToDay, NEVER } from './dates.ts';
import { ARRANGEMENT_KINDS, CAUSES, TARGET_CATEGORIES } from './kinds.ts';
import { HOUSEHOLD_EVENT_KINDS, type HouseholdEventKind, type HouseholdRow } from './things.ts';

/** "None" in a column of small codes. */
export const NO_KIND = 255;

/** What the columns need of a household. */
export type HouseholdEntry = Pick<
  HouseholdRow,
  | 'code'
  | 'settlementCode'
  | 'people'
  | 'category'
  | 'mainCause'
  | 'measures'
  | 'labourForce'
  | 'fundsYuan'
  | 'hazardCode'
  | 'relocation'
>;

/** An event of a household, its day already counted. */
export interface HouseholdEventEntry {
  readonly householdCode: string;
  readonly kind: HouseholdEventKind;
  readonly day: DayNumber;
}

/** The sorted lists into which the columns point. */
export interface HouseholdTargets {
  readonly settlements: readonly { readonly code: string }[];
  readonly sites: readonly { readonly code: string }[];
  readonly hazards: readonly { readonly code: string }[];
}

/**
 * Columns of households; the first event of each kind counts.
 *
 * @param entries sorted by code
 */
export function createHouseholdColumns(
  entries: readonly HouseholdEntry[],
  events: Iterable<HouseholdEventEntry>,
  targets: HouseholdTargets,
): HouseholdColumns {
  const columns = createEmptyColumns(entries.map((entry) => entry.code));
  const settlements = indexByCode(targets.settlements);
  const sites = indexByCode(targets.sites);
  const hazards = indexByCode(targets.hazards);
  for (const [i, entry] of entries.entries()) {
    columns.settlement[i] = settlements.get(entry.settlementCode) ?? -1;
    columns.hazard[i] = entry.hazardCode === null ? -1 : (hazards.get(entry.hazardCode) ?? -1);
    fillPeople(columns, i, entry);
    fillRelocation(columns, i, entry, sites);
  }
  fillEvents(columns, events);
  return columns;
}

/** Entries and events of whole household rows. */
export function* eventsOfHouseholds(households: readonly HouseholdRow[]): Iterable<HouseholdEventEntry> {
  const days = new Map<string, DayNumber>();
  for (const { code, events } of households) {
    for (const { kind, on } of events) {
      const day = days.get(on) ?? dateToDay(on);
      days.set(on, day);
      yield { householdCode: code, kind, day };
    }
  }
}

/** Bits of `HouseholdColumns.measures`. */
export const measuresToBits = (measures: HouseholdRow['measures']): number =>
  measures.reduce((bits, measure) => bits | (1 << TARGET_CATEGORIES.indexOf(measure)), 0);

function createEmptyColumns(codes: readonly string[]): HouseholdColumns {
  const count = codes.length;
  const eventDay = Object.fromEntries(HOUSEHOLD_EVENT_KINDS.map((kind) => [kind, new Int32Array(count).fill(NEVER)]));
  return {
    count,
    codes,
    settlement: new Int32Array(count),
    people: new Uint8Array(count),
    category: new Uint8Array(count),
    mainCause: new Uint8Array(count),
    measures: new Uint8Array(count),
    labourForce: new Uint8Array(count),
    fundsYuan: new Float64Array(count),
    arrangement: new Uint8Array(count),
    site: new Int32Array(count),
    plannedMoveYear: new Int16Array(count),
    retained: new Uint8Array(count),
    hazard: new Int32Array(count),
    eventDay: eventDay as Record<HouseholdEventKind, Int32Array>,
  };
}

function fillPeople(columns: HouseholdColumns, i: number, entry: HouseholdEntry): void {
  columns.people[i] = entry.people;
  columns.category[i] = entry.category === null ? NO_KIND : TARGET_CATEGORIES.indexOf(entry.category);
  columns.mainCause[i] = entry.mainCause === null ? NO_KIND : CAUSES.indexOf(entry.mainCause);
  columns.measures[i] = measuresToBits(entry.measures);
  columns.labourForce[i] = entry.labourForce;
  columns.fundsYuan[i] = entry.fundsYuan ?? Number.NaN;
}

function fillRelocation(
  columns: HouseholdColumns,
  i: number,
  { relocation }: HouseholdEntry,
  sites: ReadonlyMap<string, number>,
): void {
  columns.arrangement[i] = relocation === null ? NO_KIND : ARRANGEMENT_KINDS.indexOf(relocation.kind);
  columns.site[i] = relocation?.siteCode == null ? -1 : (sites.get(relocation.siteCode) ?? -1);
  columns.plannedMoveYear[i] = relocation?.plannedYear ?? 0;
  columns.retained[i] = relocation?.retainedReason == null ? 0 : 1;
}

function fillEvents(columns: HouseholdColumns, events: Iterable<HouseholdEventEntry>): void {
  const households = new Map(columns.codes.map((code, index) => [code, index]));
  for (const { householdCode, kind, day } of events) {
    const index = households.get(householdCode);
    const days = columns.eventDay[kind];
    if (index !== undefined && day < (days[index] ?? NEVER)) days[index] = day;
  }
}

const indexByCode = (things: readonly { readonly code: string }[]): ReadonlyMap<string, number> =>
  new Map(things.map((thing, index) => [thing.code, index]));
