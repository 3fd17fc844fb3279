import { buildCounty } from '#core/county/build-county.ts';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { CENTRAL_VILLAGES, COUNTY, createAreas, createSettlements } from './tiny/areas.ts';
import { createHomesteads, createHouseholds } from './tiny/households.ts';
import {
  createConstraints,
  createHazards,
  createParks,
  createRivers,
  createServices,
  createSites,
} from './tiny/places.ts';
import { createSegments } from './tiny/roads.ts';
import {
  createBenchmarks,
  createCalendarStops,
  createItems,
  createLedgerRows,
  createPlans,
  createProjects,
  createReportedTotals,
  createResponsibilities,
  createTasks,
} from './tiny/works.ts';

/**
 * A county small enough to count by hand (code 529902): 2 towns, 4 villages, 8 settlements, 24 households, 11 segments and some of every
 * thing. What each list adds up to is said beside it in `tiny/`.
 */
export const createTinyCountyRows = (overrides: Partial<CountyRows> = {}): CountyRows => ({
  code: COUNTY,
  dataDate: '2026-11-22',
  origin: 'tiny',
  campaign: {
    code: 'campaign-1',
    name: '避险搬迁与农村公路提升专项',
    nameEn: 'Relocation from hazards and rural roads',
    startsOn: '2024-01-01',
    deadline: '2027-12-31',
    baseYear: 2023,
    documents: ['小石县2024年1号文件'],
    targetWordSet: 'regular_assistance',
    relocationWordSet: 'hazard_relocation',
  },
  settings: { ...DEFAULT_SETTINGS, closeness: { ...DEFAULT_SETTINGS.closeness, centralVillages: CENTRAL_VILLAGES } },
  areas: createAreas(),
  settlements: createSettlements(),
  households: createHouseholds(),
  sites: createSites(),
  homesteads: createHomesteads(),
  segments: createSegments(),
  hazards: createHazards(),
  parks: createParks(),
  services: createServices(),
  constraints: createConstraints(),
  projects: createProjects(),
  tasks: createTasks(),
  items: createItems(),
  responsibilities: createResponsibilities(),
  benchmarks: createBenchmarks(),
  calendarStops: createCalendarStops(),
  ledgerRows: createLedgerRows(),
  reportedTotals: createReportedTotals(),
  rivers: createRivers(),
  plans: createPlans(),
  dem: {
    west: 107.5,
    north: 27.02,
    cellDegrees: 0.01,
    columns: 4,
    rows: 2,
    elevations: Int16Array.of(1100, 1050, 1080, 1200, 900, 880, 870, 860),
  },
  ...overrides,
});

/** The tiny county at revision 1, without any database. */
export const createTinyCounty = (overrides: Partial<CountyRows> = {}): County =>
  buildCounty(createTinyCountyRows(overrides), 1);
