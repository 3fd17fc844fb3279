import type { MapFeature } from '../../features/map-feature.ts';
import { rememberByValues } from '../../features/remember-by-values.ts';

/** Operators whose answer rests on more than the properties of a feature, or whose arguments are not expressions. */
const OTHERWISE = new Set([
  'accumulated',
  'distance',
  'elevation',
  'feature-state',
  'geometry-type',
  'heatmap-density',
  'id',
  'line-progress',
  'none',
  'properties',
  'within',
  '!in',
]);
/** Operators that an older form of filters writes with a bare name of a property. */
const BARE = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);

/**
 * Names of the properties that values of a style rest on.
 *
 * @param values expressions of the style language or plain values; `undefined` = not given
 * @returns null where they may rest on anything else
 */
export function listReadProperties(values: readonly unknown[]): readonly string[] | null {
  const names = new Set<string>();
  return values.every((value) => readsNamedOnly(value, names)) ? [...names] : null;
}

function readsNamedOnly(value: unknown, names: Set<string>): boolean {
  // `{name}` in a text stands for a property
  if (typeof value === 'string') return !value.includes('{');
  if (!Array.isArray(value)) return typeof value !== 'object' || value === null;
  const [operator, ...rest] = value as readonly unknown[];
  if (operator === 'literal') return true;
  if (operator === 'get' || operator === 'has') {
    const [name] = rest;
    if (typeof name !== 'string' || rest.length !== 1) return false;
    names.add(name);
    return true;
  }
  if (typeof operator === 'string' && OTHERWISE.has(operator)) return false;
  if (typeof operator === 'string' && BARE.has(operator) && !rest.some(Array.isArray)) return false;
  return value.every((part) => readsNamedOnly(part, names));
}

/** Known by their properties where these are shared: so many of them. */
const MOST_SHARED = 256;

/** The same function, which is computed once for features that agree in the properties that it rests on; known by their properties where these are shared. */
export function rememberByProperties<Value, Feature extends Pick<MapFeature, 'properties'>>(
  names: readonly string[],
  compute: (feature: Feature) => Value,
): (feature: Feature) => Value {
  const byObject = new Map<MapFeature['properties'], { readonly value: Value }>();
  const find = rememberByValues(
    names.map((name) => (feature: Feature) => feature.properties[name]),
    compute,
  );
  return (feature) => {
    const { properties } = feature;
    const known = byObject.get(properties);
    if (known !== undefined) return known.value;
    const value = find(feature);
    if (byObject.size < MOST_SHARED) byObject.set(properties, { value });
    return value;
  };
}
