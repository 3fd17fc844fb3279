/** Values by a key, each created once and kept for a while. */
export type KeptValues<Value> = (key: string, create: () => Value) => Value;

/** Nothing kept yet. Where `most` values are kept all are let go first: what is asked for again comes back soon. */
export function createKeptValues<Value>(most: number): KeptValues<Value> {
  const known = new Map<string, Value>();
  return (key, create) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const created = create();
    known.set(key, created);
    return created;
  };
}

/** The same function of a number, asked once for each: for the few numbers that are tried. */
export function keepByNumber<Value>(create: (number: number) => Value): (number: number) => Value {
  const known = new Map<number, Value>();
  return (number) => {
    const found = known.get(number);
    if (found !== undefined) return found;
    const created = create(number);
    known.set(number, created);
    return created;
  };
}
