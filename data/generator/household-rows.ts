import { dateToDay, dayToDate } from '#core/county/dates.ts';
import {
  HOUSEHOLD_EVENT_KINDS,
  type HouseholdEventKind,
  type HouseholdRow,
  type ThingEvent,
} from '#core/county/things.ts';
import { BASE_DATE, DATA_DATE, DATA_DAY } from './calendar.ts';
import { pickEager } from './eagerness.ts';
import { addEvent, type HouseholdDraft } from './household-draft.ts';
import { spreadOverPeriod } from './pace.ts';
import { createRandom, type Random } from './random.ts';
import type { Resettlement } from './resettlement.ts';
import type { SettlementSize } from './settlement-sizes.ts';
import { dressTargets } from './target-households.ts';

const RETAINED_REASONS = ['传统村落保护范围内房屋', '同户分户，房屋由留居家庭使用', '拆除影响相邻房屋安全'];

/** One settlement as the households need it. */
export interface HouseholdPlace {
  readonly code: string;
  readonly size: SettlementSize;
  readonly resettlements: readonly Resettlement[];
  /** Hazard point that threatens its relocation households. */
  readonly hazardCode: string | null;
}

/** All registered households, settlement by settlement, with what has happened to them. */
export function createHouseholdRows(seed: number, places: readonly HouseholdPlace[]): HouseholdRow[] {
  const random = createRandom(seed, 'households');
  const rows: HouseholdDraft[] = [];
  const targets: HouseholdDraft[] = [];
  for (const place of places) {
    const roles = random.shuffle(
      Array.from({ length: place.size.households }, (_, k) =>
        k < place.size.relocated ? k : k < place.size.targets ? 'target' : 'none',
      ),
    );
    for (const [k, role] of roles.entries()) {
      const code = `${place.code}${String(k + 1).padStart(4, '0')}`;
      const row = createHousehold(code, place.code, random);
      rows.push(row);
      if (role === 'none') continue;
      targets.push(row);
      const resettlement = typeof role === 'number' ? place.resettlements[role] : undefined;
      if (resettlement) addRelocation(row, resettlement, { hazardCode: place.hazardCode, random });
    }
  }
  dressTargets(targets, random);
  addDoorRoads(rows);
  for (const row of rows) row.events.sort(byDateThenKind);
  return rows.sort((a, b) => (a.code < b.code ? -1 : 1));
}

const byDateThenKind = (a: ThingEvent<HouseholdEventKind>, b: ThingEvent<HouseholdEventKind>): number =>
  a.on === b.on ? HOUSEHOLD_EVENT_KINDS.indexOf(a.kind) - HOUSEHOLD_EVENT_KINDS.indexOf(b.kind) : a.on < b.on ? -1 : 1;

function createHousehold(code: string, settlementCode: string, random: Random): HouseholdDraft {
  return {
    code,
    settlementCode,
    people: random.weighted([1, 2, 3, 4, 5, 6, 7, 8], [6, 15, 22, 27, 16, 9, 4, 1]),
    category: null,
    mainCause: null,
    otherCauses: [],
    measures: [],
    fundsYuan: null,
    fundSource: null,
    deadline: null,
    responsiblePost: null,
    labourForce: 0,
    houseClass: null,
    safeWater: null,
    sanitaryToilet: null,
    hazardCode: null,
    relocation: null,
    events: [],
  };
}

/** The arrangement and its dates; the old house goes some weeks after moving in, then the ground is reclaimed. */
function addRelocation(
  row: HouseholdDraft,
  resettlement: Resettlement,
  { hazardCode, random }: { hazardCode: string | null; random: Random },
): void {
  const { kind, site, plannedYear, structureDone, handedOver, movedIn } = resettlement;
  const retainedReason = random.chance(0.025) ? random.pick(RETAINED_REASONS) : null;
  row.relocation = { kind, siteCode: site?.code ?? null, plannedYear, retainedReason };
  row.hazardCode = hazardCode !== null && random.chance(0.86) ? hazardCode : null;
  addEvent(row, 'structure_done', structureDone);
  addEvent(row, 'handed_over', handedOver);
  addEvent(row, 'moved_in', movedIn);
  if (!movedIn || retainedReason !== null || random.chance(0.15)) return;
  const demolished = dateToDay(movedIn) + random.between(25, 200);
  if (demolished > DATA_DAY) return;
  addEvent(row, 'demolished', dayToDate(demolished));
  const reclaimed = demolished + random.between(30, 210);
  if (reclaimed <= DATA_DAY && random.chance(0.92)) addEvent(row, 'reclaimed', dayToDate(reclaimed));
}

/** Roads to the door: most were hardened before the campaign, the others follow it. */
function addDoorRoads(rows: readonly HouseholdDraft[]): void {
  const order = pickEager(rows, 1, 'door_hardened');
  const before = Math.round(rows.length * 0.615);
  for (const row of order.slice(0, before)) addEvent(row, 'door_hardened', BASE_DATE);
  const since = order.slice(before, Math.round(rows.length * 0.806));
  const days = spreadOverPeriod(since.length, '2024-02-20', DATA_DATE);
  for (const [i, row] of since.entries()) addEvent(row, 'door_hardened', dayToDate(days[i] as number));
}
