import { create } from 'zustand';

const KEY = 'guatu.base-map';

/** The base map that lies under the wall map; null = none. A taste of this reader's screen, not of the map: it stays out of links. */
export const useBaseMapStore = create<{ readonly chosen: string | null }>()(() => ({ chosen: readChosen() }));

/** Chooses a base map for this browser, now and later. */
export function chooseBaseMap(chosen: string | null): void {
  useBaseMapStore.setState({ chosen });
  try {
    if (chosen === null) globalThis.localStorage?.removeItem(KEY);
    else globalThis.localStorage?.setItem(KEY, chosen);
  } catch {
    // a browser that keeps nothing forgets the choice with the page
  }
}

function readChosen(): string | null {
  try {
    return globalThis.localStorage?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}
