import type { Geometry } from './geometry.ts';
import type { LonLat } from './lon-lat.ts';

const TYPES =
  /^(?:SRID=\d+;)?\s*(POINT|LINESTRING|MULTILINESTRING|POLYGON|MULTIPOLYGON|MULTIPOINT)\s*(?:Z|M|ZM)?\s*(\(.*\))$/is;

type Nested = readonly (LonLat | Nested)[];

/**
 * Reads a geometry from well-known text (OGC 06-103r4, 7), with or without SRID, heights dropped; a MULTIPOINT of one is a point. Numbers stay in the
 * reference system and order of the text.
 *
 * @returns null for what is not such a text
 */
export function readWkt(written: string): Geometry | null {
  const match = TYPES.exec(written.trim());
  const type = match?.[1]?.toUpperCase();
  const nested = match?.[2] === undefined ? null : parseNested(match[2]);
  if (!type || nested === null) return null;
  return toGeometry(type, nested);
}

function toGeometry(type: string, nested: Nested): Geometry | null {
  switch (type) {
    case 'POINT':
    case 'MULTIPOINT': {
      const positions = flattenPositions(nested);
      const [only] = positions;
      return only && positions.length === 1 ? { type: 'Point', coordinates: only } : null;
    }
    case 'LINESTRING':
      return depthOf(nested) === 1 ? { type: 'LineString', coordinates: nested as readonly LonLat[] } : null;
    case 'MULTILINESTRING':
      return depthOf(nested) === 2
        ? { type: 'MultiLineString', coordinates: nested as readonly (readonly LonLat[])[] }
        : null;
    case 'POLYGON':
      return depthOf(nested) === 2 ? { type: 'Polygon', coordinates: nested as readonly (readonly LonLat[])[] } : null;
    default:
      return depthOf(nested) === 3
        ? { type: 'MultiPolygon', coordinates: nested as readonly (readonly (readonly LonLat[])[])[] }
        : null;
  }
}

/** `((1 2, 3 4), (5 6))` to lists of positions; null where brackets or numbers are wrong. */
function parseNested(written: string): Nested | null {
  const root: (LonLat | Nested)[] = [];
  const open: (LonLat | Nested)[][] = [root];
  const tokens = written.match(/[(),]|[^(),]+/g) ?? [];
  for (const token of tokens) {
    const holder = open.at(-1);
    if (holder === undefined) return null;
    if (token === '(') {
      const inner: (LonLat | Nested)[] = [];
      holder.push(inner);
      open.push(inner);
    } else if (token === ')') open.pop();
    else if (token !== ',' && token.trim() !== '') {
      const numbers = token.trim().split(/\s+/).map(Number);
      const [x = Number.NaN, y = Number.NaN] = numbers;
      if (open.length < 2 || numbers.length > 4 || !Number.isFinite(x) || !Number.isFinite(y)) return null;
      holder.push([x, y]);
    }
  }
  const [only] = root;
  return open.length === 1 && root.length === 1 && isNested(only) ? only : null;
}

const isNested = (value: LonLat | Nested | undefined): value is Nested =>
  Array.isArray(value) && typeof value[0] !== 'number';

/** How many lists deep the positions lie; 0 where it differs from place to place or there are none. */
function depthOf(nested: Nested): number {
  const depths = new Set(nested.map((item) => (isNested(item) ? depthOf(item) : 0)));
  const [depth] = depths;
  return depths.size === 1 && depth !== undefined && nested.every((item) => !isNested(item) || depth > 0)
    ? depth + 1
    : 0;
}

const flattenPositions = (nested: Nested): readonly LonLat[] =>
  nested.flatMap((item) => (isNested(item) ? flattenPositions(item) : [item]));
