import type { County } from './county.ts';

/** A piece of a county small enough to be handed to a thread without a noticeable pause. */
export interface CountyPart {
  /** Keys from the county down to the value: `['households', 'codes']`. */
  readonly path: readonly string[];
  /** A slice of a list to be appended, or a whole value. */
  readonly slice: readonly unknown[] | null;
  readonly value: unknown;
}

/** Entries of a list in one piece: a few milliseconds to copy. */
const OBJECTS_IN_PART = 120;
const PLAIN_VALUES_IN_PART = 20_000;

/** A county in pieces, each copied quickly; `joinCounty` puts them together again. */
export function* splitCounty(county: County): Generator<CountyPart> {
  yield* splitValue([], county, 2);
}

/** Splits objects down to a depth, and lists into slices; everything else goes whole. */
function* splitValue(path: readonly string[], value: unknown, depth: number): Generator<CountyPart> {
  if (Array.isArray(value)) {
    const size = typeof value[0] === 'object' ? OBJECTS_IN_PART : PLAIN_VALUES_IN_PART;
    yield { path, slice: [], value: null };
    for (let from = 0; from < value.length; from += size)
      yield { path, slice: value.slice(from, from + size), value: null };
  } else if (depth > 0 && isPlainObject(value)) {
    yield { path, slice: null, value: {} };
    for (const [key, part] of Object.entries(value)) yield* splitValue([...path, key], part, depth - 1);
  } else yield { path, slice: null, value };
}

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Puts a county together from its pieces, in their order. */
export function joinCounty(parts: Iterable<CountyPart>): County {
  const root: Record<string, unknown> = {};
  for (const { path, slice, value } of parts) {
    const key = path.at(-1);
    if (key === undefined) continue;
    let holder = root;
    for (const step of path.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
    const known = holder[key];
    if (slice === null) holder[key] = value;
    else if (Array.isArray(known)) for (const one of slice) known.push(one);
    else holder[key] = [...slice];
  }
  return root as unknown as County;
}
