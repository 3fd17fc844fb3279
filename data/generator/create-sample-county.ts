import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { AreaRow, SegmentRow } from '#core/county/things.ts';
import { COUNTY_CODE, createAreaCodes, createAreaRows } from './area-rows.ts';
import { BENCHMARK_ROWS } from './benchmark-rows.ts';
import { createCalendarStops, DATA_DATE } from './calendar.ts';
import { SAMPLE_CAMPAIGN } from './campaign.ts';
import { createConstraintRows } from './constraint-rows.ts';
import { lengthMillimeters } from './exact-length.ts';
import { CELLS_PER_DEGREE, COUNTY_GRID, cellCentre, GRID_NORTH, GRID_WEST } from './grid.ts';
import { createGround, type Ground } from './ground.ts';
import { createItemRows } from './item-rows.ts';
import { createLedgerRows, LEDGER_HOUSEHOLDS } from './ledger-rows.ts';
import { chooseNamedVillages, isLineInside, isLineNear } from './named-villages.ts';
import { createParkRows } from './park-rows.ts';
import { createPeople } from './people.ts';
import { createPlanRow } from './plan-row.ts';
import { createProjectRows } from './project-rows.ts';
import { createRandom } from './random.ts';
import { createResponsibilityRows } from './responsibility-rows.ts';
import { carveRivers } from './rivers.ts';
import { createSegmentDrafts, type SegmentDraft } from './segment-rows.ts';
import { createServiceRows } from './service-rows.ts';
import { markAround } from './settlement-places.ts';
import { draftSettlements } from './settlement-rows.ts';
import { setVillageTargets, sizeSettlements } from './settlement-sizes.ts';
import { createTaskRows } from './task-rows.ts';

/** The seed of the county in `data/sample`. */
export const SAMPLE_SEED = 529_901;

/**
 * The fictional Qingling County as rows. Pure: the same seed gives the same rows on every engine.
 *
 * @param seed another seed gives another county that meets the same worked figures
 */
export function createSampleCounty(seed: number = SAMPLE_SEED): CountyRows {
  const ground = createGround(seed);
  const { regions, landscape, roads, rivers } = ground;
  const elevations = Int16Array.from(landscape.elevations, (value) => Math.round(value));
  carveRivers(elevations, rivers);
  const codes = createAreaCodes(regions);
  const drawn = sizeSettlements(landscape, ground.settlements, {
    random: createRandom(seed, 'sizes'),
    townSeats: regions.townSeats,
  });
  const named = chooseNamedVillages({ regions, lines: roads, places: ground.settlements, sizes: drawn });
  const villageOf = (settlement: number): number => ground.settlements[settlement]?.village ?? -1;
  const sizes = setVillageTargets(drawn, villageOf, { village: named.shuanghe, wanted: LEDGER_HOUSEHOLDS });
  const drafts = draftSettlements(seed, ground.settlements, codes.villages);
  const seatPositions = new Map(drafts.map(({ place, position }) => [place.cell, position]));
  const areas = createAreaRows({
    seed,
    regions,
    codes,
    named,
    seatOf: (cell) => seatPositions.get(cell) ?? cellCentre(cell),
    remoteness: meanRemoteness(ground),
  });
  const areaByCode = new Map(areas.map((area) => [area.code, area]));
  const villages = codes.villages.map((code) => areaByCode.get(code) as AreaRow);
  const people = createPeople({ seed, ground, drafts, sizes, villages, areaByCode, elevations });
  const segmentDrafts = createSegmentDrafts({
    seed,
    lines: roads,
    villageOf: (cell) => regions.village[cell] as number,
    exact: named.shiping,
    isInside: (line) => isLineInside(regions, line, named.shiping),
    isNear: (line) => isLineNear(regions, line, named.shiping),
  });
  const { projects, projectOfSegment } = createProjectRows({
    seed,
    villages,
    segments: segmentDrafts,
    sites: people.sites,
  });
  const areaCodeOf = (village: number): string => codes.villages[village] as string;
  return {
    code: COUNTY_CODE,
    dataDate: DATA_DATE,
    origin: 'sample',
    campaign: SAMPLE_CAMPAIGN,
    settings: DEFAULT_SETTINGS,
    areas,
    ...people,
    segments: segmentDrafts.map((draft) => toSegmentRow(draft, projectOfSegment)),
    parks: createParkRows({
      seed,
      places: ground.parks,
      areas: areaByCode,
      areaCodeOf,
      positionOf: cellCentre,
      accessOf: cellCentre,
    }),
    services: createServiceRows(
      seed,
      areas,
      new Map(
        drafts
          .filter(({ place }) => place.isSeat)
          .map((draft) => [draft.code.slice(0, 12), people.settlements.find(({ code }) => code === draft.code)])
          .filter((entry): entry is [string, CountyRows['settlements'][number]] => entry[1] !== undefined),
      ),
    ),
    constraints: createConstraintRows({ seed, landscape, regions, rivers, occupied: markOccupied(ground) }),
    projects,
    tasks: createTaskRows({ seed, areas, sites: people.sites, projects }),
    items: createItemRows(seed, areas),
    responsibilities: createResponsibilityRows(seed, areas),
    benchmarks: BENCHMARK_ROWS,
    calendarStops: createCalendarStops(),
    ledgerRows: createLedgerRows(seed, people.households, areaCodeOf(named.shuanghe)),
    rivers,
    plans: [
      createPlanRow({
        areas,
        settlements: people.settlements,
        households: people.households,
        segments: segmentDrafts,
        projects,
        villageCodes: codes.villages,
        lengthOf: ({ line }) => lengthMillimeters(line.coordinates) / 1000,
      }),
    ],
    dem: {
      west: GRID_WEST,
      north: GRID_NORTH,
      cellDegrees: 1 / CELLS_PER_DEGREE,
      columns: COUNTY_GRID.columns,
      rows: COUNTY_GRID.rows,
      elevations,
    },
  };
}

function meanRemoteness({ settlements, regions }: Ground): number[] {
  const sums = regions.villageSeats.map(() => ({ sum: 0, count: 0 }));
  for (const { village, remoteness } of settlements) {
    const entry = sums[village];
    if (!entry) continue;
    entry.sum += remoteness;
    entry.count++;
  }
  return sums.map(({ sum, count }) => sum / Math.max(1, count));
}

function markOccupied({ settlements, sites, parks, regions }: Ground): Uint8Array {
  const marks = new Uint8Array(regions.village.length);
  for (const { cell } of settlements) markAround(marks, cell, 1);
  for (const { cell } of sites) markAround(marks, cell, 3);
  for (const { cell } of parks) markAround(marks, cell, 2);
  return marks;
}

function toSegmentRow({ village: _village, ...row }: SegmentDraft, projectOf: ReadonlyMap<string, string>): SegmentRow {
  return { ...row, projectCode: projectOf.get(row.code) ?? null };
}
