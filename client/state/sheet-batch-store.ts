import { create } from 'zustand';

/** Kinds of work that make many pages. */
export const BATCH_KINDS = ['sheets', 'atlas', 'tiles'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

interface BatchStore {
  readonly kind: BatchKind;
  readonly setKind: (kind: BatchKind) => void;
  /** The job of each kind that was started last: whoever comes back finds it again. */
  readonly jobs: Readonly<Partial<Record<BatchKind, string>>>;
  readonly keepJob: (kind: BatchKind, id: string) => void;
}

/** What goes on in the batch room while one is elsewhere on the page. */
export const useBatchStore = create<BatchStore>()((set) => ({
  kind: 'sheets',
  setKind: (kind) => set({ kind }),
  jobs: {},
  keepJob: (kind, id) => set(({ jobs }) => ({ jobs: { ...jobs, [kind]: id } })),
}));
