import type { Area, County, Segment } from '../county/county.ts';
import { NO_CODE } from '../county/county-state.ts';
import { createWorkingCalendar, type WorkingCalendar } from '../county/working-days.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { findLedgerProblems } from './data-quality/ledger-problems.ts';
import { once } from './once.ts';
import { createPlaceIndex, type PlaceIndex } from './place-index.ts';
import { productKey } from './product-key.ts';
import { createRoadIndex, type RoadIndex } from './road-index.ts';
import { createSettlementRoads, type SettlementRoads } from './settlement-roads.ts';

/** What all contexts of one county share, whatever their date: computed once per data revision, on first use. */
export interface CountyIndex {
  /** Position of an area in `County.areas`. */
  readonly areaIndex: ReadonlyMap<string, number>;
  /** Codes of the areas directly below, in order. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly calendar: WorkingCalendar;
  /** Indexes of target, relocation and threatened households, ascending. */
  householdGroup(group: 'target' | 'relocation' | 'threatened'): Int32Array;
  /** Indexes of pieces of the hardening programme and of village access roads, ascending. */
  pieceGroup(group: 'planned' | 'access'): Int32Array;
  /** Homestead of each household, as an index into `County.homesteads`, by household code. */
  homesteads(): ReadonlyMap<string, number>;
  /** Position of each thing by its code; segments at the middle of their line. */
  positions(): ReadonlyMap<string, LonLat>;
  /** Years in which hardening of a segment is planned, ascending. */
  plannedRoadYears(): readonly number[];
  /** Years in which a village is planned to leave, ascending. */
  plannedExitYears(): readonly number[];
  /** Classes of rectification items, sorted. */
  problemClasses(): readonly string[];
  /** Products of parks and bases with their units, sorted. */
  productKeys(): readonly string[];
  /** Rules each ledger row breaks, as bits by `LEDGER_RULES`. */
  ledgerProblems(): Uint16Array;
  roads(): RoadIndex;
  /** Straight distances from settlements to roads of any date. */
  settlementRoads(): SettlementRoads;
  places(): PlaceIndex;
}

const indexes = new WeakMap<County, CountyIndex>();

/** The index of a county; the same object for the same county. */
export function getCountyIndex(county: County): CountyIndex {
  const known = indexes.get(county);
  if (known) return known;
  const created = createCountyIndex(county);
  indexes.set(county, created);
  return created;
}

function createCountyIndex(county: County): CountyIndex {
  const { category, arrangement, hazard } = county.households;
  const groups = {
    target: once(() => selectIndexes(category, (value) => value !== NO_CODE)),
    relocation: once(() => selectIndexes(arrangement, (value) => value !== NO_CODE)),
    threatened: once(() => selectIndexes(hazard, (value) => value >= 0)),
  };
  const pieceGroups = {
    planned: once(() => selectPieces(county, ({ plannedYear }) => plannedYear !== null)),
    access: once(() => selectPieces(county, ({ roadFunction }) => roadFunction === 'village_access')),
  };
  const roads = once(() => createRoadIndex(county.segments));
  return {
    areaIndex: new Map(county.areas.map((area, i) => [area.code, i])),
    children: listChildren(county.areas),
    calendar: createWorkingCalendar(county.calendarStops),
    householdGroup: (group) => groups[group](),
    pieceGroup: (group) => pieceGroups[group](),
    homesteads: once(() => new Map(county.homesteads.map(({ householdCode }, i) => [householdCode, i]))),
    positions: once(() => locateThings(county)),
    plannedRoadYears: once(() => listYears(county.segments.map(({ plannedYear }) => plannedYear))),
    plannedExitYears: once(() => listYears(county.areas.map(({ plannedExitYear }) => plannedExitYear))),
    problemClasses: once(() => [...new Set(county.items.map(({ problemClass }) => problemClass))].sort()),
    productKeys: once(() =>
      [...new Set(county.parks.filter(({ plannedScale }) => plannedScale !== null).map(productKey))].sort(),
    ),
    ledgerProblems: once(() => findLedgerProblems(county)),
    roads,
    settlementRoads: once(() => createSettlementRoads(county, roads())),
    places: once(() => createPlaceIndex(county)),
  };
}

/** Places in a column whose value is wanted. */
function selectIndexes(column: Uint8Array | Int32Array, isWanted: (value: number) => boolean): Int32Array {
  const indexes: number[] = [];
  column.forEach((value, i) => {
    if (isWanted(value)) indexes.push(i);
  });
  return Int32Array.from(indexes);
}

function listChildren(areas: readonly Area[]): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>(areas.map(({ code }) => [code, []]));
  for (const { code, parentCode } of areas) {
    if (parentCode !== null) children.get(parentCode)?.push(code);
  }
  return children;
}

/** Pieces of the segments that are wanted. */
const selectPieces = ({ pieces, segments }: County, isWanted: (segment: Segment) => boolean): Int32Array =>
  selectIndexes(pieces.segment, (segment) => {
    const found = segments[segment];
    return found !== undefined && isWanted(found);
  });

/** Distinct years, ascending. */
function listYears(years: readonly (number | null)[]): readonly number[] {
  return [...new Set(years.filter((year) => year !== null))].sort((a, b) => a - b);
}

function locateThings(county: County): ReadonlyMap<string, LonLat> {
  const positions = new Map<string, LonLat>();
  for (const { code, seat } of county.areas) positions.set(code, seat);
  for (const list of [
    county.settlements,
    county.sites,
    county.hazards,
    county.parks,
    county.services,
    county.homesteads,
  ]) {
    for (const { code, position } of list) positions.set(code, position);
  }
  for (const { code, line } of county.segments) {
    const middle = line.coordinates[line.coordinates.length >> 1];
    if (middle) positions.set(code, middle);
  }
  // a project or task stands where its thing stands
  for (const { code, thingCode, areaCode } of [...county.projects, ...county.tasks, ...county.items]) {
    const position = positions.get(thingCode ?? areaCode) ?? positions.get(areaCode);
    if (position) positions.set(code, position);
  }
  return positions;
}
