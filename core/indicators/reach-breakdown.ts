import type { Breakdown, PartSpec } from './definition.ts';

/** How far it is from each settlement to the nearest place of a kind, metres or minutes; `Infinity` = none can be reached. */
export interface ReachCosts {
  readonly nearest: ArrayLike<number>;
  /** The same to the nearest place that has room left; null where places have no capacity. */
  readonly nearestWithRoom: ArrayLike<number> | null;
}

/** What a division is called and asks. */
export interface ReachQuestion {
  /** `straight`, `road` or `drive`: the first word of the part keys. */
  readonly way: string;
  /** The rest of the keys, such as `school:1000`. */
  readonly key: string;
  /** Metres or minutes; a settlement exactly at it is within. */
  readonly limit: number;
  /** Asked when it is added up. */
  costs(): ReachCosts;
}

/**
 * People divided by how far a place is: served, not reached and, where places have a capacity, reached but full. The shares add up to 1.
 *
 * @param base people (or what else is added up) by settlement
 */
export function createReachBreakdown(base: PartSpec, { way, key, limit, costs }: ReachQuestion): Breakdown {
  return {
    base,
    parts: [`${way}:${key}`, `${way}_not_reached:${key}`, `${way}_full:${key}`].slice(0, hasCapacity(key) ? 3 : 2),
    classOf: (i) => {
      const { nearest, nearestWithRoom } = costs();
      if (((nearestWithRoom ?? nearest)[i] ?? Infinity) <= limit) return 0;
      return (nearest[i] ?? Infinity) <= limit ? 2 : 1;
    },
    denominator: 'all',
  };
}

/** Sites alone have a capacity. */
const hasCapacity = (key: string): boolean => key.startsWith('site:');
