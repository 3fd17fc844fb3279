import { create } from 'zustand';

interface EditStore {
  /** Lists that are on their way to the server, by import and list. */
  readonly saving: Readonly<Record<string, boolean>>;
  /** Why the last change of a list was not taken. */
  readonly errors: Readonly<Record<string, unknown>>;
}

/** What becomes of changes: they outlive the step in which they were made. */
export const useEditStore = create<EditStore>()(() => ({ saving: {}, errors: {} }));

/** A change is on its way. */
export const noteSaving = (key: string): void =>
  useEditStore.setState(({ saving, errors }) => ({
    saving: { ...saving, [key]: true },
    errors: { ...errors, [key]: null },
  }));

/** Nothing is on its way any more. */
export const noteSaved = (key: string, error: unknown = null): void =>
  useEditStore.setState(({ saving, errors }) => ({
    saving: { ...saving, [key]: false },
    errors: { ...errors, [key]: error },
  }));

/** Whether any list of an import is on its way: until then it is not checked or written. */
export const useIsSaving = (id: string): boolean =>
  useEditStore(({ saving }) => Object.entries(saving).some(([key, isSaving]) => isSaving && key.startsWith(`${id} `)));
