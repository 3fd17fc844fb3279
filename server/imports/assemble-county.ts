import type { ImportRequest, ImportThing } from '#core/api/imports.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { AreaRow, SegmentRow } from '#core/county/things.ts';
import { positionsOf } from '#core/geo/bbox.ts';
import { convexHullAround } from '#core/geo/convex-hull.ts';
import type { AreaGeometry, Geometry, LineGeometry, MultiLineGeometry, PointGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { unionOf } from '#core/geo/overlay.ts';
import { isPointInArea } from '#core/geo/point-in-polygon.ts';
import { text } from '#core/texts/text.ts';
import { CodeBook } from './code-book.ts';
import { createEmptyCounty } from './create-empty-county.ts';
import { divideAreas } from './divide-areas.ts';
import { ImportProblems } from './import-problem.ts';
import { type ImportAssumption, listAssumptions } from './list-assumptions.ts';
import { type ImportFeature, readFeatures } from './read-features.ts';
import { readNames, readParks, readSites } from './read-points.ts';
import { DEFAULT_HIGHWAY_CLASSES, readSegments } from './read-segments.ts';
import { type PlaceReading, placesToSettlements, readPlaces } from './read-settlements.ts';

/** Without an outline the county is the convex hull of its roads and this much more. */
const HULL_MARGIN_METERS = 1000;

/** An import ready to be written. */
export interface AssembledImport {
  readonly rows: CountyRows;
  readonly assumptions: readonly ImportAssumption[];
}

/** The files of an import, read: null where no file of that kind was given. */
interface Reading {
  readonly outline: readonly ImportFeature<AreaGeometry>[] | null;
  readonly towns: readonly ImportFeature<AreaGeometry>[] | null;
  readonly villages: readonly ImportFeature<AreaGeometry>[] | null;
  readonly places: readonly PlaceReading[];
  readonly roads: readonly ImportFeature<LineGeometry | MultiLineGeometry>[];
  readonly sites: readonly ImportFeature<PointGeometry | AreaGeometry>[];
  readonly parks: readonly ImportFeature<PointGeometry | AreaGeometry>[];
}

/**
 * Makes a whole county of the files of a request, without writing anything.
 *
 * @param countyCode six digits, free in the database
 * @throws {ImportRejectedError} at least one fault in a file; all faults of all files are listed
 */
export function assembleCounty(request: ImportRequest, countyCode: string): AssembledImport {
  const problems = new ImportProblems();
  const codes = new CodeBook(problems);
  const since = `${request.dataDate.slice(0, 4)}-01-01`;
  const highwayClasses = { ...DEFAULT_HIGHWAY_CLASSES, ...request.highwayClasses };
  const reading = readFiles(request, problems);
  const roads = readSegments(reading.roads, {
    codes,
    problems,
    highwayClasses,
    since,
  });
  // what is missing because a row was refused is no fault of its own
  problems.throwIfAny();
  const outline = findOutline(reading, roads.segments, problems);
  problems.throwIfAny();
  const areas = divideAreas({ ...reading, countyCode, names: countyNames(request, reading), outline, codes, problems });
  const findAreaCode = createAreaFinder(areas);
  const settlements = placesToSettlements(reading.places, {
    codes,
    problems,
    findVillageCode: (place) => findAreaCode(place.feature.geometry.coordinates, 'village'),
  });
  const places = { codes, problems, since, findAreaCode: (position: LonLat) => findAreaCode(position) };
  const sites = readSites(reading.sites, places);
  const parks = readParks(reading.parks, places);
  problems.throwIfAny();
  const rows: CountyRows = {
    ...createEmptyCounty(request, countyCode, since),
    areas,
    settlements,
    segments: roads.segments,
    sites,
    parks,
  };
  return {
    rows,
    assumptions: listAssumptions({
      highwayClasses,
      given: { outline: reading.outline !== null, towns: reading.towns !== null, villages: reading.villages !== null },
      rows,
      assumedSurfaces: roads.assumedSurfaces,
      madeCodes: codes.madeCount,
    }),
  };
}

function readFiles(request: ImportRequest, problems: ImportProblems): Reading {
  const read = <G extends Geometry>(as: ImportThing, types: readonly G['type'][]) => {
    const files = request.files.filter((file) => file.as === as);
    if (files.length === 0) return null;
    return files.flatMap((file) => readFeatures<G>(file, { types }, problems));
  };
  const surfaces = ['Polygon', 'MultiPolygon'] as const;
  return {
    outline: read<AreaGeometry>('outline', surfaces),
    towns: read<AreaGeometry>('towns', surfaces),
    villages: read<AreaGeometry>('villages', surfaces),
    places: readPlaces(read<PointGeometry>('settlements', ['Point']) ?? [], problems),
    roads: read<LineGeometry | MultiLineGeometry>('segments', ['LineString', 'MultiLineString']) ?? [],
    sites: read<PointGeometry | AreaGeometry>('sites', ['Point', ...surfaces]) ?? [],
    parks: read<PointGeometry | AreaGeometry>('parks', ['Point', ...surfaces]) ?? [],
  };
}

function findOutline(reading: Reading, segments: readonly SegmentRow[], problems: ImportProblems): AreaGeometry {
  const [feature] = reading.outline ?? [];
  if (reading.outline !== null && reading.outline.length > 1) {
    const file = reading.outline[0]?.file ?? '';
    problems.add({ file, row: 0, code: 'outline_count', got: String(reading.outline.length), expected: '1' });
  }
  if (feature !== undefined) return feature.geometry;
  const tiles = unionOf([...(reading.towns ?? reading.villages ?? [])].map((area) => area.geometry));
  if (tiles !== null) return tiles;
  const positions = [
    ...segments.flatMap((segment) => positionsOf(segment.line)),
    ...reading.places.map((place) => place.feature.geometry.coordinates),
  ];
  if (positions.length === 0) {
    problems.add({ file: 'outline', row: 0, code: 'nothing_to_place', got: '', expected: '' });
    return { type: 'Polygon', coordinates: [] };
  }
  return convexHullAround(positions, HULL_MARGIN_METERS);
}

function countyNames(request: ImportRequest, reading: Reading): { name: string; nameEn: string } {
  const [feature] = reading.outline ?? [];
  const fromFile = feature === undefined ? null : readNames(feature, new ImportProblems());
  const name = request.name ?? (fromFile?.name || text('zh', 'imports', 'default_county_name'));
  return { name, nameEn: request.nameEn ?? (fromFile?.nameEn || name) };
}

/** Smallest area that holds a position, or only a village; areas are in preorder, so later ones are smaller. */
function createAreaFinder(areas: readonly AreaRow[]) {
  const smallestFirst = areas.toReversed();
  return (position: LonLat, level?: AreaRow['level']): string | null =>
    smallestFirst.find(
      (area) => (level === undefined || area.level === level) && isPointInArea(position, area.boundary),
    )?.code ?? null;
}
