import type { AreaRow } from '#core/county/things.ts';
import type { AreaGeometry } from '#core/geo/geometry.ts';
import { interiorPointOf } from '#core/geo/interior-point.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { unionOf } from '#core/geo/overlay.ts';
import { isPointInArea } from '#core/geo/point-in-polygon.ts';
import { createVoronoiCells } from '#core/geo/voronoi-cells.ts';
import type { CodeBook } from './code-book.ts';
import { readText } from './fields.ts';
import type { ImportProblems } from './import-problem.ts';
import type { ImportFeature } from './read-features.ts';
import { readNames } from './read-points.ts';
import type { PlaceReading } from './read-settlements.ts';

/** Ranks of a place that make it the centre of a town when no towns are given. */
const MAIN_RANKS: readonly string[] = ['city', 'town', 'village'];

/** Ranks of the county seat, the first that occurs wins. */
const SEAT_RANKS: readonly string[] = ['city', 'town'];

/** What there is to divide a county with. */
export interface DivisionInput {
  readonly countyCode: string;
  readonly names: { readonly name: string; readonly nameEn: string };
  readonly outline: AreaGeometry;
  /** Null = no file of towns (villages) was given. */
  readonly towns: readonly ImportFeature<AreaGeometry>[] | null;
  readonly villages: readonly ImportFeature<AreaGeometry>[] | null;
  readonly places: readonly PlaceReading[];
  readonly codes: CodeBook;
  readonly problems: ImportProblems;
}

/** An area before it has a code. */
interface Draft {
  readonly feature: ImportFeature<AreaGeometry> | null;
  readonly name: string;
  readonly nameEn: string;
  readonly boundary: AreaGeometry;
  readonly seat: LonLat;
}

/** A town and the villages that tile it. */
interface TownDraft extends Draft {
  readonly villages: readonly Draft[];
}

/** County, towns and villages of an import: as given, else Voronoi cells of the places, else one of each. */
export function divideAreas(input: DivisionInput): readonly AreaRow[] {
  const cells = cellsOfPlaces(input);
  const towns = input.towns !== null ? givenTowns(input, cells) : inferredTowns(input, cells);
  const countySeat = seatPlace(input.places) ?? interiorPointOf(input.outline);
  const county = toRow(
    { feature: null, ...input.names, boundary: input.outline, seat: countySeat },
    { level: 'county', code: input.countyCode, parentCode: null },
  );
  return [county, ...towns.flatMap((town) => codeTown(town, input))];
}

function codeTown(town: TownDraft, input: DivisionInput): readonly AreaRow[] {
  const code = codeOf(town, input.countyCode, input.codes);
  const row = toRow(town, { level: 'town', code, parentCode: input.countyCode });
  const villages = town.villages.map((village) =>
    toRow(village, { level: 'village', code: codeOf(village, code, input.codes), parentCode: code }),
  );
  return [row, ...villages];
}

/** The given code when it is its parent's code and three digits, else the next free one. */
function codeOf(draft: Draft, parentCode: string, codes: CodeBook): string {
  const given = draft.feature === null ? null : readText(draft.feature.properties, 'code');
  const fits = given !== null && given.length === parentCode.length + 3 && given.startsWith(parentCode);
  const keeps = draft.feature !== null && fits && /^\d+$/.test(given);
  return keeps && draft.feature !== null ? codes.take(draft.feature, given) : codes.make(parentCode, 3);
}

const toRow = (draft: Draft, place: Pick<AreaRow, 'level' | 'code' | 'parentCode'>): AreaRow => ({
  ...place,
  name: draft.name,
  nameEn: draft.nameEn,
  boundary: draft.boundary,
  seat: draft.seat,
  priority: false,
  plannedExitYear: null,
  roadDuty: 'required',
  leadingProduct: null,
  events: [],
});

/** One cell per different position; places at the same position share the first one's cell. */
function cellsOfPlaces(input: DivisionInput): readonly (Draft & { readonly rank: string | null })[] {
  const different = new Map<string, PlaceReading>();
  for (const place of input.places) {
    const key = place.feature.geometry.coordinates.join(',');
    if (!different.has(key) && isPointInArea(place.feature.geometry.coordinates, input.outline))
      different.set(key, place);
  }
  const places = [...different.values()];
  const cells = createVoronoiCells(
    places.map((place) => place.feature.geometry.coordinates),
    input.outline,
  );
  return places.flatMap((place, index) => {
    const boundary = cells[index];
    if (boundary === undefined || boundary === null) return [];
    const seat = place.feature.geometry.coordinates;
    return [{ feature: null, name: place.name, nameEn: place.nameEn, boundary, seat, rank: place.rank }];
  });
}

type Cell = ReturnType<typeof cellsOfPlaces>[number];

function givenTowns(input: DivisionInput, cells: readonly Cell[]): readonly TownDraft[] {
  const towns = (input.towns ?? []).map((feature) => draftOf(feature, input.problems, input.places));
  const given = input.villages?.map((feature) => draftOf(feature, input.problems, [])) ?? null;
  if (given !== null) {
    for (const village of given) {
      if (!towns.some((town) => isPointInArea(village.seat, town.boundary))) reportNoTown(village, input.problems);
    }
  }
  return towns.map((town) => ({
    ...town,
    villages:
      given === null
        ? cutCells(town, cells)
        : given.filter((village) => towns.find((other) => isPointInArea(village.seat, other.boundary)) === town),
  }));
}

function reportNoTown(village: Draft, problems: ImportProblems): void {
  if (village.feature === null) return;
  const { file, row } = village.feature;
  problems.add({ file, row, code: 'no_town', got: village.name, expected: '' });
}

/** The parts of the cells of a town's own places that lie in it; the town itself when it has no place. */
function cutCells(town: Draft, cells: readonly Cell[]): readonly Draft[] {
  const own = cells.filter((cell) => isPointInArea(cell.seat, town.boundary));
  if (own.length < 2) return [{ ...town, feature: null, seat: own[0]?.seat ?? town.seat }];
  const ownCells = createVoronoiCells(
    own.map((cell) => cell.seat),
    town.boundary,
  );
  return own.flatMap((cell, index) => {
    const part = ownCells[index] ?? null;
    return part === null ? [] : [{ ...cell, boundary: part }];
  });
}

function inferredTowns(input: DivisionInput, cells: readonly Cell[]): readonly TownDraft[] {
  const whole: Draft = {
    feature: null,
    ...input.names,
    boundary: input.outline,
    seat: seatPlace(input.places) ?? interiorPointOf(input.outline),
  };
  if (input.villages !== null) {
    return [{ ...whole, villages: input.villages.map((feature) => draftOf(feature, input.problems, input.places)) }];
  }
  if (cells.length === 0) return [{ ...whole, villages: [whole] }];
  const ranked = cells.filter((cell) => cell.rank !== null && MAIN_RANKS.includes(cell.rank));
  const mains = ranked.length === 0 ? cells : ranked;
  return mains.map((main) => {
    const villages = cells.filter((cell) => nearestOf(mains, cell.seat) === main);
    const boundary = unionOf(villages.map((village) => village.boundary)) ?? main.boundary;
    return { ...main, boundary, villages };
  });
}

/** The main place nearest to a position; degrees of longitude shortened by the latitude. */
function nearestOf(mains: readonly Cell[], [lon, lat]: LonLat): Cell | undefined {
  const shrink = Math.cos((lat * Math.PI) / 180);
  let best: Cell | undefined;
  let shortest = Infinity;
  for (const main of mains) {
    const distance = Math.hypot((main.seat[0] - lon) * shrink, main.seat[1] - lat);
    if (distance < shortest) {
      shortest = distance;
      best = main;
    }
  }
  return best;
}

/** A given area; its seat is the place of the same name in it, else a point inside. */
function draftOf(
  feature: ImportFeature<AreaGeometry>,
  problems: ImportProblems,
  places: readonly PlaceReading[],
): Draft {
  const names = readNames(feature, problems);
  const namesake = places.find(
    (place) => place.name === names.name && isPointInArea(place.feature.geometry.coordinates, feature.geometry),
  );
  return {
    feature,
    ...names,
    boundary: feature.geometry,
    seat: namesake?.feature.geometry.coordinates ?? interiorPointOf(feature.geometry),
  };
}

function seatPlace(places: readonly PlaceReading[]): LonLat | null {
  for (const rank of SEAT_RANKS) {
    const found = places.find((place) => place.rank === rank);
    if (found !== undefined) return found.feature.geometry.coordinates;
  }
  return null;
}
