import type { Geometry } from '#core/geo/geometry.ts';
import { findGeometryFault } from '#core/geo/geometry-fault.ts';
import { turnArea } from '#core/geo/turn-area.ts';
import type { ImportProblems } from './import-problem.ts';

/** Property values of a feature, before anything is known about them. */
export type Properties = Readonly<Record<string, unknown>>;

/** One feature of a file that passed the checks of shape: `row` is its number from 1. */
export interface ImportFeature<G extends Geometry = Geometry> {
  readonly file: string;
  readonly row: number;
  readonly properties: Properties;
  readonly geometry: G;
}

/** What a file must hold. */
export interface FeatureExpectation<G extends Geometry> {
  readonly types: readonly G['type'][];
}

/** Names under which WGS 84 and CGCS2000 longitude-latitude are written in a `crs` member. */
const LONGITUDE_LATITUDE = /(CRS84|EPSG:{1,2}\d*:?(4326|4490))$/i;

/**
 * Reads a GeoJSON FeatureCollection and keeps the features that are usable; every fault is added to `problems` with its row.
 *
 * Positions must be longitude and latitude in degrees; a third number is ignored. Lines need two different positions, rings four with the last
 * equal to the first.
 */
export function readFeatures<G extends Geometry>(
  file: { readonly name: string; readonly text: string },
  expectation: FeatureExpectation<G>,
  problems: ImportProblems,
): readonly ImportFeature<G>[] {
  const whole = (code: 'not_json' | 'not_collection' | 'empty' | 'crs', got: string, expected = '') =>
    problems.add({ file: file.name, row: 0, code, got, expected });
  const parsed = parseJson(file.text);
  if (!parsed.ok) {
    whole('not_json', parsed.reason);
    return [];
  }
  const collection = parsed.value;
  if (!isRecord(collection) || collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    whole('not_collection', describe(collection));
    return [];
  }
  const crs = crsName(collection.crs);
  if (crs !== null && !LONGITUDE_LATITUDE.test(crs)) {
    whole('crs', crs, 'EPSG:4326, EPSG:4490, CRS84');
    return [];
  }
  if (collection.features.length === 0) whole('empty', '0');
  return collection.features.flatMap((feature: unknown, index: number) => {
    const read = readFeature(feature, { file: file.name, row: index + 1 }, expectation, problems);
    return read === null ? [] : [read];
  });
}

function readFeature<G extends Geometry>(
  feature: unknown,
  at: { readonly file: string; readonly row: number },
  expectation: FeatureExpectation<G>,
  problems: ImportProblems,
): ImportFeature<G> | null {
  if (!isRecord(feature) || feature.type !== 'Feature') {
    problems.add({ ...at, code: 'not_feature', got: describe(feature), expected: 'Feature' });
    return null;
  }
  const properties = isRecord(feature.properties) ? feature.properties : {};
  const geometry = feature.geometry;
  const expected = expectation.types.join(', ');
  if (!isRecord(geometry) || !expectation.types.some((type) => type === geometry.type)) {
    problems.add({ ...at, code: 'geometry_type', got: isRecord(geometry) ? String(geometry.type) : 'null', expected });
    return null;
  }
  const shapeFault = findShapeFault(String(geometry.type), geometry.coordinates);
  if (shapeFault !== null) {
    problems.add({ ...at, ...shapeFault });
    return null;
  }
  const usable = { type: geometry.type, coordinates: dropThirdNumbers(geometry.coordinates) } as G;
  const fault = findGeometryFault(usable);
  if (fault !== undefined) {
    const got = `${fault.kind} ${fault.position?.join(', ') ?? ''}`;
    problems.add({ ...at, code: 'unsound', got, expected: 'OGC Simple Features' });
    return null;
  }
  const idProperties = feature.id === undefined || 'id' in properties ? properties : { ...properties, id: feature.id };
  return { ...at, properties: idProperties, geometry: turnOutwards(usable) };
}

/** Rings in the direction that is stored: outer ones counter-clockwise. */
function turnOutwards<G extends Geometry>(geometry: G): G {
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  return isArea ? (turnArea(geometry) as G) : geometry;
}

type ShapeFault = {
  readonly code: 'position' | 'too_few' | 'ring';
  readonly got: string;
  readonly expected: string;
};

/** First reason why coordinates cannot be used; null when they can. */
function findShapeFault(type: string, coordinates: unknown): ShapeFault | null {
  switch (type) {
    case 'Point':
      return findPositionFault(coordinates);
    case 'LineString':
      return findLineFault(coordinates, 2);
    case 'MultiLineString':
      return findFaultInList(coordinates, (line) => findLineFault(line, 2));
    case 'Polygon':
      return findFaultInList(coordinates, findRingFault);
    case 'MultiPolygon':
      return findFaultInList(coordinates, (polygon) => findFaultInList(polygon, findRingFault));
    default:
      return { code: 'position', got: type, expected: 'Point' };
  }
}

function findFaultInList(list: unknown, find: (item: unknown) => ShapeFault | null): ShapeFault | null {
  if (!Array.isArray(list) || list.length === 0) return { code: 'too_few', got: '0', expected: '1' };
  for (const item of list) {
    const fault = find(item);
    if (fault !== null) return fault;
  }
  return null;
}

function findPositionFault(position: unknown): ShapeFault | null {
  const usable =
    Array.isArray(position) &&
    Number.isFinite(position[0]) &&
    Number.isFinite(position[1]) &&
    Math.abs(position[0]) <= 180 &&
    Math.abs(position[1]) <= 90;
  return usable ? null : { code: 'position', got: describe(position), expected: '[-180…180, -90…90]' };
}

function findLineFault(line: unknown, minimum: number): ShapeFault | null {
  if (!Array.isArray(line)) return { code: 'too_few', got: '0', expected: String(minimum) };
  for (const position of line) {
    const fault = findPositionFault(position);
    if (fault !== null) return fault;
  }
  const different = new Set(line.map((position: readonly number[]) => `${position[0]},${position[1]}`)).size;
  return different < minimum ? { code: 'too_few', got: String(different), expected: String(minimum) } : null;
}

function findRingFault(ring: unknown): ShapeFault | null {
  const fault = findLineFault(ring, 3);
  if (fault !== null) return fault;
  const positions = ring as readonly (readonly number[])[];
  const first = positions[0];
  const last = positions.at(-1);
  const closed = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
  return closed ? null : { code: 'ring', got: `${describe(first)} … ${describe(last)}`, expected: describe(first) };
}

function dropThirdNumbers(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  return typeof coordinates[0] === 'number' ? coordinates.slice(0, 2) : coordinates.map(dropThirdNumbers);
}

function crsName(crs: unknown): string | null {
  if (!isRecord(crs)) return null;
  return isRecord(crs.properties) ? String(crs.properties.name ?? '') : describe(crs);
}

function parseJson(source: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(source.replace(/^\uFEFF/, '')) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function describe(value: unknown): string {
  if (isRecord(value) && typeof value.type === 'string') return `type ${value.type}`;
  return JSON.stringify(value) ?? String(value);
}
