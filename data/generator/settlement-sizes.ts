import { allot } from './allot.ts';
import type { Landscape } from './landscape.ts';
import type { Random } from './random.ts';
import type { SettlementPlace } from './settlement-places.ts';

/** How many households live in a settlement and how many of them the campaign is for. */
export interface SettlementSize {
  readonly households: number;
  /** Target households, relocation households included. */
  readonly targets: number;
  readonly relocated: number;
  /** The whole settlement moves. */
  readonly isToBeMoved: boolean;
}

/** Worked figures of the county that `sizeSettlements` meets. */
export const TARGET_HOUSEHOLDS = 10_750;
export const RELOCATION_HOUSEHOLDS = 6_820;
const LARGE_SETTLEMENTS = 900;
const MOVED_SETTLEMENTS = 170;

/** Sizes settlements: 900 of 30 households and more where the ground is best; targets and relocation where it is remote. */
export function sizeSettlements(
  landscape: Landscape,
  places: readonly SettlementPlace[],
  { random, townSeats }: { random: Random; townSeats: readonly number[] },
): SettlementSize[] {
  const households = drawHouseholds(landscape, places, random, new Set(townSeats));
  const moved = chooseMoved(places, households, random);
  const movedHouseholds = [...moved].reduce((sum, i) => sum + (households[i] as number), 0);
  const isFree = (i: number): boolean => !moved.has(i);
  const relocated = allot(
    RELOCATION_HOUSEHOLDS - movedHouseholds,
    places.map(({ remoteness }, i) =>
      isFree(i) ? (households[i] as number) * remoteness * remoteness * (0.1 + random.next() * random.next()) : 0,
    ),
    households.map((count, i) => (isFree(i) ? Math.floor(count * 0.6) : 0)),
  ).map((count, i) => (isFree(i) ? count : (households[i] as number)));
  const others = allot(
    TARGET_HOUSEHOLDS - RELOCATION_HOUSEHOLDS,
    places.map(({ remoteness }, i) =>
      isFree(i) ? (households[i] as number) * (0.25 + remoteness) * (0.3 + random.next()) : 0,
    ),
    households.map((count, i) => (isFree(i) ? Math.floor(count * 0.8) - (relocated[i] as number) : 0)),
  );
  return places.map((_, i) => ({
    households: households[i] as number,
    relocated: relocated[i] as number,
    targets: (relocated[i] as number) + (others[i] as number),
    isToBeMoved: moved.has(i),
  }));
}

function drawHouseholds(
  landscape: Landscape,
  places: readonly SettlementPlace[],
  random: Random,
  townSeats: ReadonlySet<number>,
): number[] {
  const scored = places.map(({ cell, isSeat, remoteness }, i) => {
    const score = (landscape.flatness[cell] as number) - 0.35 * remoteness + 0.9 * random.next() + (isSeat ? 1.5 : 0);
    return { i, score };
  });
  scored.sort((a, b) => b.score - a.score || a.i - b.i);
  const households = places.map(() => 0);
  for (const [rank, { i }] of scored.entries()) {
    const u = random.next();
    const place = places[i] as SettlementPlace;
    if (rank >= LARGE_SETTLEMENTS) households[i] = 5 + Math.floor(23.5 * (0.45 * u + 0.55 * random.next()));
    else if (townSeats.has(place.cell)) households[i] = 120 + random.int(100);
    else households[i] = 30 + Math.floor((place.isSeat ? 13 : 4.6) * (u / (1.02 - u * 0.96)));
  }
  return households;
}

/** Small, remote settlements that are given up as a whole. */
function chooseMoved(places: readonly SettlementPlace[], households: readonly number[], random: Random): Set<number> {
  const candidates = places
    .map(({ remoteness, isSeat }, i) => ({ i, isSeat, key: remoteness * (0.5 + random.next()) }))
    .filter(({ i, isSeat }) => !isSeat && (households[i] as number) <= 14);
  candidates.sort((a, b) => b.key - a.key || a.i - b.i);
  return new Set(candidates.slice(0, MOVED_SETTLEMENTS).map(({ i }) => i));
}

/**
 * Moves other targets between settlements so that one village has exactly `wanted` target households.
 *
 * @param villageOf village of a settlement, by index
 */
export function setVillageTargets(
  sizes: readonly SettlementSize[],
  villageOf: (index: number) => number,
  { village, wanted }: { village: number; wanted: number },
): SettlementSize[] {
  const result = sizes.map((size) => ({ ...size }));
  const inside = result.filter((_, i) => villageOf(i) === village);
  const outside = result.filter((_, i) => villageOf(i) !== village);
  let excess = inside.reduce((sum, { targets }) => sum + targets, 0) - wanted;
  const [givers, takers] = excess > 0 ? [inside, outside] : [outside, inside];
  for (let turn = 0; excess !== 0 && turn < 10_000; turn++) {
    const giver = givers[turn % givers.length];
    const taker = takers[(turn * 7) % takers.length];
    if (!giver || !taker || giver.targets === giver.relocated || taker.targets >= taker.households) continue;
    giver.targets--;
    taker.targets++;
    excess -= Math.sign(excess);
  }
  if (excess !== 0) throw new Error(`Village ${village} cannot have ${wanted} target households.`);
  return result;
}
