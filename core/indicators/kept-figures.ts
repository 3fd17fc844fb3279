import type { FigureWithParts } from './figure.ts';

/** Figures that were computed for a county, by day, code and area; the oldest go when there are too many. */
export interface KeptFigures {
  find(key: string): FigureWithParts | undefined;
  keep(key: string, figure: FigureWithParts): void;
}

/** Figures kept, parts counted: some 400 bytes each, 24 MB a county at most. */
const MOST_FIGURES = 60_000;

/** An empty store. */
export function createKeptFigures(most = MOST_FIGURES): KeptFigures {
  const kept = new Map<string, FigureWithParts>();
  let count = 0;
  return {
    find: (key) => kept.get(key),
    keep(key, figure) {
      kept.set(key, figure);
      count += 1 + figure.parts.length;
      for (const [oldest, { parts }] of kept) {
        if (count <= most) break;
        kept.delete(oldest);
        count -= 1 + parts.length;
      }
    },
  };
}
