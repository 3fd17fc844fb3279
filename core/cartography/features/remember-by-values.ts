/** More different answers than this are not worth remembering: each thing has its own. */
const MOST_REMEMBERED = 256;

/** Answers by one value after the other; the last ones hold the answer. */
type Branch<Answer> = Map<unknown, Branch<Answer> | { readonly answer: Answer }>;

/** The same function, which is computed once for things that agree in all values that are read of them. */
export function rememberByValues<Thing, Answer>(
  read: readonly ((thing: Thing) => unknown)[],
  compute: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const root: Branch<Answer> = new Map();
  // what nothing is read of is all alike
  const readers = read.length === 0 ? [() => null] : read;
  const last = readers.length - 1;
  let remembered = 0;
  return (thing) => {
    let branch = root;
    for (let i = 0; i < last; i++) {
      const value = readers[i]?.(thing);
      const found = branch.get(value);
      const next: Branch<Answer> = found instanceof Map ? found : new Map();
      if (found === undefined && remembered < MOST_REMEMBERED) branch.set(value, next);
      branch = next;
    }
    const value = readers[last]?.(thing);
    const found = branch.get(value);
    if (found !== undefined && !(found instanceof Map)) return found.answer;
    const answer = compute(thing);
    if (remembered < MOST_REMEMBERED) branch.set(value, { answer });
    remembered++;
    return answer;
  };
}
