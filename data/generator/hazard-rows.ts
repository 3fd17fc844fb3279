import { dateToDay, dayToDate } from '#core/county/dates.ts';
import type { HazardKind } from '#core/county/kinds.ts';
import type { HazardRow, HouseholdRow } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createBlob, moveByMeters } from './blob.ts';
import { DATA_DAY } from './calendar.ts';
import { COUNTY_GRID } from './grid.ts';
import { groupRows } from './group-rows.ts';
import type { Landscape } from './landscape.ts';
import { createRandom, type Random } from './random.ts';
import type { SettlementPlace } from './settlement-places.ts';

/** A hazard point before it is known whom it threatens. */
export interface HazardDraft {
  readonly code: string;
  /** Index of the settlement it threatens. */
  readonly settlement: number;
  readonly isRelocated: boolean;
}

const KINDS: readonly HazardKind[] = [
  'landslide',
  'rockfall',
  'debris_flow',
  'collapse',
  'unstable_slope',
  'flash_flood',
];
const KIND_WEIGHTS = [44, 16, 10, 6, 18, 6];
const KIND_NAMES: Readonly<Record<HazardKind, readonly [zh: string, en: string]>> = {
  landslide: ['滑坡', 'Landslide'],
  rockfall: ['崩塌', 'Rockfall'],
  debris_flow: ['泥石流', 'Debris Flow'],
  collapse: ['塌陷', 'Collapse'],
  unstable_slope: ['不稳定斜坡', 'Unstable Slope'],
  flash_flood: ['山洪', 'Flash Flood'],
};
const FEWEST_THREATENED = 5;
const MONITORED = 64;

/** Hazard points at settlements that many must leave, and some that are only monitored or engineered. */
export function draftHazards(
  seed: number,
  places: readonly SettlementPlace[],
  relocated: readonly number[],
): HazardDraft[] {
  const random = createRandom(seed, 'hazard places');
  const indexes = places.map((_, i) => i);
  const threatened = indexes.filter((i) => (relocated[i] ?? 0) >= FEWEST_THREATENED && random.chance(0.62));
  const others = random.shuffle(indexes.filter((i) => relocated[i] === 0 && (places[i]?.remoteness ?? 0) > 0.5));
  const drafts = [
    ...threatened.map((settlement) => ({ settlement, isRelocated: true })),
    ...others.slice(0, MONITORED).map((settlement) => ({ settlement, isRelocated: false })),
  ].sort((a, b) => a.settlement - b.settlement);
  return drafts.map((draft, i) => ({ code: `YH${String(i + 1).padStart(4, '0')}`, ...draft }));
}

/** What hazard rows are made from. */
interface HazardInput {
  readonly seed: number;
  readonly drafts: readonly HazardDraft[];
  readonly landscape: Landscape;
  readonly places: readonly SettlementPlace[];
  readonly areaCodeOf: (village: number) => string;
  readonly nameOf: (settlement: number) => { readonly zh: string; readonly en: string };
  readonly positionOf: (settlement: number) => LonLat;
  readonly households: readonly HouseholdRow[];
}

/** Hazard rows once the households know which point threatens them; a point of relocation closes when all of them have moved. */
export function createHazardRows(input: HazardInput): HazardRow[] {
  const random = createRandom(input.seed, 'hazard rows');
  const byHazard = groupRows(
    input.households.filter(({ hazardCode }) => hazardCode !== null),
    ({ hazardCode }) => hazardCode,
  );
  return input.drafts.flatMap((draft) => {
    const threatened = byHazard.get(draft.code) ?? [];
    if (draft.isRelocated && threatened.length === 0) return [];
    return [createHazardRow(input, { draft, threatened: draft.isRelocated ? threatened : null }, random)];
  });
}

/** `threatened` null = a point that is monitored or treated, not left. */
function createHazardRow(
  { landscape, places, areaCodeOf, nameOf, positionOf }: HazardInput,
  { draft, threatened }: { draft: HazardDraft; threatened: readonly HouseholdRow[] | null },
  random: Random,
): HazardRow {
  const place = places[draft.settlement] as SettlementPlace;
  const kind = random.weighted(KINDS, KIND_WEIGHTS);
  const name = nameOf(draft.settlement);
  const uphill = uphillDirection(landscape, place.cell);
  const settlement = positionOf(draft.settlement);
  const away = random.between(90, 190);
  const affected = countThreatened(threatened, random);
  const centre = moveByMeters(settlement, uphill[0] * (away - 100), uphill[1] * (away - 100));
  return {
    code: draft.code,
    name: `${name.zh}${KIND_NAMES[kind][0]}`,
    nameEn: `${name.en} ${KIND_NAMES[kind][1]}`,
    areaCode: areaCodeOf(place.village),
    kind,
    sizeClass: random.weighted(['small', 'medium', 'large', 'very_large'] as const, [62, 28, 9, 1]),
    position: moveByMeters(settlement, uphill[0] * away, uphill[1] * away),
    threatenedArea: createBlob(
      centre,
      { radiusMeters: random.between(70, 120), stretch: 1.7, direction: Math.atan2(uphill[1], uphill[0]) },
      random,
    ),
    threatenedHouseholds: affected.households,
    threatenedPeople: affected.people,
    responsiblePost: '所在乡镇自然资源所监测员',
    treatment: threatened ? 'relocate' : random.chance(0.7) ? 'monitor' : 'engineer',
    events: closeHazard(threatened, random.between(8, 45), random.chance(0.15)),
  };
}

function countThreatened(
  threatened: readonly HouseholdRow[] | null,
  random: Random,
): { readonly households: number; readonly people: number } {
  if (threatened) {
    return { households: threatened.length, people: threatened.reduce((sum, { people }) => sum + people, 0) };
  }
  const households = random.between(2, 14);
  return { households, people: households * 4 - random.int(4) };
}

/** Struck off some days after the last household moved; `threatened` null = not by relocation. */
function closeHazard(
  threatened: readonly HouseholdRow[] | null,
  afterDays: number,
  isTreated: boolean,
): HazardRow['events'] {
  if (threatened === null)
    return isTreated ? [{ kind: 'struck_off', on: dayToDate(dateToDay('2025-03-03') + afterDays * 9) }] : [];
  const moved = threatened.map(({ events }) => events.find(({ kind }) => kind === 'moved_in')?.on);
  if (moved.some((on) => on === undefined)) return [];
  const last = Math.max(...moved.map((on) => dateToDay(on as string))) + afterDays;
  return last <= DATA_DAY ? [{ kind: 'struck_off', on: dayToDate(last) }] : [];
}

/** Unit vector east and north of the steepest ascent over about 500 m. */
function uphillDirection(landscape: Landscape, cell: number): readonly [east: number, north: number] {
  const at = (offset: number): number => landscape.elevations[cell + offset] ?? 0;
  const east = at(3) - at(-3);
  const north = at(-3 * COUNTY_GRID.columns) - at(3 * COUNTY_GRID.columns);
  const length = Math.sqrt(east * east + north * north);
  return length === 0 ? [1, 0] : [east / length, north / length];
}
