import type { MapFeature } from '../../features/map-feature.ts';

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

/** More different answers than this are not worth remembering: each feature has its own. */
const MOST_REMEMBERED = 256;

/** Answers by the value of one property after the other; the last ones hold the answer. */
type Branch<Value> = Map<unknown, Branch<Value> | { readonly value: Value }>;

/** The same function, which is computed once for features that agree in the properties that it rests on; known by their properties where these are shared. */
export function rememberByProperties<Value, Feature extends Pick<MapFeature, 'properties'>>(
  names: readonly string[],
  compute: (feature: Feature) => Value,
): (feature: Feature) => Value {
  const byObject = new Map<MapFeature['properties'], { readonly value: Value }>();
  const find = createFinder(names, compute);
  return (feature) => {
    const { properties } = feature;
    const known = byObject.get(properties);
    if (known !== undefined) return known.value;
    const value = find(feature);
    if (byObject.size < MOST_REMEMBERED) byObject.set(properties, { value });
    return value;
  };
}

function createFinder<Value, Feature extends Pick<MapFeature, 'properties'>>(
  names: readonly string[],
  compute: (feature: Feature) => Value,
): (feature: Feature) => Value {
  const root: Branch<Value> = new Map();
  // a property that nothing has: all agree in it
  const path = names.length === 0 ? [''] : names;
  const last = path.length - 1;
  let count = 0;
  return (feature) => {
    const { properties } = feature;
    let branch = root;
    for (let i = 0; i < last; i++) {
      const value = properties[path[i] as string];
      const found = branch.get(value);
      const next: Branch<Value> = found instanceof Map ? found : new Map();
      if (found === undefined && count < MOST_REMEMBERED) branch.set(value, next);
      branch = next;
    }
    const key = properties[path[last] as string];
    const found = branch.get(key);
    if (found !== undefined && !(found instanceof Map)) return found.value;
    const value = compute(feature);
    if (count < MOST_REMEMBERED) branch.set(key, { value });
    count++;
    return value;
  };
}
