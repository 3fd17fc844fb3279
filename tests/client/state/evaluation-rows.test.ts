import { describe, expect, it } from 'vitest';
import { listCountyRows, listSiteRows } from '#client/state/evaluation-rows.ts';
import type { PlanEvaluationAnswer, SiteEvaluationAnswer } from '#core/api/plans.ts';

const TRIPS = { meanMinutes: 12.5, worstMinutes: 40, meanKm: 6.2, worstKm: 20, unreachableHouseholds: 0 };

const createSite = (overrides: Partial<SiteEvaluationAnswer> = {}): SiteEvaluationAnswer => ({
  siteCode: 'AZ001',
  name: '城关安置点',
  position: [107, 27],
  isOpen: true,
  isPlanned: false,
  capacityHouseholds: 200,
  assigned: { households: 150, people: 600 },
  movedInHouseholds: 0,
  trips: TRIPS,
  farming: { withinHouseholds: 75, households: 150, trips: TRIPS },
  nearestFor: { households: 90, people: 360 },
  closeness: [],
  isClose: false,
  wanYuan: 3000,
  jobs: { jobsInReach: 500, labourForce: 320, minutes: 30 },
  ...overrides,
});
const createEvaluation = (overrides: Partial<PlanEvaluationAnswer> = {}): PlanEvaluationAnswer => ({
  county: '529901',
  plan: 'FA0001',
  version: 1,
  revision: 1,
  asOf: '2026-11-22',
  served: { households: 5000, people: 20_000 },
  full: { households: 300, people: 1200 },
  notReached: { households: 79, people: 316 },
  scattered: { households: 1441, people: 5764 },
  all: { households: 6820, people: 27_280 },
  capacityHouseholds: 5803,
  overCapacity: [],
  trips: TRIPS,
  sitesOpen: 40,
  sitesClose: 30,
  siteWanYuan: 100,
  roadWanYuan: 50,
  hardenedKm: 12,
  hasSampleCosts: true,
  sites: [],
  flows: [],
  unplaced: [],
  ...overrides,
});

describe('listSiteRows', () => {
  const style = { language: 'zh', hasSampleCosts: true } as const;
  const rowOf = (key: string, others: readonly (SiteEvaluationAnswer | undefined)[] = []) =>
    listSiteRows(createSite(), others, style).find((row) => row.key === key);

  it('tells shares with numerator and denominator', () => {
    expect(rowOf('row_capacity')?.value).toBe('75.0 %（150 / 200）');
    expect(rowOf('row_farming')?.value).toBe('50.0 %（75 / 150）');
  });

  it('signs a change, says its unit and whether it is for the better', () => {
    const before = createSite({ trips: { ...TRIPS, worstMinutes: 55 }, assigned: { households: 120, people: 480 } });
    expect(rowOf('row_worst_minutes', [undefined, before])?.changes).toEqual([
      null,
      { text: '▼ −15 分钟', tone: 'better' },
    ]);
    expect(rowOf('row_assigned', [before])?.changes).toEqual([{ text: '▲ +30 户', tone: 'neutral' }]);
  });

  it('tells no change where it would read as nothing', () => {
    const before = createSite({ trips: { ...TRIPS, meanKm: 6.2001 } });
    expect(rowOf('row_mean_km', [before])?.changes).toEqual([{ text: '不变', tone: 'same' }]);
  });

  it('marks sample costs and shows unreachable households only where there are some', () => {
    expect(rowOf('row_cost')?.isSample).toBe(true);
    expect(rowOf('row_unreachable')).toBeUndefined();
  });

  it('says of what is not known that it is not', () => {
    const site = createSite({ capacityHouseholds: null, wanYuan: null });
    const values = listSiteRows(site, [], style).filter(({ key }) => key === 'row_capacity' || key === 'row_cost');
    expect(values.map(({ value }) => value)).toEqual(['—', '—']);
  });
});

describe('listCountyRows', () => {
  it('differs rates in points', () => {
    const today = createEvaluation({ scattered: { households: 1782, people: 7000 } });
    const row = listCountyRows(createEvaluation(), [today], 'zh').find(({ key }) => key === 'row_centralised');
    // (6820 − 1441) / 6820 = 78.9 %; (6820 − 1782) / 6820 = 73.9 %
    expect(row?.value).toBe('78.9 %（5,379 / 6,820）');
    expect(row?.changes).toEqual([{ text: '▲ +5.0 个百分点', tone: 'neutral' }]);
  });
});
