import { DEFAULT_SETTINGS, type Settings } from '#core/county/campaign.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { AreaRow, SegmentRow, ServiceRow, SettlementRow } from '#core/county/things.ts';
import { type AreaCodes, COUNTY_CODE, createAreaCodes, createAreaRows, type NamedVillages } from './area-rows.ts';
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
import { createPeople, type People } from './people.ts';
import { createPlanRow } from './plan-row.ts';
import { createProjectRows } from './project-rows.ts';
import { createRandom } from './random.ts';
import { findRemoteTracks } from './remote-tracks.ts';
import { createResponsibilityRows } from './responsibility-rows.ts';
import { carveRivers } from './rivers.ts';
import { createSegmentDrafts, type SegmentDraft } from './segment-rows.ts';
import { createServiceRows } from './service-rows.ts';
import { markAround } from './settlement-places.ts';
import { draftSettlements, type SettlementDraft } from './settlement-rows.ts';
import { type SettlementSize, setVillageTargets, sizeSettlements } from './settlement-sizes.ts';
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
  const land: Land = { seed, ground, elevations: createElevations(ground) };
  const layout = layOutAreas(land);
  const { codes, drafts, sizes, areas, areaByCode, villages } = layout;
  const people = createPeople({ ...land, drafts, sizes, villages, areaByCode });
  const { segmentDrafts, projects, projectOfSegment } = createWorks(land, layout, people);
  const surroundings = createSurroundings(land, layout, people);
  return {
    code: COUNTY_CODE,
    dataDate: DATA_DATE,
    origin: 'sample',
    campaign: SAMPLE_CAMPAIGN,
    settings: createSettings(surroundings.services),
    areas,
    ...people,
    segments: segmentDrafts.map((draft) => toSegmentRow(draft, projectOfSegment)),
    ...surroundings,
    projects,
    tasks: createTaskRows({ seed, areas, sites: people.sites, projects }),
    items: createItemRows(seed, areas),
    responsibilities: createResponsibilityRows(seed, areas),
    benchmarks: BENCHMARK_ROWS,
    calendarStops: createCalendarStops(),
    ledgerRows: createLedgerRows(seed, people.households, codes.villages[layout.named.shuanghe] as string),
    reportedTotals: [],
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
  };
}

/** The defaults; villages with a market are the county's central villages (中心村). */
function createSettings(services: readonly ServiceRow[]): Settings {
  const withMarket = services.filter(({ kind }) => kind === 'market').map(({ areaCode }) => areaCode);
  const centralVillages = [...new Set(withMarket)].sort();
  return { ...DEFAULT_SETTINGS, closeness: { ...DEFAULT_SETTINGS.closeness, centralVillages } };
}

/** What everything stands on. */
interface Land {
  readonly seed: number;
  readonly ground: Ground;
  /** Whole metres, rivers carved in. */
  readonly elevations: Int16Array;
}

/** Areas with their codes, and the settlements in them before their people are counted. */
interface Layout {
  readonly codes: AreaCodes;
  readonly named: NamedVillages;
  readonly sizes: readonly SettlementSize[];
  readonly drafts: readonly SettlementDraft[];
  readonly areas: readonly AreaRow[];
  readonly areaByCode: ReadonlyMap<string, AreaRow>;
  /** By village number. */
  readonly villages: readonly AreaRow[];
}

function createElevations({ landscape, rivers }: Ground): Int16Array {
  const elevations = Int16Array.from(landscape.elevations, (value) => Math.round(value));
  carveRivers(elevations, rivers);
  return elevations;
}

function layOutAreas({ seed, ground }: Land): Layout {
  const { regions, landscape, settlements, roads } = ground;
  const codes = createAreaCodes(regions);
  const drawn = sizeSettlements(landscape, settlements, {
    random: createRandom(seed, 'sizes'),
    townSeats: regions.townSeats,
  });
  const named = chooseNamedVillages({ regions, lines: roads, places: settlements, sizes: drawn });
  const villageOf = (settlement: number): number => settlements[settlement]?.village ?? -1;
  const drafts = draftSettlements(seed, settlements, codes.villages);
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
  return {
    codes,
    named,
    sizes: setVillageTargets(drawn, villageOf, { village: named.shuanghe, wanted: LEDGER_HOUSEHOLDS }),
    drafts,
    areas,
    areaByCode,
    villages: codes.villages.map((code) => areaByCode.get(code) as AreaRow),
  };
}

/** Road segments and the projects that build them and the sites. */
function createWorks(
  { seed, ground }: Land,
  { named, villages }: Layout,
  { sites }: People,
): { segmentDrafts: readonly SegmentDraft[] } & ReturnType<typeof createProjectRows> {
  const { regions, roads } = ground;
  const segmentDrafts = createSegmentDrafts({
    seed,
    lines: roads,
    villageOf: (cell) => regions.village[cell] as number,
    exact: named.shiping,
    isInside: (line) => isLineInside(regions, line, named.shiping),
    isNear: (line) => isLineNear(regions, line, named.shiping),
    tracks: findRemoteTracks({
      lines: roads,
      settlements: ground.settlements.map(({ cell }) => cell),
      sites: ground.sites.map(({ cell }) => cell),
    }),
  });
  return { segmentDrafts, ...createProjectRows({ seed, villages, segments: segmentDrafts, sites }) };
}

/** What stands around the people: parks, services, constraints, rivers and the relief. */
function createSurroundings(
  { seed, ground, elevations }: Land,
  { codes, drafts, areas, areaByCode }: Layout,
  { settlements }: People,
): Pick<CountyRows, 'parks' | 'services' | 'constraints' | 'rivers' | 'dem'> {
  const { landscape, regions, rivers } = ground;
  return {
    parks: createParkRows({
      seed,
      places: ground.parks,
      areas: areaByCode,
      areaCodeOf: (village) => codes.villages[village] as string,
      positionOf: cellCentre,
      accessOf: cellCentre,
    }),
    services: createServiceRows(seed, areas, findSeatSettlements(drafts, settlements)),
    constraints: createConstraintRows({
      seed,
      landscape,
      regions,
      rivers,
      occupied: markOccupied(ground),
      embanked: markEmbanked(ground),
    }),
    rivers,
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

/** The settlement at each village's seat, by village code. */
function findSeatSettlements(
  drafts: readonly SettlementDraft[],
  settlements: readonly SettlementRow[],
): Map<string, SettlementRow> {
  const byCode = new Map(settlements.map((settlement) => [settlement.code, settlement]));
  return new Map(
    drafts.flatMap(({ code, place }) => {
      const settlement = byCode.get(code);
      return place.isSeat && settlement ? [[code.slice(0, 12), settlement] as const] : [];
    }),
  );
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

/** Relocation sites and 200 m about them: the river is walled in where people are settled anew. */
function markEmbanked({ sites, regions }: Ground): Uint8Array {
  const marks = new Uint8Array(regions.village.length);
  for (const { cell } of sites) markAround(marks, cell, 2);
  return marks;
}

function toSegmentRow({ village: _village, ...row }: SegmentDraft, projectOf: ReadonlyMap<string, string>): SegmentRow {
  return { ...row, projectCode: projectOf.get(row.code) ?? null };
}
