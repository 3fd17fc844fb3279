import { create } from 'zustand';
import type { ImportRecord } from '#core/api/import-records.ts';

interface StaleStore {
  /** Imports whose choices changed since they were checked last. */
  readonly chosen: Readonly<Record<string, boolean>>;
}

const useStaleStore = create<StaleStore>()(() => ({ chosen: {} }));

/** Choices changed: what the last check found is no longer what would be written. */
export const noteChosen = (id: string): void =>
  useStaleStore.setState(({ chosen }) => ({ chosen: { ...chosen, [id]: true } }));

/** A check with the present choices has begun. */
export const noteChecked = (id: string): void =>
  useStaleStore.setState(({ chosen }) => ({ chosen: { ...chosen, [id]: false } }));

/** Whether mappings or choices changed since the last check. */
export function useCheckStale({ id, state, summary }: Pick<ImportRecord, 'id' | 'state' | 'summary'>): boolean {
  const isChosen = useStaleStore(({ chosen }) => chosen[id] === true);
  return summary !== null && (isChosen || state === 'read');
}
