import { setImmediate as giveWay } from 'node:timers/promises';
import type { AskedPlace, ReachAnswer } from '#core/api/network.ts';
import { InvalidInputError } from '#core/errors.ts';
import { computeReach, type Reach, type ReachDirection } from '#core/network/reach.ts';
import { createReachArea } from '#core/network/reach-area.ts';
import type { TravelMetric, TravelMode } from '#core/network/travel.ts';
import type { Language } from '#core/texts/language.ts';
import { metersToKilometers } from '#core/units.ts';
import { nameArea } from '../figure-answers.ts';
import { type AskedNetwork, describeBasis } from './asked-network.ts';

const MOST_LIMITS = 6;
const LIMIT_RANGES = {
  minutes: { least: 1, most: 240 },
  meters: { least: 100, most: 200_000 },
} as const satisfies Record<TravelMetric, { readonly least: number; readonly most: number }>;

/** What `reach` is asked. */
export interface ReachWish {
  readonly from: readonly AskedPlace[];
  /** Ascending, each once. */
  readonly limits: readonly number[];
  readonly by: TravelMetric;
  readonly mode: TravelMode;
  readonly direction: ReachDirection;
  readonly withAreas: boolean;
  readonly language: Language;
}

/**
 * Limits separated by commas, in any order.
 *
 * @throws {InvalidInputError} `limits_form`, `limit_out_of_range`
 */
export function parseLimits(written: string, by: TravelMetric): readonly number[] {
  const parts = written.split(',').map((part) => part.trim());
  if (parts.length > MOST_LIMITS || !parts.every((part) => /^-?\d{1,9}(\.\d{1,9})?$/.test(part))) {
    throw new InvalidInputError('limits_form', `Got limits ${written}`, { got: written, most: MOST_LIMITS });
  }
  const limits = [...new Set(parts.map(Number))].sort((a, b) => a - b);
  const { least, most } = LIMIT_RANGES[by];
  const refused = limits.find((limit) => limit < least || limit > most);
  if (refused === undefined) return limits;
  throw new InvalidInputError(`limit_${by}_range`, `Got limit ${refused}`, { got: refused, least, most });
}

/**
 * What lies within each limit: counts, the settlements with what they cost, and surfaces for drawing. A surface takes some 100 ms, so other
 * requests have their turn between two of them.
 */
export async function createReachAnswer(asked: AskedNetwork, wish: ReachWish): Promise<ReachAnswer> {
  const { network } = asked;
  const { from, by, mode, limits, direction, withAreas } = wish;
  const positions = from.map(({ position }) => position);
  const reach = computeReach(network, { from: positions, mode, metric: by, limits, direction });
  const items: ReachAnswer['items'] = [];
  for (const limit of limits) {
    const isReached = (settlement: number) => (reach.settlementCost[settlement] ?? Infinity) <= limit;
    if (withAreas) await giveWay();
    const area = withAreas ? createArea(asked, reach, limit) : null;
    items.push({ limit, ...countResidents(asked, isReached), area });
  }
  return {
    ...describeBasis(asked, mode),
    from: [...from],
    by,
    all: countResidents(asked, () => true),
    items,
    settlements: listReached(asked, reach, wish),
  };
}

/** Residents at the day; a sum in which one settlement is not known is itself not known. */
function countResidents({ context }: AskedNetwork, counts: (settlement: number) => boolean) {
  const { residentHouseholds, residentPeople } = context.state.population;
  const sum = { settlements: 0, households: 0, people: 0 };
  context.county.settlements.forEach((_, i) => {
    if (!counts(i)) return;
    sum.settlements += 1;
    sum.households += residentHouseholds[i] ?? Number.NaN;
    sum.people += residentPeople[i] ?? Number.NaN;
  });
  const known = (count: number) => (Number.isNaN(count) ? null : count);
  return { settlements: sum.settlements, households: known(sum.households), people: known(sum.people) };
}

function createArea({ network }: AskedNetwork, reach: Reach, limit: number): ReachAnswer['items'][number]['area'] {
  const coordinates = createReachArea(network, reach, limit).map((rings) =>
    rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat])),
  );
  return { type: 'MultiPolygon', coordinates };
}

/** Settlements within the greatest limit, the nearest first. */
function listReached({ context }: AskedNetwork, reach: Reach, { by, language }: ReachWish): ReachAnswer['settlements'] {
  return context.county.settlements
    .flatMap((settlement, i) => {
      const cost = reach.settlementCost[i] ?? Infinity;
      if (cost === Infinity) return [];
      const { code, name, nameEn, villageCode, position } = settlement;
      return {
        code,
        name: language === 'zh' ? name : nameEn,
        areaName: nameArea({ language, context }, villageCode),
        position: [position[0], position[1]] as [number, number],
        cost: by === 'meters' ? metersToKilometers(cost) : cost,
      };
    })
    .sort((a, b) => a.cost - b.cost || (a.code < b.code ? -1 : 1));
}
