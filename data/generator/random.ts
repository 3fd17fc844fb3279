/** Seeded random numbers from integer arithmetic alone, so that every engine draws the same. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, count). */
  int(count: number): number;
  /** Uniform integer in [low, high], both inclusive. */
  between(low: number, high: number): number;
  /** Whether an event of the given probability happens. */
  chance(probability: number): boolean;
  /** One entry of a non-empty list. */
  pick<T>(list: readonly T[]): T;
  /** One entry, drawn in proportion to `weights`. */
  weighted<T>(list: readonly T[], weights: readonly number[]): T;
  /** A new list in random order. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Random numbers of one named stream: a change in one part of the generator leaves the others as they were. */
export function createRandom(seed: number, stream: string): Random {
  const next = createUniform(hashText(`${seed}/${stream}`));
  const int = (count: number): number => Math.floor(next() * count);
  const pick = <T>(list: readonly T[]): T => {
    const entry = list[int(list.length)];
    if (entry === undefined) throw new RangeError(`Cannot pick from an empty list (${stream}).`);
    return entry;
  };
  return {
    next,
    int,
    between: (low, high) => low + int(high - low + 1),
    chance: (probability) => next() < probability,
    pick,
    weighted: (list, weights) => list[drawIndex(weights, next())] ?? pick(list),
    shuffle: (list) => shuffled(list, int),
  };
}

/** FNV-1a of a text, 32 bits. */
export function hashText(text: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
  return hash >>> 0;
}

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, period 2^32. */
function createUniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function drawIndex(weights: readonly number[], uniform: number): number {
  let rest = uniform * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return i;
  }
  return weights.length - 1;
}

function shuffled<T>(list: readonly T[], int: (count: number) => number): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = int(i + 1);
    const swap = result[i] as T;
    result[i] = result[j] as T;
    result[j] = swap;
  }
  return result;
}
