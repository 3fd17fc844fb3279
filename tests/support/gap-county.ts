import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { createSettlements, VILLAGES } from './tiny/areas.ts';
import { createTinyCounty } from './tiny-county.ts';

const [, NORTH_WEST, , NORTH_EAST] = VILLAGES;

/** 岩脚组, at the end of the gravel road seg-06. */
export const YANJIAO = `${NORTH_WEST}002`;
/** 垭口, some 340 m beyond the end of the earth road seg-07. */
export const YAKOU = `${NORTH_EAST}002`;

/**
 * The tiny county with two settlements that must be joined and are not: 岩脚组 has a gap of one segment (seg-06, 400,000 yuan), 垭口 one of a
 * segment (seg-07, 420,000 yuan) and of a new road. Five others are joined, 滩头 is too small.
 */
export const createGapCounty = (overrides: Partial<CountyRows> = {}): County =>
  createTinyCounty({
    settlements: createSettlements().map((settlement) => {
      if (settlement.code === YANJIAO) return { ...settlement, registeredHouseholds: 30 };
      if (settlement.code !== YAKOU) return settlement;
      return { ...settlement, registeredHouseholds: 35, roadDuty: 'required', position: [107.538, 27.0195] };
    }),
    ...overrides,
  });
