import { create } from 'zustand';
import type { DifferenceLayer } from '#core/planning/differences.ts';

interface CompareStore {
  /** Codes in the order of the columns; null = today and the plan at hand. */
  readonly plans: readonly string[] | null;
  /** `now` = the data date; null = the last year. */
  readonly year: number | 'now' | null;
  /** Layers of the difference map that are drawn. */
  readonly layers: readonly DifferenceLayer[];
}

/** What is compared; shared by panel and map, and kept while the page is. */
export const useCompareStore = create<CompareStore>()(() => ({
  plans: null,
  year: null,
  layers: ['settlements', 'segments', 'sites', 'flows'],
}));

const { setState } = useCompareStore;

/** Chooses the columns. */
export const chooseCompared = (plans: readonly string[]): void => setState({ plans });

/** Chooses when plans are compared. */
export const chooseCompareYear = (year: number | 'now'): void => setState({ year });

/** Shows a layer of the difference map, or hides it. */
export const toggleDifferences = (layer: DifferenceLayer): void =>
  setState(({ layers }) => ({
    layers: layers.includes(layer) ? layers.filter((one) => one !== layer) : [...layers, layer],
  }));
