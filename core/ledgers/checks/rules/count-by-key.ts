/** Sums by key; nought for keys that were never added to. */
export interface Grouping {
  add(key: string, amount: number): void;
  get(key: string): number;
}

/** Empty sums. */
export function createGrouping(): Grouping {
  const sums = new Map<string, number>();
  return {
    add: (key, amount) => sums.set(key, (sums.get(key) ?? 0) + amount),
    get: (key) => sums.get(key) ?? 0,
  };
}
