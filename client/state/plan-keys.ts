/** Keys as the browser tells them. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Ctrl+Z (⌘Z) takes back, with Shift, or as Ctrl+Y, does again; every other key is none of ours. */
export function readStepKey({ key, ctrlKey, metaKey, shiftKey }: PressedKey): 'undo' | 'redo' | null {
  if (!ctrlKey && !metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' ? 'redo' : null;
}
